import type { PersonId } from '../domain/case/roles.js';
import type { Database, Tx } from './connect.js';
import type { PersonRecord, Store } from './contract.js';
import { StoreError } from './errors.js';
import {
  insertPerson,
  normal,
  openPerson,
  type PersonData,
  type PersonRow,
  personRows,
  rewritePerson,
} from './personRows.js';
import type { Keyring } from './secrets.js';
import { requireStorable } from './text.js';

/** A concurrent writer may take the address between our look and our insert; then we look again. */
const TRIES = 5;

/** What is shown in the place of a name whose key was destroyed. */
export const ERASED_NAME = 'Erased person';

/** People, encrypted per person; `ready` answers once the master key has proven to be the right one. */
export function people(db: Database, keys: Keyring, ready: () => Promise<void>): Store['people'] {
  const rowBy = async (tx: Database | Tx, field: 'email' | 'account', value: string): Promise<PersonRow | undefined> =>
    personRows(tx)
      .where(field === 'email' ? 'people.email_mac' : 'people.account_mac', '=', keys.mac(field, normal(value)))
      .executeTakeFirst();

  const rowsOf = async (personIds: PersonId[]): Promise<PersonRow[]> =>
    personIds.length === 0
      ? []
      : personRows(db)
          .where('people.person_id', 'in', [...new Set(personIds)])
          .execute();

  return {
    async upsert(person) {
      requireStorable(person);
      if (normal(person.email) === '') throw new StoreError('Malformed', 'A person needs an email address.');
      await ready();
      for (let left = TRIES; left > 0; left--) {
        const personId = await db.transaction().execute((tx) => upsertOnce(tx, keys, rowBy, person));
        if (personId !== undefined) return personId;
      }
      throw new Error('The person was changed by others at every try.');
    },

    async find(personId) {
      const row = await personRows(db).where('people.person_id', '=', personId).executeTakeFirst();
      return row && openPerson(keys, row);
    },

    async findAll(personIds) {
      const rows = await rowsOf(personIds);
      return rows.flatMap((row) => {
        const person = openPerson(keys, row);
        return person === 'erased' ? [] : [person];
      });
    },

    async findByEmail(email) {
      await ready();
      const row = await rowBy(db, 'email', email);
      const person = row && openPerson(keys, row);
      return person === 'erased' ? undefined : person;
    },

    async upsertUnknownAccount(account) {
      requireStorable(account);
      await ready();
      for (let left = TRIES; left > 0; left--) {
        const found = await rowBy(db, 'account', account);
        if (found) return found.person_id;
        const data = { name: account, email: '', account };
        const macs = { email: null, account: keys.mac('account', normal(account)) };
        const personId = await db.transaction().execute((tx) => insertPerson(tx, keys, data, macs));
        if (personId !== undefined) return personId;
      }
      throw new Error('The account was changed by others at every try.');
    },

    async namesOf(personIds) {
      const rows = await rowsOf(personIds);
      const named = rows.map((row): [PersonId, string] => {
        const person = openPerson(keys, row);
        return [row.person_id, person === 'erased' ? ERASED_NAME : person.name];
      });
      return Object.fromEntries(named);
    },

    erase: (personId) => db.transaction().execute((tx) => destroyKey(tx, personId)),
  };
}

type RowBy = (tx: Tx, field: 'email' | 'account', value: string) => Promise<PersonRow | undefined>;

async function upsertOnce(tx: Tx, keys: Keyring, rowBy: RowBy, person: PersonData): Promise<PersonId | undefined> {
  const mine = await rowBy(tx, 'email', person.email);
  const holder = person.account === undefined ? undefined : await rowBy(tx, 'account', person.account);
  const target = mine ?? (holder?.email_mac === null ? holder : undefined);
  const email = keys.mac('email', normal(person.email));
  if (target === undefined) {
    if (holder !== undefined) throw accountTaken();
    const account = person.account === undefined ? null : keys.mac('account', normal(person.account));
    return insertPerson(tx, keys, person, { email, account });
  }
  await tx.selectFrom('people').select('person_id').where('person_id', '=', target.person_id).forUpdate().execute();
  const locked = await personRows(tx).where('people.person_id', '=', target.person_id).executeTakeFirst();
  const kept = locked && openPerson(keys, locked);
  if (locked === undefined || kept === undefined || kept === 'erased') return undefined;
  // An unknown account whose address becomes known turns into that person and keeps its id.
  const data = mine === undefined ? { ...kept, ...person, account: kept.account } : filledIn(kept, person);
  if (data.account !== undefined && holder !== undefined && holder.person_id !== locked.person_id) {
    if (data.account !== kept.account) await releaseAccount(tx, holder);
  }
  const account = data.account === undefined ? null : keys.mac('account', normal(data.account));
  await rewritePerson(tx, keys, locked, data, { email, account });
  return locked.person_id;
}

/** What is known stays; what is missing is taken from what was given. */
const filledIn = (kept: PersonRecord, given: PersonData): PersonData => ({
  name: kept.name === '' ? given.name : kept.name,
  email: kept.email,
  account: kept.account ?? given.account,
  timeZone: kept.timeZone ?? given.timeZone,
  ...(kept.handles === undefined && given.handles === undefined
    ? {}
    : { handles: [...new Set([...(kept.handles ?? []), ...(given.handles ?? [])])] }),
});

/** An unknown account passes to the person it belongs to; its id stays in the trail. */
async function releaseAccount(tx: Tx, holder: PersonRow): Promise<void> {
  if (holder.email_mac !== null) throw accountTaken();
  await tx.updateTable('people').set({ account_mac: null }).where('person_id', '=', holder.person_id).execute();
}

const accountTaken = () => new StoreError('DuplicateId', 'This account already belongs to another person.');

/** Destroys a person's key, empties the row and ends the tokens; false when there was no key. */
export async function destroyKey(tx: Tx, personId: PersonId): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('person_keys').where('person_id', '=', personId).executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  const erased_at = new Date();
  await tx
    .updateTable('people')
    .set({ email_mac: null, account_mac: null, sealed: null, erased_at })
    .where('person_id', '=', personId)
    .execute();
  await tx
    .updateTable('tokens')
    .set({ revoked_at: erased_at })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();
  return true;
}
