import type { CarriedPerson } from '../domain/case/carried.js';
import type { PersonId } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import { canonicalText } from '../evidence/chain.js';
import type { Database, Tx } from './connect.js';
import type { Carrying } from './contract.js';
import {
  accountMac,
  bytesOf,
  holderOf,
  insertPerson,
  normal,
  type PersonData,
  parseData,
  personKey,
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

/** One entry for each address or account; what a later one adds is taken in. */
function onceEach(people: PersonData[]): PersonData[] {
  const found = new Map<string, PersonData>();
  for (const given of people) {
    const key = given.email === '' ? `account ${normal(given.account ?? '')}` : normal(given.email);
    const first = found.get(key);
    found.set(key, first === undefined ? given : filledIn(first, given));
  }
  return [...found.values()];
}

const filledIn = (first: PersonData, more: PersonData): PersonData => ({
  ...first,
  account: first.account ?? more.account,
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

type Kept = { personId: PersonId; details: string; account?: string; sealed: Buffer };

/**
 * Makes sure of the people whom an act names, in the transaction that records it, and answers what its case is told of them.
 * Throws {@link Renamed} where the act names somebody by an id that is not theirs.
 */
export async function register(tx: Tx, keys: Keyring, caseId: string, people: CarriedPerson[]): Promise<Kept[]> {
  const ids: Record<PersonId, PersonId> = {};
  const kept: Kept[] = [];
  for (const { personId, details, sealed } of people) {
    const data = parseData(keys.uncarry(Buffer.from(sealed, 'base64'), labelOf(caseId, details)));
    const key = await keyOf(tx, keys, personId, data, ids);
    // What is seen at a provider is told of nobody.
    if (key !== undefined && data.email !== '')
      kept.push({ personId, details, account: data.account, sealed: sealTold(key, personId, details, data) });
  }
  if (Object.keys(ids).length > 0) throw new Renamed(ids);
  return kept;
}

/** The key of the person of that id; notes the right id in `ids` where it is another. */
async function keyOf(
  tx: Tx,
  keys: Keyring,
  personId: PersonId,
  data: PersonData,
  ids: Record<PersonId, PersonId>,
): Promise<Buffer | undefined> {
  const holder = await holderOf(tx, keys, data);
  if (holder?.person_id === personId) return personKey(keys, holder);
  const made = holder === undefined ? await insertPerson(tx, keys, personId, data) : undefined;
  if (made === undefined) ids[personId] = (holder ?? (await holderOf(tx, keys, data)))?.person_id ?? newId('p');
  return made;
}

/** Writes what the case is told, and drops what neither the roster nor an access refers to any more. */
export async function keepTold(
  tx: Tx,
  keys: Keyring,
  { caseId, seq, state }: { caseId: string; seq: number; state: CaseState },
  kept: Kept[],
): Promise<void> {
  for (const { personId, details, account, sealed } of kept) {
    await tx
      .deleteFrom('case_people')
      .where('case_id', '=', caseId)
      .where('person_id', '=', personId)
      .where('details', 'not in', ['', ...inUse(state, personId)])
      .execute();
    const account_mac = account === undefined ? null : accountMac(keys, account);
    const row = { case_id: caseId, person_id: personId, details, seq, account_mac, sealed };
    await tx.insertInto('case_people').values(row).execute();
  }
}

/** What the record still refers to: what was proposed, what was accepted, and what an access that is or was open went by. */
function inUse({ people, leases }: CaseState, personId: PersonId): string[] {
  const person = people[personId];
  const opened = Object.values(leases).flatMap((lease) => (lease.person === personId ? [lease.account] : []));
  return [person?.details, person?.account, ...opened].filter((one) => one !== undefined);
}
