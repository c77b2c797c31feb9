import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { CaseEvent } from '../../domain/case/events.js';
import type { Store } from '../../store/contract.js';
import { openStore } from '../../store/openStore.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';
import { ACTOR, append, appending, caseOpened, refused, START, taskOpened } from '../support/store/appending.js';
import { erase } from '../support/store/erase.js';

let database: FreshDatabase;
let store: Store;
let superuser: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  store = openStore(database.url, { masterKey: randomBytes(32) });
  superuser = new pg.Client({ connectionString: database.url });
  await superuser.connect();
  // What only somebody with all rights over the database can do: triggers and references sleep.
  await superuser.query('set session_replication_role = replica');
});
afterAll(async () => {
  await superuser.end();
  await store.close();
  await database.drop();
});

type Column = { name: string; type: string };

async function columnsOf(table: string): Promise<Column[]> {
  const { rows } = await superuser.query<Column>(
    `select column_name as name, data_type as type from information_schema.columns where table_name = $1`,
    [table],
  );
  return rows;
}

/** Another value of a column's type, as near to the stored one as can be. */
const OTHER: Record<string, (column: string) => string> = {
  text: (column) => `coalesce(${column}, '') || 'x'`,
  integer: (column) => `${column} + 1000`,
  boolean: (column) => `not ${column}`,
  bytea: (column) => `coalesce(${column}, '') || '\\x00'`,
  'timestamp with time zone': (column) => `coalesce(${column}, now()) + interval '1 microsecond'`,
};

async function change(table: string, { name, type }: Column, where: string): Promise<void> {
  const other = OTHER[type]?.(pg.escapeIdentifier(name));
  if (other === undefined) throw new Error(`${table}.${name} is of the type ${type}: say here how it is changed.`);
  const { rowCount } = await superuser.query(
    `update ${table} set ${pg.escapeIdentifier(name)} = ${other} where ${where}`,
  );
  expect([table, name, rowCount]).toEqual([table, name, 1]);
}

/** A case of four entries by a person of its own, who has a task in it. */
async function caseBy(caseId: string): Promise<string> {
  const { people } = await store.people.carry(caseId, [
    { name: 'Eva', email: `${caseId}@example.com`, account: caseId },
  ]);
  const person = people[0]?.personId ?? '';
  const act = { actor: { personId: person, role: 'procurement' as const } };
  const proposed: CaseEvent = {
    type: 'PersonProposed',
    person,
    details: people[0]?.details ?? '',
    employer: 'Vendor',
    country: 'PL',
    jobRole: 'Engineer',
    needs: [],
  };
  const entries = [caseOpened(), proposed, taskOpened('t-1', [person], '2026-10-01T08:00:00.000Z'), refused('it')];
  await append(
    store,
    appending(caseId, 'open', START, [], { entries: entries.map((event) => ({ ...act, event })), people }),
  );
  expect(await store.ledger.verify(caseId)).toMatchObject({ ok: true, stateMatches: true });
  return person;
}

const isFound = (caseId: string): Promise<boolean> =>
  store.ledger.verify(caseId).then(
    (answer) => !answer.ok || !answer.stateMatches,
    (error: { code?: string }) => error.code === 'CaseNotFound' || error.code === 'CaseQuarantined',
  );

test.each(['ledger', 'cases', 'case_rows', 'task_rows', 'people', 'person_keys', 'case_people'])(
  'given a case, when any one column of a row of %s is changed, then verifying the case finds it',
  async (table) => {
    const columns = await columnsOf(table);
    expect(columns.length).toBeGreaterThan(1);
    const missed: string[] = [];
    for (const column of columns) {
      const caseId = `${table}-${column.name}`;
      const person = await caseBy(caseId);
      const ofCase = `case_id = '${caseId}'${table === 'ledger' ? ' and seq = 2' : ''}`;
      await change(table, column, /^p|people$/.test(table) ? `person_id = '${person}'` : ofCase);
      if (!(await isFound(caseId))) missed.push(column.name);
    }
    expect(missed).toEqual([]);
  },
);

test('given the log of custody, when any one column of an entry is changed, then verifying the log finds it', async () => {
  const missed: string[] = [];
  for (const column of await columnsOf('custody')) {
    const person = await store.people.ensure({ name: 'Ida', email: `${column.name}@example.com` });
    await erase(store, person);
    expect(await store.custody.verify()).toMatchObject({ ok: true });
    await superuser.query('create temp table kept as select * from custody');
    await change('custody', column, `subject = '${person}'`);
    if ((await store.custody.verify()).ok) missed.push(column.name);
    await superuser.query('truncate custody');
    await superuser.query('insert into custody select * from kept');
    await superuser.query('drop table kept');
  }
  expect(missed).toEqual([]);
});

test('given people who took part, when one is removed, brought back or put in the place of another, then it is found', async () => {
  const gone = await caseBy('gone');
  await superuser.query(`delete from people where person_id = '${gone}'`);
  expect(await store.ledger.verify('gone')).toMatchObject({
    stateMatches: false,
    differing: [`people ${gone}`, `case_people ${gone}`],
  });

  const [one, other] = [await caseBy('one'), await caseBy('other')];
  await superuser.query(`update people set sealed = (select sealed from people where person_id = '${other}')
    where person_id = '${one}'`);
  expect(await store.ledger.verify('one')).toMatchObject({ differing: [`people ${one}`] });
  expect(await store.ledger.verify('other')).toMatchObject({ stateMatches: true });

  const erased = await caseBy('erased');
  await erase(store, erased);
  expect(await store.ledger.verify('erased')).toMatchObject({ stateMatches: true });
  await superuser.query(`update people set erased_at = null where person_id = '${erased}'`);
  expect(await store.ledger.verify('erased')).toMatchObject({
    differing: [`people ${erased}`, `case_people ${erased}`],
  });
});

test('an id that somebody typed into a text is nobody who is missing', async () => {
  const event = refused('ask p-aaaaaaaaaaaaaaaa');
  const entries = [caseOpened(), event].map((one) => ({ actor: ACTOR, event: one }));
  await append(store, appending('typed', 'open', START, [], { entries }));
  expect(await store.ledger.verify('typed')).toMatchObject({ ok: true, stateMatches: true });
});
