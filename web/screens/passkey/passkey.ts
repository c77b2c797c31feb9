import { send } from '../../api/client.js';
import type { Session } from '../../api/session.js';

const NEVER = 'no-passkey';

/** Loaded when somebody uses it: most sign-ins need none of it. */
const library = () => import('@simplewebauthn/browser');

/** Whether this browser makes and uses passkeys. */
export const canPasskey = (): boolean => window.isSecureContext && 'PublicKeyCredential' in window;

/** Has this device make a passkey, and adds it. Throws what the browser or the server says. */
export async function addPasskey(): Promise<void> {
  const optionsJSON = await send<
    Parameters<Awaited<ReturnType<typeof library>>['startRegistration']>[0]['optionsJSON']
  >('/api/passkeys/options', undefined);
  const { startRegistration } = await library();
  await send('/api/passkeys', await startRegistration({ optionsJSON }));
}

/** Signs in with a passkey of this device. */
export async function signInWithPasskey(): Promise<void> {
  const optionsJSON = await send<
    Parameters<Awaited<ReturnType<typeof library>>['startAuthentication']>[0]['optionsJSON']
  >('/api/sign-in/passkey/options', undefined);
  const { startAuthentication } = await library();
  await send<Session>('/api/sign-in/passkey', await startAuthentication({ optionsJSON }));
}

/** What of a failure is told: nothing where somebody changed their mind. */
export function passkeyFault(error: Error): string | undefined {
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return undefined;
  if (error.name === 'InvalidStateError') return 'This device has a passkey for Drawbridge already.';
  return error.message;
}

/** Whether a passkey is offered on this device; somebody who did not want one is not asked again. */
export const isOffered = (): boolean => canPasskey() && localStorage.getItem(NEVER) === null;

/** Asks no more on this device. */
export const offerNoMore = (): void => localStorage.setItem(NEVER, '1');
