import pg from 'pg';
import { startApi, type TestApi } from '../support/api/harness.js';
import { openWorld, type Who, type World } from '../support/api/world.js';
import { drawbridge, type Ran } from '../support/cli/cli.js';

let api: TestApi;
let worlds: World[];
beforeAll(async () => {
  api = await startApi();
  worlds = [await openWorld(api), await openWorld(api, 'Second'), await openWorld(api, 'Third')].sort((a, b) =>
    a.caseId < b.caseId ? -1 : 1,
  );
});
afterAll(() => api?.close());

/** What it ends with; that it is under way is told only where that takes longer. */
async function run(who: Who, ...args: string[]): Promise<Ran> {
  const env = { DRAWBRIDGE_URL: api.url, DRAWBRIDGE_TOKEN: worlds[0]?.tokens[who] ?? '' };
  const ran = await drawbridge(args, { env });
  return { ...ran, err: ran.err.replace(/^.* …\n/gm, '') };
}
const verifyAll = (who: Who, ...more: string[]) => run(who, 'ledger', 'verify', '--all', ...more);

async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(sql);
  await client.end();
}

const EVIDENCE = 'Leave the broken cases alone and keep the database as evidence.';

test('whole ledgers are told in one sentence, to the operator and to the client’s people', async () => {
  const rows = (await Promise.all(worlds.map(({ caseId }) => api.store.cases.get(caseId)))).reduce(
    (sum, found) => sum + (found?.head.seq ?? 0),
    0,
  );
  for (const who of ['operator', 'legal'] as const)
    expect(await verifyAll(who)).toEqual({
      code: 0,
      out: `3 cases, ${rows} rows, all chains verify, every stored state, list, command and person is what they say.\n`,
      err: '',
    });
  expect(await verifyAll('vendor-contact')).toMatchObject({ code: 3, out: '' });
});

test('a changed row and a changed state are named, each in a line, and the exit code is 1', async () => {
  const [first, second, third] = worlds.map(({ caseId }) => caseId);
  await asSuperuser(`update ledger set hash = repeat('0', 64) where case_id = '${second}' and seq = 2;
    update cases set state = replace(state, 'open', 'shut') where case_id = '${third}'`);
  const rows = [first, third].map(async (caseId = '') => {
    const answer = await api.store.ledger.verify(caseId);
    return answer.ok ? answer.rows : 0;
  });
  const sum = (await Promise.all(rows)).reduce((a, b) => a + b, 0);
  const fold = 'The chain is whole, but what stands beside it is not what it adds up to: cases.';
  const words = await verifyAll('operator');
  const found = await api.store.ledger.verify(second ?? '');
  const message = found.ok ? '' : found.message;
  expect(words).toEqual({
    code: 1,
    out: [
      `Case ${second}: broken at no. 2: ${message}`,
      `Case ${third}: ${fold}`,
      `3 cases, ${sum} rows in whole chains, 2 broken.\n`,
    ].join('\n'),
    err: `${EVIDENCE}\n`,
  });
  const json = await verifyAll('operator', '--json');
  expect(JSON.parse(json.out)).toEqual({
    cases: 3,
    rows: sum,
    broken: [
      { caseId: second, brokenSeq: 2, message },
      { caseId: third, message: fold },
    ],
  });
  expect(json.code).toBe(1);
});

test('one case, a file or all: not two of them, and not none', async () => {
  for (const args of [['c-1', '--all'], ['--file', 'x', '--all'], []])
    expect(await drawbridge(['ledger', 'verify', ...args])).toEqual({
      code: 2,
      out: '',
      err: 'Name a case, or use --file for an exported ledger, or --all.\n',
    });
});

test('recovering every case ends in exit code 1 when one could not be', async () => {
  expect(await run('operator', 'recover', '--all')).toMatchObject({ code: 0, err: '' });
  api.client.down = 'Internal';
  const ran = await run('operator', 'recover', '--all');
  expect(ran).toMatchObject({ code: 1, err: '3 cases could not be recovered.\n' });
  expect(ran.out).toContain(`Case ${worlds[0]?.caseId} was not recovered: `);
});
