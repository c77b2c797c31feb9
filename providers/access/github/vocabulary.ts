import { isLogin } from '../../../domain/people/details.js';
import type { Vocabulary } from '../vocabulary.js';

export { isLogin };

/**
 * True for what can be a repository's full name: the owner is an account as any other, so it never begins with a hyphen; `.` and
 * `..` name no repository.
 */
export function isFullName(text: string): boolean {
  const [owner = '', name = '', ...more] = text.split('/');
  return more.length === 0 && isLogin(owner) && /^[A-Za-z0-9._-]{1,100}$/.test(name) && !/^\.\.?$/.test(name);
}

/** The words of GitHub. */
export const GITHUB: Vocabulary = {
  id: 'github',
  name: 'GitHub',
  kinds: ['repository'],
  permissions: ['pull', 'triage', 'push', 'maintain', 'admin'],
  administers: 'admin',
  place: { matches: isFullName, right: 'owner/name of a repository' },
  account: { matches: isLogin, right: 'a GitHub login' },
};
