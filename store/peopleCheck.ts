import type { PersonId } from '../domain/case/roles.js';
import type { Instant } from '../domain/time.js';
import type { Database, Tx } from './connect.js';
import { atOf } from './custodyLog.js';
import { normal, openPerson, type PersonRow, personRows } from './personRows.js';
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
  const { email_mac, account_mac, sealed, erased_at, wrapped_key } = row;
  if (wrapped_key === null) {
    const empty = email_mac === null && account_mac === null && sealed === null;
    return empty && erased_at !== null && erasedAt.includes(erased_at.toISOString());
  }
  if (erased_at !== null) return false;
  try {
    const person = openPerson(keys, row);
    if (person === 'erased') return false;
    const { email, account } = person;
    return isMac(keys, 'email', email || undefined, email_mac) && isMac(keys, 'account', account, account_mac);
  } catch {
    return false;
  }
}

/** An account that turned out to be somebody else's is no longer found by its first row. */
function isMac(keys: Keyring, field: 'email' | 'account', value: string | undefined, mac: Buffer | null): boolean {
  if (mac === null) return value === undefined || field === 'account';
  return value !== undefined && keys.mac(field, normal(value)).equals(mac);
}
