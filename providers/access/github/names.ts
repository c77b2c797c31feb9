import { isLogin } from '../../../domain/people/details.js';
import { ProviderError } from '../port.js';

/** The permissions that can be asked of GitHub, in its own words. */
export type GitHubPermission = 'pull' | 'triage' | 'push' | 'maintain' | 'admin';

/** A repository by its two names. */
export type Repository = { owner: string; repo: string };

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

/** True when both are the login of one account: GitHub ignores upper and lower case. */
export const sameLogin = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Takes `owner/name` apart; throws `ProviderRefused` when it cannot name a repository. */
export function parseRepository(resource: string): Repository {
  const found = /^([A-Za-z0-9][A-Za-z0-9_-]{0,38})\/([A-Za-z0-9._-]{1,100})$/.exec(resource);
  const [, owner, repo] = found ?? [];
  if (owner === undefined || repo === undefined || repo === '.' || repo === '..') {
    throw new ProviderError('ProviderRefused', 'The resource is not the name of a GitHub repository: owner/name.');
  }
  return { owner, repo };
}

/** Returns the login as it is; throws `ProviderRefused` when it cannot be one. */
export function checkLogin(account: string): string {
  if (isLogin(account)) return account;
  throw new ProviderError('ProviderRefused', 'The account is not a GitHub login.');
}

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
