import { type AccessProvider, type AccessTarget, type Account, ProviderError } from '../port.js';
import { grantRights, withdrawRights } from './changes.js';
import { checkDatabase } from './check.js';
import { readLeftBehind } from './leftBehind.js';
import { type PlaceId, parsePlaceId, parseRoleId } from './names.js';
import { findAccount, findPlace, listRoles, observeRole } from './reading.js';
import { openSessions, type PostgresOptions } from './session.js';
import { POSTGRES } from './vocabulary.js';

/** A provider that holds connections until it is closed. */
export type PostgresProvider = AccessProvider & {
  /** Ends every connection. */
  close(): Promise<void>;
};

/**
 * Access to tables and views of one PostgreSQL database, version 15 or newer, for roles of people's own.
 *
 * A place's name is `schema.relation` or `schema.relation(column,column)`, its id the numbers of database, relation and
 * columns; an account's id is the number of its role. The client's administrators make the roles, and say how they
 * authenticate; Drawbridge gives and takes rights, LOGIN and VALID UNTIL (docs/providers.md has the least rights).
 */
export function createPostgresProvider(options: PostgresOptions): PostgresProvider {
  const sessions = openSessions(options);
  return {
    id: POSTGRES.id,
    identifyAccount: async (name) => sessions.reading((session) => findAccount(session, name)),
    identifyPlace: async (name) => sessions.reading((session) => findPlace(session, name)),
    async observe(target) {
      const { place, role } = idsOf(target);
      return await sessions.reading((session) => observeRole(session, place, role));
    },
    async grant(target, grant, whileAllowed) {
      const { place, role } = idsOf(target);
      await grantRights(sessions, place, role, grant, whileAllowed);
    },
    async withdraw(target) {
      const { place, role } = idsOf(target);
      await withdrawRights(sessions, place, role);
    },
    async list(place) {
      const id = placeIdOf(place.id);
      return await sessions.reading((session) => listRoles(session, id));
    },
    async leftBehind(place, { by } = {}) {
      const id = placeIdOf(place.id);
      const role = by && roleOf(by);
      return await sessions.reading((session) => readLeftBehind(session, id, role));
    },
    check: () => checkDatabase(sessions),
    close: () => sessions.close(),
  };
}

const idsOf = ({ place, account }: AccessTarget): { place: PlaceId; role: number } => ({
  place: placeIdOf(place.id),
  role: roleOf(account),
});

function roleOf({ id }: Account): number {
  const role = parseRoleId(id);
  if (role === undefined) throw new ProviderError('ProviderRefused', 'The account is not the number of a role.');
  return role;
}

function placeIdOf(text: string): PlaceId {
  const id = parsePlaceId(text);
  if (id === undefined) throw new ProviderError('ProviderRefused', 'The place is not the number of a table or view.');
  return id;
}
