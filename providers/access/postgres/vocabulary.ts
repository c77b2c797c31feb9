import type { Vocabulary } from '../vocabulary.js';
import { isRoleName, parsePlaceName } from './names.js';
import { PERMISSIONS } from './rights.js';

/** PostgreSQL: tables and views of one database, and roles of people's own. */
export const POSTGRES: Vocabulary = {
  id: 'postgres',
  name: 'PostgreSQL',
  kinds: ['data-set'],
  permissions: PERMISSIONS,
  place: {
    matches: (text) => parsePlaceName(text) !== undefined,
    right: 'schema.table, or schema.table(column,column)',
  },
  account: { matches: isRoleName, right: 'the name of a role that people log in with' },
};
