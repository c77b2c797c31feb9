import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { POPULATIONS } from '../../domain/audit/populations.js';
import type { PopulationQuery, Store } from '../../store/contract.js';
import { openStore } from '../../store/openStore.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';
import { append, appending, caseOpened, refused, START } from '../support/store/appending.js';

let database: FreshDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = openStore(database.url, { masterKey: randomBytes(32) });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const day = (n: number, hour = 8) =>
  `2026-09-${String(n).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const flag = { type: 'RedFlagRaised', flag: 'RF-1', reason: 'No references.' } as const;

const placesOf = async (query: Partial<PopulationQuery>): Promise<string[]> => {
  const places: string[] = [];
  const all = { facts: ['DecisionRefused'], period: { from: day(1), through: day(30) }, ...query } as const;
  for await (const row of store.ledger.population(all)) places.push(`${row.caseId}/${row.seq} ${row.event.type}`);
  return places;
};

test('given facts of several cases and days, a population is those of its kind and period, by time, case and number', async () => {
  const b = await append(store, appending('b', 'open', START, [caseOpened(), refused('1')], { at: day(2) }));
  const a = await append(store, appending('a', 'open', START, [caseOpened(), refused('1')], { at: day(2) }));
  await append(store, appending('b', 'more', b.head, [refused('2'), flag, refused('3')], { at: day(3) }));
  await append(store, appending('a', 'more', a.head, [refused('2')], { at: day(4) }));
  const all = ['a/2', 'b/2', 'b/3', 'b/5', 'a/3'].map((place) => `${place} DecisionRefused`);
  expect(await placesOf({})).toEqual(all);
  expect(await placesOf({ period: { from: day(3), through: day(3) } })).toEqual(all.slice(2, 4));
  expect(await placesOf({ period: { from: day(3, 9), through: day(4) } })).toEqual(all.slice(4));
  expect(await placesOf({ caseId: 'a' })).toEqual([all[0], all[4]]);
  expect(await placesOf({ facts: ['RedFlagRaised'] })).toEqual(['b/4 RedFlagRaised']);
});

test('given more rows than a page holds, all with one time, each comes once', async () => {
  let { head } = await append(store, appending('many', 'open', START, [caseOpened()], { at: day(20) }));
  for (let n = 0; n < 6; n++) {
    const events = Array.from({ length: 200 }, (_, i) => refused(`${n}/${i}`));
    head = (await append(store, appending('many', `c-${n}`, head, events, { at: day(20) }))).head;
  }
  const places = await placesOf({ period: { from: day(20), through: day(20) } });
  expect(places).toEqual(Array.from({ length: 1_200 }, (_, i) => `many/${i + 2} DecisionRefused`));
});

test('the index of populations holds every fact of every kind; one left out would be read from all rows', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(`select indexdef from pg_indexes where indexname = 'ledger_populations'`);
  await client.end();
  const facts = Object.values(POPULATIONS).flatMap((kind) => [...kind.facts]);
  expect(facts.filter((fact) => !String(rows[0]?.indexdef).includes(`'${fact}'`))).toEqual([]);
});

test('given many rows, a page is read from the index of populations, without sorting', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  // The table is small: it is asked whether the index can serve, not whether it is cheaper here.
  await client.query('set enable_seqscan = off; set enable_sort = off; set enable_bitmapscan = off');
  const { rows } = await client.query(`explain select 1 from ledger
    where event_type in ('DecisionRefused', 'ApprovalRejected') and (substring(content from '"at":"([^"]{24})"')) collate "C" <= 'x'
      and ((substring(content from '"at":"([^"]{24})"')) collate "C", case_id collate "C", seq) > ('2', '', 0)
    order by (substring(content from '"at":"([^"]{24})"')) collate "C", case_id collate "C", seq limit 500`);
  await client.end();
  const plan = rows.map((row) => Object.values(row).join()).join('\n');
  expect(plan).toContain('using ledger_populations');
  expect(plan).not.toContain('Sort');
});
