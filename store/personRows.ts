import type { PersonId } from '../domain/case/roles.js';
import type { Database, Tx } from './connect.js';
import type { PersonRecord } from './contract.js';
import { type Keyring, newId, seal, unseal } from './secrets.js';

/** What is kept of a person under the person's own key. */
export type PersonData = Omit<PersonRecord, 'personId'>;

/** A person's row with its key, before it is opened. */
export type PersonRow = {
  person_id: string;
  email_mac: Buffer | null;
  account_mac: Buffer | null;
  sealed: Buffer | null;
  erased_at: Date | null;
  wrapped_key: Buffer | null;
};

/** Addresses and accounts are the same whatever their case and the spaces around them. */
export const normal = (text: string): string => text.trim().normalize('NFC').toLowerCase();

const keyLabel = (personId: PersonId) => `key:${personId}`;
const dataLabel = (personId: PersonId) => `person:${personId}`;

/** The rows of people with their keys, to be narrowed by `where`. */
export const personRows = (db: Database | Tx) =>
  db
    .selectFrom('people')
    .leftJoin('person_keys', 'person_keys.person_id', 'people.person_id')
    .select([
      'people.person_id',
      'people.email_mac',
      'people.account_mac',
      'people.sealed',
      'people.erased_at',
      'person_keys.wrapped_key',
    ]);

/** The key of a person; undefined once it is destroyed. */
export const personKey = (keys: Keyring, { person_id, wrapped_key }: PersonRow): Buffer | undefined =>
  wrapped_key === null ? undefined : keys.unwrap(wrapped_key, keyLabel(person_id));

/** Opens a row; a person without key is erased, whatever else is left. */
export function openPerson(keys: Keyring, row: PersonRow): PersonRecord | 'erased' {
  const key = personKey(keys, row);
  if (key === undefined || row.sealed === null) return 'erased';
  return { personId: row.person_id, ...parseData(unseal(key, row.sealed, dataLabel(row.person_id))) };
}

/** The bytes are authenticated and were written by {@link sealData} only. */
const parseData = (bytes: Buffer): PersonData => JSON.parse(bytes.toString('utf8'));

const sealData = (key: Buffer, personId: PersonId, data: PersonData): Buffer => {
  const { name, email, account, timeZone, handles } = data;
  return seal(key, Buffer.from(JSON.stringify({ name, email, account, timeZone, handles })), dataLabel(personId));
};

/** Creates a person with a key of its own; nobody else may have the address or account: then undefined. */
export async function insertPerson(
  tx: Tx,
  keys: Keyring,
  data: PersonData,
  macs: { email: Buffer | null; account: Buffer | null },
): Promise<PersonId | undefined> {
  const personId = newId('p');
  const { dataKey, wrapped } = keys.newDataKey(keyLabel(personId));
  const inserted = await tx
    .insertInto('people')
    .values({
      person_id: personId,
      email_mac: macs.email,
      account_mac: macs.account,
      sealed: sealData(dataKey, personId, data),
    })
    .onConflict((c) => c.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  if (inserted === undefined) return undefined;
  await tx.insertInto('person_keys').values({ person_id: personId, wrapped_key: wrapped }).execute();
  return personId;
}

/** Writes a person's data anew under the key that the person has. */
export async function rewritePerson(
  tx: Tx,
  keys: Keyring,
  row: PersonRow,
  data: PersonData,
  macs: { email: Buffer | null; account: Buffer | null },
): Promise<void> {
  const key = personKey(keys, row);
  if (key === undefined) throw new Error('An erased person has no key to write under.');
  const sealed = sealData(key, row.person_id, data);
  await tx
    .updateTable('people')
    .set({ sealed, email_mac: macs.email, account_mac: macs.account })
    .where('person_id', '=', row.person_id)
    .execute();
}
