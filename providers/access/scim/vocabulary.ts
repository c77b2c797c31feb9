import type { Vocabulary } from '../vocabulary.js';
import { isName } from './names.js';

/** A directory that speaks SCIM 2.0: its groups give what the systems behind it make of them. */
export const SCIM: Vocabulary = {
  id: 'scim',
  name: 'SCIM 2.0',
  kinds: ['repository', 'data-set', 'model'],
  permissions: ['member'],
  place: { matches: isName, right: 'the display name of a group' },
  account: { matches: isName, right: 'the user name of somebody in the directory' },
};
