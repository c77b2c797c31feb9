import type { PersonId } from '../domain/case/roles.js';
import { type Accounts, plainAccount } from '../domain/people/accounts.js';
import type { Database, Tx } from './connect.js';
import type { AccountAt, PersonRecord } from './contract.js';
import { type Keyring, seal, unseal } from './secrets.js';

/** What is kept of a person under the person's own key. */
export type PersonData = Omit<PersonRecord, 'personId'>;

/** A person's row with its key, before it is opened; `told`: what one case was told last. */
export type PersonRow = {
  person_id: string;
  email_mac: Buffer | null;
  account_mac: Buffer | null;
  account_id_mac: Buffer | null;
  sealed: Buffer | null;
  erased_at: Date | null;
  first_case: string | null;
  wrapped_key: Buffer | null;
  details: string | null;
  told: Buffer | null;
  told_seq: number | null;
  told_case: string | null;
};

/** What was told: to which case, of whom, under which id, with which entry; all of it is bound to what is kept. */
export type ToldOf = { caseId: string; personId: PersonId; details: string; seq: number };

/** Addresses are the same whatever their case and the spaces around them. */
export const normal = (text: string): string => text.trim().normalize('NFC').toLowerCase();

const keyLabel = (personId: PersonId) => `key:${personId}`;
/* The case that recorded a person first is bound to what is kept: whoever changes the column cannot open it. */
const dataLabel = (personId: PersonId, firstCase: string | null) => `person:${personId}/${firstCase ?? ''}`;
const toldLabel = ({ caseId, personId, details, seq }: ToldOf) => `told:${personId}:${details}:${seq}:${caseId}`;

/** The rows of people with their keys, and what a case was told of them last; to be narrowed by `where`. */
export const personRows = (db: Database | Tx, caseId = '') =>
  db
    .selectFrom('people')
    .leftJoin('person_keys', 'person_keys.person_id', 'people.person_id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('case_people')
          .select([
            'case_people.details',
            'case_people.sealed as told',
            'case_people.seq as told_seq',
            'case_people.case_id as told_case',
          ])
          .whereRef('case_people.person_id', '=', 'people.person_id')
          .where('case_people.case_id', '=', caseId)
          .orderBy('case_people.seq', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select([
      'people.person_id',
      'people.email_mac',
      'people.account_mac',
      'people.account_id_mac',
      'people.sealed',
      'people.erased_at',
      'people.first_case',
      'person_keys.wrapped_key',
      'latest.details',
      'latest.told',
      'latest.told_seq',
      'latest.told_case',
    ]);

/** The key of a person; undefined once it is destroyed. */
export const personKey = (
  keys: Keyring,
  { person_id, wrapped_key }: Pick<PersonRow, 'person_id' | 'wrapped_key'>,
): Buffer | undefined => (wrapped_key === null ? undefined : keys.unwrap(wrapped_key, keyLabel(person_id)));

/** Opens a row, by what the case was told where it was told anything; a person without key is erased, whatever else is left. */
export function openPerson(keys: Keyring, row: PersonRow): PersonRecord | 'erased' {
  const key = personKey(keys, row);
  if (key === undefined || row.sealed === null) return 'erased';
  const { person_id: personId, details, told, told_seq: seq, told_case: caseId } = row;
  if (details !== null && told !== null && seq !== null && caseId !== null)
    return { personId, ...openTold(key, { caseId, personId, details, seq }, told) };
  return { personId, ...parseData(unseal(key, row.sealed, dataLabel(personId, row.first_case))) };
}

/** Opens one of the things that a case was told of a person. */
export const openTold = (key: Buffer, of: ToldOf, told: Buffer): PersonData =>
  parseData(unseal(key, told, toldLabel(of)));

/** Seals what a case is told of a person. */
export const sealTold = (key: Buffer, of: ToldOf, data: PersonData): Buffer => seal(key, bytesOf(data), toldLabel(of));

/** The bytes are authenticated and were written by {@link bytesOf} only. */
export const parseData = (bytes: Buffer): PersonData => JSON.parse(bytes.toString('utf8'));

export const bytesOf = ({ name, email, accounts, timeZone, handles }: PersonData): Buffer =>
  Buffer.from(JSON.stringify({ name, email, accounts, timeZone, handles }));

/** The keyed hash by which an account is found: of its name, or of the id that it keeps; no name of a provider holds a sign. */
export const accountMac = (keys: Keyring, account: AccountAt): Buffer =>
  keys.mac(
    'account',
    'id' in account
      ? `${account.provider}#${account.id}`
      : `${account.provider}:${plainAccount(account.provider, account.name)}`,
  );

/** Every hash by which accounts are found, in their order. */
export const accountMacs = (keys: Keyring, accounts: Accounts = {}): Buffer[] =>
  Object.entries(accounts)
    .flatMap(([provider, { name, id }]) => [{ provider, name }, ...(id === undefined ? [] : [{ provider, id }])])
    .map((account) => accountMac(keys, account))
    .sort(Buffer.compare);

/** The one account that somebody without an address is known by. */
function onlyAccount({ accounts = {} }: PersonData): { provider: string; name: string; id?: string } {
  const [[provider, { name, id }] = ['', { name: '', id: undefined }]] = Object.entries(accounts);
  return { provider, name, ...(id !== undefined && { id }) };
}

/** Keyed hashes by which somebody is found: a person by address, an unknown account by its name, and by its number once that is known. */
export function macsOf(keys: Keyring, data: PersonData) {
  if (data.email !== '') return { email: keys.mac('email', normal(data.email)), account: null, number: null };
  const { provider, name, id } = onlyAccount(data);
  const number = id === undefined ? null : accountMac(keys, { provider, id });
  return { email: null, account: accountMac(keys, { provider, name }), number };
}

/** Who is found by what {@link macsOf} is made of: an account by its number before its name, and by its name only where that is all that is known of one side. */
export async function holderOf(tx: Database | Tx, keys: Keyring, data: PersonData): Promise<PersonRow | undefined> {
  const { email, account, number } = macsOf(keys, data);
  if (email !== null) return personRows(tx).where('people.email_mac', '=', email).executeTakeFirst();
  if (number === null) return personRows(tx).where('people.account_mac', '=', account).executeTakeFirst();
  const known = await personRows(tx).where('people.account_id_mac', '=', number).executeTakeFirst();
  return (
    known ??
    personRows(tx)
      .where('people.account_mac', '=', account)
      .where('people.account_id_mac', 'is', null)
      .executeTakeFirst()
  );
}

/** What is kept of somebody outside of cases, sealed. A login and the ids of a case file belong to a case; without an address there is only an unknown account. */
export const sealBase = (key: Buffer, personId: PersonId, data: PersonData, firstCase: string | null): Buffer => {
  const base = data.email === '' ? data : { name: data.name, email: data.email, timeZone: data.timeZone };
  return seal(key, bytesOf(base), dataLabel(personId, firstCase));
};

/** Puts right what is known of a person outside of cases; an address that is somebody else's is left to the case alone. */
export async function rewritePerson(
  tx: Tx,
  keys: Keyring,
  { key, personId, firstCase }: { key: Buffer; personId: PersonId; firstCase: string | null },
  data: PersonData,
) {
  const holder = await holderOf(tx, keys, data);
  if (holder !== undefined && holder.person_id !== personId) return;
  await tx
    .updateTable('people')
    .set({ sealed: sealBase(key, personId, data, firstCase), email_mac: macsOf(keys, data).email })
    .where('person_id', '=', personId)
    .execute();
}

/** An account that is seen under the name of another one has the name from now on; the other one is found by its number. */
const releaseName = (tx: Tx, account: Buffer) =>
  tx
    .updateTable('people')
    .set({ account_mac: null })
    .where('account_mac', '=', account)
    .where('account_id_mac', 'is not', null)
    .execute();

/** Creates a person with a key of its own; undefined where the id, the address or the account is somebody's already. */
export async function insertPerson(
  tx: Tx,
  keys: Keyring,
  personId: PersonId,
  data: PersonData,
  firstCase: string | null = null,
): Promise<Buffer | undefined> {
  const { dataKey, wrapped } = keys.newDataKey(keyLabel(personId));
  const macs = macsOf(keys, data);
  if (macs.number !== null) await releaseName(tx, macs.account);
  const sealed = sealBase(dataKey, personId, data, firstCase);
  const inserted = await tx
    .insertInto('people')
    .values({
      person_id: personId,
      email_mac: macs.email,
      account_mac: macs.account,
      account_id_mac: macs.number,
      sealed,
      first_case: firstCase,
    })
    .onConflict((c) => c.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  if (inserted === undefined) return undefined;
  await tx.insertInto('person_keys').values({ person_id: personId, wrapped_key: wrapped }).execute();
  return dataKey;
}
