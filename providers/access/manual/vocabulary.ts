import type { Vocabulary } from '../vocabulary.js';

/** The words of access by hand: the client names its own places, and people stand for accounts. */
export const MANUAL: Vocabulary = {
  id: 'manual',
  name: 'by hand',
  kinds: ['repository', 'data-set', 'model'],
  permissions: ['read', 'change', 'administer'],
  administers: 'administer',
  place: {
    matches: (text) => /^[a-z0-9][a-z0-9._-]{0,60}$/.test(text),
    right: 'a name of small letters, digits, dots and dashes',
  },
};
