import { send } from '../api/client.js';
import { drafts } from '../kit/drafts.js';

/** Ends the session here and at the provider, and leaves nothing on the device. */
export async function signOut(): Promise<void> {
  const ended = await send<{ endAtProvider?: string } | undefined>('/api/session', undefined, {
    method: 'DELETE',
  }).catch(() => undefined);
  drafts.forget();
  window.location.assign(ended?.endAtProvider ?? '/sign-in?left=1');
}
