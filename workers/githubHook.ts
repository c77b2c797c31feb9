import type { Hook } from '../api/parts.js';
import type { PlaceLooks } from '../client/placeLooks.js';
import { isSigned, placesTold } from '../providers/access/github/webhook.js';
import type { Store } from '../store/contract.js';

/** Deliveries about one place within this time are one look, milliseconds. */
const GATHERED_MS = 1_000;

type Parts = {
  secret: string;
  places: Pick<Store['places'], 'watched'>;
  looks: Pick<PlaceLooks, 'soon'>;
  /** Told the kind of an error where a look could not be asked for: the Schedule makes it. */
  onTrouble(kind: string): void;
};

/**
 * Takes what GitHub says has changed and has the places looked at. It makes looks early and is relied on for nothing: what it misses, as
 * while this process was away, the Schedule of the place finds.
 */
export function createGithubHook({ secret, places, looks, onTrouble }: Parts): Hook {
  const waiting = new Set<string>();

  const look = async (about: string): Promise<void> => {
    waiting.delete(about);
    const github = (await places.watched()).filter(({ provider }) => provider === 'github');
    for (const place of github) if (about === 'all' || place.placeId === about) await looks.soon(place);
  };

  return async ({ body, header }) => {
    if (!isSigned(secret, body, header('x-hub-signature-256'))) return false;
    const about = placesTold(header('x-github-event'), body);
    if (about === 'none') return true;
    const key = about === 'all' ? 'all' : about.placeId;
    if (waiting.has(key)) return true;
    waiting.add(key);
    setTimeout(() => {
      look(key).catch((error: unknown) => onTrouble(error instanceof Error ? error.name : 'unknown'));
    }, GATHERED_MS).unref();
    return true;
  };
}
