import type { PersonId } from '../domain/case/roles.js';
import type { Database } from './connect.js';
import { accountMac, openPerson, personKey, personRows, sealBase } from './personRows.js';
import type { Keyring } from './secrets.js';

type Seen = { id: string; name: string };

/** Accounts that are asked for at a time. */
const AT_A_TIME = 500;

/**
 * Under which ids accounts are known, by their numbers. One that was only named so far, as where somebody declared it before anybody
 * had looked, is from now on the account that goes by that name today, whoever takes the name later.
 */
export async function recognize(
  db: Database,
  keys: Keyring,
  provider: string,
  seen: Seen[],
): Promise<Map<string, PersonId>> {
  const known = new Map<string, PersonId>();
  for (let from = 0; from < seen.length; from += AT_A_TIME) {
    const some = seen.slice(from, from + AT_A_TIME);
    for (const [id, person] of await byNumber(db, keys, provider, some)) known.set(id, person);
    const named = some.filter(({ id }) => !known.has(id));
    for (const [id, person] of await byName(db, keys, provider, named)) known.set(id, person);
  }
  return known;
}

async function byNumber(db: Database, keys: Keyring, provider: string, seen: Seen[]): Promise<[string, PersonId][]> {
  if (seen.length === 0) return [];
  const macs = new Map(seen.map(({ id }) => [hex(accountMac(keys, { provider, id })), id]));
  const rows = await db
    .selectFrom('people')
    .select(['person_id', 'account_id_mac'])
    .where(
      'account_id_mac',
      'in',
      [...macs.keys()].map((mac) => Buffer.from(mac, 'hex')),
    )
    .execute();
  return rows.flatMap(({ person_id, account_id_mac }) => {
    const id = account_id_mac === null ? undefined : macs.get(hex(account_id_mac));
    return id === undefined ? [] : [[id, person_id]];
  });
}

async function byName(db: Database, keys: Keyring, provider: string, seen: Seen[]): Promise<[string, PersonId][]> {
  const found: [string, PersonId][] = [];
  if (seen.length === 0) return found;
  const macs = new Map(seen.map((one) => [hex(accountMac(keys, { provider, name: one.name })), one]));
  const rows = await personRows(db)
    .where(
      'people.account_mac',
      'in',
      [...macs.keys()].map((mac) => Buffer.from(mac, 'hex')),
    )
    .where('people.account_id_mac', 'is', null)
    .execute();
  for (const row of rows) {
    const one = row.account_mac === null ? undefined : macs.get(hex(row.account_mac));
    const key = personKey(keys, row);
    const person = openPerson(keys, row);
    if (one === undefined || key === undefined || person === 'erased') continue;
    const { personId, ...before } = person;
    const data = { ...before, accounts: { ...before.accounts, [provider]: { name: one.name, id: one.id } } };
    await db
      .updateTable('people')
      .set({
        account_id_mac: accountMac(keys, { provider, id: one.id }),
        sealed: sealBase(key, personId, data, row.first_case),
      })
      .where('person_id', '=', personId)
      .where('account_id_mac', 'is', null)
      .execute();
    found.push([one.id, personId]);
  }
  return found;
}

const hex = (mac: Buffer): string => mac.toString('hex');
