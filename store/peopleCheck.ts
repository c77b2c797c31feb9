import type { PersonId } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import type { Instant } from '../domain/time.js';
import type { Database, Tx } from './connect.js';
import { atOf } from './custodyLog.js';
import { accountMacs, macsOf, openPerson, openTold, type PersonRow, personKey, personRows } from './personRows.js';
import type { Keyring } from './secrets.js';

/** As `newId` makes them. */
const ID = /p-[a-z2-7]{16}/g;

/** Ids of people that stand anywhere in a hashed text. */
export const mentionedIn = (content: string): PersonId[] => content.match(ID) ?? [];

/**
 * People among these whose row is not what was written of them, by id, each as `people p-…`.
 *
 * 1. A row with a key opens under it as that person's, and its address and account are the ones by which it is found.
 * 2. A row without a key is empty, and the log of custody says when it was erased.
 * 3. Whoever has acted has a row; an id that somebody merely typed need not.
 */
export async function differingPeople(
  db: Database | Tx,
  keys: Keyring,
  { mentioned, actors }: { mentioned: ReadonlySet<PersonId>; actors: ReadonlySet<PersonId> },
): Promise<string[]> {
  const ids = [...mentioned];
  if (ids.length === 0) return [];
  const rows = await personRows(db).where('people.person_id', 'in', ids).execute();
  const erasures = await db
    .selectFrom('custody')
    .select(['subject', 'content'])
    .where('kind', '=', 'PersonErased')
    .where('subject', 'in', ids)
    .execute();
  const erasedAt = (id: PersonId) =>
    erasures.filter(({ subject }) => subject === id).map(({ content }) => atOf(content));
  const found = new Set(rows.map(({ person_id }) => person_id));
  const missing = ids.filter((id) => actors.has(id) && !found.has(id));
  const wrong = rows.filter((row) => !isAsWritten(keys, row, erasedAt(row.person_id))).map((row) => row.person_id);
  return [...missing, ...wrong].sort().map((id) => `people ${id}`);
}

function isAsWritten(keys: Keyring, row: PersonRow, erasedAt: Instant[]): boolean {
  const { email_mac, account_mac, account_id_mac, sealed, erased_at, wrapped_key } = row;
  if (wrapped_key === null) {
    const empty = email_mac === null && account_mac === null && account_id_mac === null && sealed === null;
    return empty && erased_at !== null && erasedAt.includes(erased_at.toISOString());
  }
  if (erased_at !== null) return false;
  try {
    const person = openPerson(keys, row);
    if (person === 'erased') return false;
    const { email, account, number } = macsOf(keys, person);
    // An account that turned out to be somebody else's is no longer found by its first row.
    const isFound = account_mac === null || isSame(account, account_mac);
    return isSame(email, email_mac) && isFound && isSame(number, account_id_mac);
  } catch {
    return false;
  }
}

/**
 * What a case was told of people, where a row is not as it was written, or is gone although the state refers to it; each as `case_people p-…`.
 * Of whoever was erased nothing is left.
 */
export async function differingTold(
  db: Database | Tx,
  keys: Keyring,
  caseId: string,
  people: CaseState['people'],
): Promise<string[]> {
  const rows = await personRows(db)
    .innerJoin('case_people', 'case_people.person_id', 'people.person_id')
    .select(['case_people.details as version', 'case_people.seq', 'case_people.account_macs as macs'])
    .select('case_people.sealed as bytes')
    .where('case_people.case_id', '=', caseId)
    .execute();
  const right = rows.filter((row) => isAsTold(keys, caseId, row));
  const wrong = rows.filter((row) => !right.includes(row)).map(({ person_id }) => person_id);
  const erased = await db
    .selectFrom('people')
    .select('person_id')
    .where('person_id', 'in', ['', ...Object.keys(people)])
    .where('erased_at', 'is not', null)
    .execute();
  const gone = Object.values(people).filter(({ id, details, account }) => {
    const told = right.flatMap(({ person_id, version }) => (person_id === id ? [version] : []));
    const wanted = [details, account].filter((one) => one !== undefined);
    return wanted.some((one) => !told.includes(one)) && !erased.some(({ person_id }) => person_id === id);
  });
  return [...new Set([...wrong, ...gone.map(({ id }) => id)])].sort().map((id) => `case_people ${id}`);
}

type ToldRow = PersonRow & { version: string; seq: number; macs: Buffer[]; bytes: Buffer };

function isAsTold(keys: Keyring, caseId: string, row: ToldRow): boolean {
  const { person_id: personId, version: details, seq, macs, bytes } = row;
  try {
    const key = personKey(keys, row);
    if (key === undefined) return false;
    const { accounts } = openTold(key, { caseId, personId, details, seq }, bytes);
    return Buffer.concat(accountMacs(keys, accounts)).equals(Buffer.concat(macs));
  } catch {
    return false;
  }
}

const isSame = (a: Buffer | null, b: Buffer | null): boolean => (a === null || b === null ? a === b : a.equals(b));
