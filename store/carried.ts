import type { CarriedPerson } from '../domain/case/carried.js';
import type { PersonId } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import { plainAccount } from '../domain/people/accounts.js';
import { canonicalText } from '../evidence/chain.js';
import type { Database, Tx } from './connect.js';
import type { Carrying } from './contract.js';
import {
  accountMacs,
  bytesOf,
  holderOf,
  insertPerson,
  normal,
  openPerson,
  openTold,
  type PersonData,
  personKey,
  personRows,
  rewritePerson,
  sealTold,
} from './personRows.js';
import { type Keyring, newId } from './secrets.js';

const labelOf = (caseId: string, details: string): string => `carried:${caseId}:${details}`;

/** Seals people for an act on a case, each under the id by which the address is known or a new one. Nothing is written. */
export async function carry(db: Database, keys: Keyring, caseId: string, people: PersonData[]): Promise<Carrying> {
  const carried: CarriedPerson[] = [];
  const ids = new Map<string, PersonId>();
  for (const data of onceEach(people)) {
    const holder = await holderOf(db, keys, data);
    const [personId, details] = [holder?.person_id ?? newId('p'), newId('d')];
    const sealed = keys.carry(bytesOf(data), labelOf(caseId, details)).toString('base64');
    carried.push({ personId, details, sealed });
    ids.set(normal(data.email), personId);
  }
  const digest = keys.mac('asked', canonicalText(people.map((p) => ({ ...p })))).toString('hex');
  return { people: carried, idOf: (email) => ids.get(normal(email)), digest };
}

/** What is put right of a person; `of` says whose, since an address may be among it, and `own` that they do so themselves. */
type Patch = Partial<PersonData> & { of: PersonId; own?: true };

/** Seals what `by` puts right of a person for an act on a case. */
export function carryCorrection(
  keys: Keyring,
  caseId: string,
  { of, by }: { of: PersonId; by: PersonId },
  given: Partial<PersonData>,
) {
  const { name, email, accounts, timeZone } = given;
  const patch: Patch = { of, ...(of === by && { own: true }), name, email, accounts, timeZone };
  const details = newId('d');
  const sealed = keys.carry(Buffer.from(JSON.stringify(patch)), labelOf(caseId, details)).toString('base64');
  const digest = keys.mac('asked', canonicalText({ name, email, accounts, timeZone })).toString('hex');
  return { person: { personId: of, details, sealed }, digest };
}

/** One entry for each address or account; what a later one adds is taken in. */
function onceEach(people: PersonData[]): PersonData[] {
  const found = new Map<string, PersonData>();
  for (const given of people) {
    const key = given.email === '' ? `account ${accountKey(given)}` : normal(given.email);
    const first = found.get(key);
    found.set(key, first === undefined ? given : filledIn(first, given));
  }
  return [...found.values()];
}

const accountKey = ({ accounts = {} }: PersonData): string =>
  Object.entries(accounts)
    .map(([provider, { name }]) => `${provider}:${plainAccount(provider, name)}`)
    .join(' ');

const filledIn = (first: PersonData, more: PersonData): PersonData => ({
  ...first,
  ...((first.accounts ?? more.accounts) && { accounts: { ...more.accounts, ...first.accounts } }),
  timeZone: first.timeZone ?? more.timeZone,
  ...((first.handles ?? more.handles) && {
    handles: [...new Set([...(first.handles ?? []), ...(more.handles ?? [])])],
  }),
});

/** Somebody else was recorded under an address, or was erased, since the people of an act were sealed. */
export class Renamed extends Error {
  constructor(readonly ids: Record<PersonId, PersonId>) {
    super('The people of an act are known under other ids by now.');
  }
}

/** What a case is told of a person; `put`: of all that it was told, and as something new only with another login. */
type Kept = { personId: PersonId; details: string; key: Buffer; data: PersonData; put?: boolean };

/**
 * Makes sure of the people whom an act names, in the transaction that records it, and answers what its case is told of them.
 * Throws {@link Renamed} where the act names somebody by an id that is not theirs.
 */
export async function register(tx: Tx, keys: Keyring, caseId: string, people: CarriedPerson[]): Promise<Kept[]> {
  const ids: Record<PersonId, PersonId> = {};
  const kept: Kept[] = [];
  for (const { personId, details, sealed } of people) {
    const given: PersonData | Patch = JSON.parse(
      keys.uncarry(Buffer.from(sealed, 'base64'), labelOf(caseId, details)).toString('utf8'),
    );
    if ('of' in given) {
      kept.push(...(await corrected(tx, keys, caseId, { personId, details, given })));
      continue;
    }
    const key = await keyOf(tx, keys, { caseId, personId, data: given }, ids);
    // What is seen at a provider is told of nobody.
    if (key !== undefined && given.email !== '') kept.push({ personId, details, key, data: given });
  }
  if (Object.keys(ids).length > 0) throw new Renamed(ids);
  return kept;
}

/**
 * The person as put right; nobody who was erased meanwhile. The case that recorded them first, and alone, puts them right outside of it too;
 * but for the address, to which codes of tokens go: their own act alone changes that one, and in whichever case.
 */
async function corrected(
  tx: Tx,
  keys: Keyring,
  caseId: string,
  { personId, details, given }: { personId: PersonId; details: string; given: Patch },
): Promise<Kept[]> {
  const row = await personRows(tx, caseId).where('people.person_id', '=', personId).executeTakeFirst();
  const [key, known] = row === undefined ? [] : [personKey(keys, row), openPerson(keys, row)];
  if (key === undefined || known === undefined || known === 'erased') return [];
  const { of: _of, own, ...patch } = given;
  const { personId: _id, ...before } = known;
  const accounts = { ...before.accounts, ...patch.accounts };
  const data = { ...before, ...patch, ...(Object.keys(accounts).length > 0 && { accounts }) };
  const recorded = await personRows(tx).where('people.person_id', '=', personId).executeTakeFirstOrThrow();
  const outside = openPerson(keys, recorded);
  if (outside === 'erased') return [];
  const email = (own && patch.email) || outside.email;
  const others = await tx
    .selectFrom('people')
    .leftJoin('case_people', 'case_people.person_id', 'people.person_id')
    .select(['people.first_case', 'case_people.case_id'])
    .where('people.person_id', '=', personId)
    .execute();
  const isAlone = others.every((one) => one.first_case === caseId && (one.case_id ?? caseId) === caseId);
  if (isAlone || email !== outside.email)
    await rewritePerson(
      tx,
      keys,
      { key, personId, firstCase: recorded.first_case },
      { ...(isAlone ? data : outside), email },
    );
  return [{ personId, details, key, data, put: true }];
}

/** The key of the person of that id; notes the right id in `ids` where it is another. */
async function keyOf(
  tx: Tx,
  keys: Keyring,
  { caseId, personId, data }: { caseId: string; personId: PersonId; data: PersonData },
  ids: Record<PersonId, PersonId>,
): Promise<Buffer | undefined> {
  const holder = await holderOf(tx, keys, data);
  if (holder?.person_id === personId) return personKey(keys, holder);
  const made =
    holder === undefined ? await insertPerson(tx, keys, personId, data, data.email === '' ? null : caseId) : undefined;
  if (made === undefined) ids[personId] = (holder ?? (await holderOf(tx, keys, data)))?.person_id ?? newId('p');
  return made;
}

/**
 * Writes what the case is told, and drops what neither the roster nor an access refers to any more. What is put right is put right in all that
 * stays; a row of its own has only another login, beside the one whose access is still to be closed.
 */
export async function keepTold(
  tx: Tx,
  keys: Keyring,
  { caseId, seq, state }: { caseId: string; seq: number; state: CaseState },
  kept: Kept[],
): Promise<void> {
  for (const { personId, details, key, data, put = false } of kept) {
    const before = await tx
      .deleteFrom('case_people')
      .where('case_id', '=', caseId)
      .where('person_id', '=', personId)
      .returning(['details', 'seq', 'sealed'])
      .execute();
    const latest = before.sort((a, b) => a.seq - b.seq).at(-1);
    const used = inUse(state, personId);
    const isNew = !put || latest === undefined || state.people[personId]?.details === details;
    const staying = before.filter((row) => used.includes(row.details) || (put && !isNew && row === latest));
    const rows = staying.map((row) => {
      const told = openTold(key, { caseId, personId, details: row.details, seq: row.seq }, row.sealed);
      return {
        details: row.details,
        seq: row.seq,
        told: put ? { ...data, accounts: told.accounts } : told,
      };
    });
    for (const row of isNew ? [...rows, { details, seq, told: data }] : rows) {
      const sealed = sealTold(key, { caseId, personId, details: row.details, seq: row.seq }, row.told);
      const values = {
        case_id: caseId,
        person_id: personId,
        details: row.details,
        seq: row.seq,
        account_macs: accountMacs(keys, row.told.accounts),
        sealed,
      };
      await tx.insertInto('case_people').values(values).execute();
    }
  }
}

/** What the record still refers to: what was proposed, what was accepted, and what an access that is or was open went by. */
function inUse({ people, leases }: CaseState, personId: PersonId): string[] {
  const person = people[personId];
  const opened = Object.values(leases).flatMap((lease) => (lease.person === personId ? [lease.account] : []));
  return [person?.details, person?.account, ...opened].filter((one) => one !== undefined);
}
