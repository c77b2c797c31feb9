import { ProviderError } from '../port.js';

/** The permissions that can be asked of GitHub, in its own words. */
export type GitHubPermission = 'pull' | 'triage' | 'push' | 'maintain' | 'admin';

/* GitHub writes one permission in two ways: `read` and `write` in answers about people, `pull` and `push` in requests. */
const WORDS: ReadonlyMap<string, GitHubPermission> = new Map([
  ['pull', 'pull'],
  ['read', 'pull'],
  ['triage', 'triage'],
  ['push', 'push'],
  ['write', 'push'],
  ['maintain', 'maintain'],
  ['admin', 'admin'],
]);

/** The permission to ask for; throws `ProviderRefused` for a word that GitHub does not know. */
export function askablePermission(word: string): GitHubPermission {
  const permission = WORDS.get(word);
  if (permission !== undefined) return permission;
  throw new ProviderError('ProviderRefused', 'The permission is none of pull, triage, push, maintain and admin.');
}

/** The permission that an answer names; a custom role keeps its name, no permission is undefined. */
export function heldPermission(word: string | null | undefined): string | undefined {
  if (word === null || word === undefined || word === '' || word === 'none') return undefined;
  return WORDS.get(word) ?? word;
}

/** The permission in the word that a change of an invitation takes. */
export function invitationWord(permission: GitHubPermission): string {
  if (permission === 'pull') return 'read';
  return permission === 'push' ? 'write' : permission;
}

/** The number in an id of GitHub's; throws `ProviderRefused` when it is none. */
export function numberOf({ id }: { id: string }): number {
  if (/^[1-9]\d{0,14}$/.test(id)) return Number(id);
  throw new ProviderError('ProviderRefused', 'The id is none of GitHub’s: a whole number.');
}
