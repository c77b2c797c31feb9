import { sql } from 'kysely';
import type { PersonId } from '../domain/case/roles.js';
import type { Instant } from '../domain/time.js';
import { carry, carryCorrection } from './carried.js';
import type { Database, Tx } from './connect.js';
import type { Store } from './contract.js';
import { StoreError } from './errors.js';
import {
  accountMac,
  holderOf,
  insertPerson,
  openPerson,
  openTold,
  type PersonRow,
  personKey,
  personRows,
} from './personRows.js';
import { type Keyring, newId } from './secrets.js';
import { endSessionsOf } from './sessions.js';
import { requireStorable } from './text.js';

/** A concurrent writer may take the address between our look and our insert; then we look again. */
const TRIES = 5;

/** What is shown in the place of a name whose key was destroyed. */
export const ERASED_NAME = 'Erased person';

/** People, encrypted per person; `ready` answers once the master key has proven to be the right one. */
export function people(db: Database, keys: Keyring, ready: () => Promise<void>): Store['people'] {
  const rowsOf = async (personIds: PersonId[], caseId?: string): Promise<PersonRow[]> =>
    personIds.length === 0
      ? []
      : personRows(db, caseId)
          .where('people.person_id', 'in', [...new Set(personIds)])
          .execute();

  return {
    async ensure(person) {
      requireStorable(person);
      if (person.email.trim() === '') throw new StoreError('Malformed', 'A person needs an email address.');
      await ready();
      for (let left = TRIES; left > 0; left--) {
        const holder = await holderOf(db, keys, person);
        if (holder !== undefined) return holder.person_id;
        const personId = newId('p');
        if (await db.transaction().execute((tx) => insertPerson(tx, keys, personId, person))) return personId;
      }
      throw new Error('The person was changed by others at every try.');
    },

    async carry(caseId, told) {
      requireStorable(told);
      await ready();
      return carry(db, keys, caseId, told);
    },

    async carryCorrection(caseId, who, given) {
      requireStorable(given);
      await ready();
      return carryCorrection(keys, caseId, who, given);
    },

    async find(personId, caseId) {
      const row = await personRows(db, caseId).where('people.person_id', '=', personId).executeTakeFirst();
      return row && openPerson(keys, row);
    },

    async findAll(personIds, caseId) {
      const rows = await rowsOf(personIds, caseId);
      return rows.flatMap((row) => {
        const person = openPerson(keys, row);
        return person === 'erased' ? [] : [person];
      });
    },

    async findByEmail(email) {
      await ready();
      const row = await holderOf(db, keys, { name: '', email });
      const person = row && openPerson(keys, row);
      return person === 'erased' ? undefined : person;
    },

    async told({ caseId, personId, account }) {
      let query = personRows(db)
        .innerJoin('case_people', 'case_people.person_id', 'people.person_id')
        .select([
          'case_people.case_id as in_case',
          'case_people.details as version',
          'case_people.seq',
          'case_people.sealed as bytes',
        ])
        .orderBy('case_people.case_id')
        .orderBy('case_people.seq');
      if (caseId !== undefined) query = query.where('case_people.case_id', '=', caseId);
      if (personId !== undefined) query = query.where('case_people.person_id', '=', personId);
      if (account !== undefined)
        query = query.where(
          'case_people.account_macs',
          '@>',
          sql<Buffer[]>`array[${accountMac(keys, account)}::bytea]`,
        );
      const rows = await query.execute();
      return rows.flatMap((row) => {
        const key = personKey(keys, row);
        const { person_id: id, in_case: of, version: details, seq, bytes } = row;
        const told = { caseId: of, details, personId: id };
        return key === undefined ? [] : [{ ...told, ...openTold(key, { ...told, seq }, bytes) }];
      });
    },

    async accounts(caseId, personId, details = '') {
      const row = await personRows(db).where('people.person_id', '=', personId).executeTakeFirst();
      const key = row && personKey(keys, row);
      if (row !== undefined && key === undefined) return 'erased';
      const told = await db
        .selectFrom('case_people')
        .select(['seq', 'sealed'])
        .where('case_id', '=', caseId)
        .where('person_id', '=', personId)
        .where('details', '=', details)
        .executeTakeFirst();
      if (key === undefined || told === undefined) return {};
      return openTold(key, { caseId, personId, details, seq: told.seq }, told.sealed).accounts ?? {};
    },

    async namesOf(personIds, caseId) {
      const rows = await rowsOf(personIds, caseId);
      const named = rows.map((row): [PersonId, string] => {
        const person = openPerson(keys, row);
        return [row.person_id, person === 'erased' ? ERASED_NAME : person.name];
      });
      return Object.fromEntries(named);
    },
  };
}

/** Destroys a person's key, empties the row and ends the tokens; false when there was no key. */
export async function destroyKey(tx: Tx, personId: PersonId, at: Instant): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('person_keys').where('person_id', '=', personId).executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  const erased_at = new Date(at);
  await tx
    .updateTable('people')
    .set({ email_mac: null, account_mac: null, account_id_mac: null, sealed: null, erased_at })
    .where('person_id', '=', personId)
    .execute();
  await tx.deleteFrom('case_people').where('person_id', '=', personId).execute();
  await tx
    .updateTable('tokens')
    .set({ revoked_at: erased_at })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();
  // What somebody calls a token may say who they are.
  await tx.updateTable('tokens').set({ label: '' }).where('person_id', '=', personId).execute();
  await endSessionsOf(tx, personId);
  // Whoever comes again is somebody new.
  await tx.deleteFrom('identities').where('person_id', '=', personId).execute();
  return true;
}
