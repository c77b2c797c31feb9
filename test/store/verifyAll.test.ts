import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { VerifyAnswer } from '../../evidence/ledger.js';
import { connect, type Database } from '../../store/connect.js';
import type { Store } from '../../store/contract.js';
import { openStore } from '../../store/openStore.js';
import type { Page } from '../../store/page.js';
import { keyring } from '../../store/secrets.js';
import { verifyCases } from '../../store/verifyAll.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';
import { caseOf } from '../support/store/appending.js';

const KEY = randomBytes(32);
let database: FreshDatabase;
let store: Store;
let db: Database;
let whole: VerifyAnswer[];
beforeAll(async () => {
  database = await freshDatabase();
  store = openStore(database.url, { masterKey: KEY });
  db = connect(database.url, 'test').db;
  const heads = { a: await caseOf(store, 'a', 3), b: await caseOf(store, 'b', 1), c: await caseOf(store, 'c', 5) };
  whole = Object.entries(heads).map(([caseId, head]) => ({
    ok: true,
    caseId,
    rows: head.seq,
    head,
    stateMatches: true,
  }));
});
afterAll(async () => {
  await Promise.all([store.close(), db.destroy()]);
  await database.drop();
});

/** Every page, following the cursors to the end. */
async function pagesOf(read: (cursor?: string) => Promise<Page<VerifyAnswer>>): Promise<VerifyAnswer[][]> {
  const pages = [await read()];
  for (let next = pages[0]?.nextCursor; next !== undefined; next = pages.at(-1)?.nextCursor)
    pages.push(await read(next));
  return pages.map(({ rows }) => rows);
}

test('every case is verified once, by id, in pages that end at their limit or at their share of entries', async () => {
  const [a, b, c] = whole;
  const upTo = (limit: number) => pagesOf((cursor) => store.ledger.verifyCases({ cursor, limit }));
  expect(await upTo(200)).toEqual([[a, b, c]]);
  expect(await upTo(3)).toEqual([[a, b, c]]);
  expect(await upTo(2)).toEqual([[a, b], [c]]);
  expect(await pagesOf((cursor) => verifyCases(db, keyring(KEY), { cursor, limit: 200 }, 4))).toEqual([[a, b], [c]]);
  await expect(store.ledger.verifyCases({ cursor: 'other', limit: 2 })).rejects.toMatchObject({ code: 'BadCursor' });
});

test('a case that lost its head is broken, and one whose entries and head are both nothing is none', async () => {
  const superuser = new pg.Client({ connectionString: database.url });
  await superuser.connect();
  await superuser.query(`insert into cases (case_id) values ('d')`);
  await superuser.query('set session_replication_role = replica');
  await superuser.query(`delete from cases where case_id = 'b'`);
  await superuser.end();
  const [a, , c] = whole;
  const message = 'Entries stand in the ledger, but the case has no head.';
  expect(await store.ledger.verifyCases({ limit: 200 })).toEqual({
    rows: [a, { ok: false, caseId: 'b', brokenSeq: 1, message }, c],
  });
});
