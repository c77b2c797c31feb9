import { isLogin } from '../../../domain/people/details.js';
import type { Vocabulary } from '../vocabulary.js';

/** The words of GitHub. */
export const GITHUB: Vocabulary = {
  id: 'github',
  name: 'GitHub',
  kinds: ['repository'],
  permissions: ['pull', 'triage', 'push', 'maintain', 'admin'],
  administers: 'admin',
  place: {
    matches: (text) => /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(text),
    right: 'owner/name of a repository',
  },
  account: { matches: isLogin, right: 'a GitHub login' },
};
