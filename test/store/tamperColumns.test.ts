import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { CaseEvent } from '../../domain/case/events.js';
import { macOf } from '../../store/commands.js';
import type { Store } from '../../store/contract.js';
import { openStore } from '../../store/openStore.js';
import { keyring } from '../../store/secrets.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';
import { ACTOR, AT, append, appending, caseOpened, refused, START, taskOpened } from '../support/store/appending.js';
import { erase } from '../support/store/erase.js';

const MASTER_KEY = randomBytes(32);
let database: FreshDatabase;
let store: Store;
let superuser: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  store = openStore(database.url, { masterKey: MASTER_KEY });
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
  ARRAY: (column) => `${column} || '\\x00'::bytea`,
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

/** A paper, and a grant. */
const paperAndGrant = (person: string): CaseEvent[] => {
  const until = '2026-11-01T08:00:00.000Z';
  const paper = { id: 'nda', kind: 'nda', title: 'NDA', textHash: 'x', signers: ['client'], from: AT } as const;
  const lease = `${person}/github:harbour/claims`;
  const grant = { lease, person, resource: 'github:harbour/claims', permission: 'pull', restsOn: [], notAfter: until };
  return [
    { type: 'PaperDrafted', paper: { ...paper, signers: [...paper.signers] } },
    { type: 'AccessGranted', ...grant },
  ];
};

/** A case of six entries by a person of its own, who has a task in it. */
async function caseBy(caseId: string): Promise<string> {
  const { people } = await store.people.carry(caseId, [
    { name: 'Eva', email: `${caseId}@example.com`, accounts: { github: { name: caseId } } },
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
  const task = taskOpened('t-1', [person], '2026-10-01T08:00:00.000Z');
  const entries = [caseOpened(), proposed, task, refused('it'), ...paperAndGrant(person)];
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

const LISTS = ['case_rows', 'task_rows', 'paper_rows', 'access_rows'];

test.each(['ledger', 'commands', 'cases', ...LISTS, 'people', 'person_keys', 'case_people'])(
  'given a case, when any one column of a row of %s is changed, then verifying the case finds it',
  async (table) => {
    const columns = await columnsOf(table);
    expect(columns.length).toBeGreaterThan(1);
    const missed: string[] = [];
    for (const column of columns) {
      const caseId = `${table}-${column.name}`;
      const person = await caseBy(caseId);
      const ofCase = `case_id = '${caseId}'${table === 'ledger' ? ' and seq = 2' : ''}`;
      await change(table, column, /^person|people$/.test(table) ? `person_id = '${person}'` : ofCase);
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

/** A case whose second command is refused on the record, and whose third changed nothing. */
async function caseOfThree(caseId: string): Promise<void> {
  const opened = await append(store, appending(caseId, 'open', START, [caseOpened()]));
  const refusal = refused('it');
  const said = { code: 'approvals.already-decided', approval: 'it' };
  const no = await append(
    store,
    appending(caseId, 'no', opened.head, [refusal], { outcome: { status: 'refused', code: 'NotYourRole', said } }),
  );
  await append(store, appending(caseId, 'nothing', no.head, []));
  expect(await store.ledger.verify(caseId)).toMatchObject({ ok: true, stateMatches: true });
}

type Kept = {
  status: string;
  events?: string[];
  notes?: unknown[];
  receipt?: { seq: number; hash: string; at: string };
};

/** Writes a kept outcome as somebody would who has the master key too. */
async function keep(caseId: string, commandId: string, outcome: Kept, asNew = false): Promise<void> {
  const text = JSON.stringify(outcome);
  if (asNew)
    await superuser.query('insert into commands (case_id, command_id, request_hash, outcome) values ($1, $2, $3, $4)', [
      ...[caseId, commandId, 'x', text],
    ]);
  await superuser.query('update commands set outcome = $3 where case_id = $1 and command_id = $2', [
    ...[caseId, commandId, text],
  ]);
  const { rows } = await superuser.query(
    `select request_hash, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
     from commands where case_id = $1 and command_id = $2`,
    [caseId, commandId],
  );
  const [{ request_hash: requestHash, at: recordedAt }] = rows;
  const mac = macOf(keyring(MASTER_KEY), { caseId, commandId, requestHash, outcome: text, recordedAt });
  await superuser.query('update commands set mac = $3 where case_id = $1 and command_id = $2', [
    caseId,
    commandId,
    mac,
  ]);
}

const receiptAt = async (caseId: string, seq: number) => {
  const [row] = await store.ledger.readEntries(caseId, { afterSeq: seq - 1, limit: 1 });
  return { seq, hash: row?.hash ?? '', at: row?.at ?? '' };
};

test.each<[string, string, (caseId: string) => Promise<void>]>([
  [
    'a refusal that is kept as recorded',
    'no',
    async (id) => keep(id, 'no', { status: 'recorded', events: [], notes: [], receipt: await receiptAt(id, 2) }),
  ],
  [
    'facts that are not there',
    'open',
    async (id) =>
      keep(id, 'open', { status: 'recorded', events: ['GateApproved'], notes: [], receipt: await receiptAt(id, 1) }),
  ],
  [
    'the receipt of another entry',
    'open',
    async (id) =>
      keep(id, 'open', { status: 'recorded', events: ['CaseOpened'], notes: [], receipt: await receiptAt(id, 2) }),
  ],
  [
    'a command that never was, with facts',
    'made-up',
    async (id) =>
      keep(
        id,
        'made-up',
        { status: 'recorded', events: ['GateApproved'], notes: [], receipt: await receiptAt(id, 2) },
        true,
      ),
  ],
  [
    'a command that changed nothing, with a receipt of nothing',
    'nothing',
    async (id) =>
      keep(id, 'nothing', {
        status: 'recorded',
        events: [],
        notes: [],
        receipt: { ...(await receiptAt(id, 2)), hash: 'x' },
      }),
  ],
  [
    'a command that is kept no more',
    'open',
    async (id) => void (await superuser.query(`delete from commands where case_id = $1 and command_id = 'open'`, [id])),
  ],
  [
    'a row that has lost its keyed hash',
    'no',
    async (id) =>
      void (await superuser.query(`update commands set mac = null where case_id = $1 and command_id = 'no'`, [id])),
  ],
])('given what is kept of commands, %s is found', async (what, commandId, tamper) => {
  const caseId = what.replaceAll(' ', '-');
  await caseOfThree(caseId);
  await tamper(caseId);
  expect(await store.ledger.verify(caseId)).toMatchObject({
    stateMatches: false,
    differing: [`commands ${commandId}`],
  });
});

test('given a row from before keyed hashes, then it is held to the ledger alone', async () => {
  await caseOfThree('before');
  await superuser.query(`update commands set mac = null where case_id = 'before'`);
  const { rows } = await superuser.query(`select timestamp from kysely_migration where name = '0007_command_macs'`);
  await superuser.query(
    `update kysely_migration set timestamp = '2999-01-01T00:00:00.000Z' where name = '0007_command_macs'`,
  );
  try {
    expect(await store.ledger.verify('before')).toMatchObject({ ok: true, stateMatches: true });
  } finally {
    await superuser.query(`update kysely_migration set timestamp = $1 where name = '0007_command_macs'`, [
      rows[0].timestamp,
    ]);
  }
});
