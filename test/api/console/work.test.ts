import pg from 'pg';
import { type WorkPage, workPage } from '../../../contract/console/work.js';
import { taskLink } from '../../../presentation/letters/draft.js';
import { startApi, type TestApi } from '../../support/api/harness.js';
import { act, openWorld, upload, type Who, type World } from '../../support/api/world.js';

let api: TestApi;
let first: World;
let second: World;
beforeAll(async () => {
  api = await startApi();
  first = await openWorld(api);
  second = await openWorld(api, 'Fraud scoring');
  for (const world of [first, second]) await sent(world);
});
afterAll(() => api?.close());

/** A document that legal signs for the client, and the vendor’s contact. */
async function sent(world: World): Promise<void> {
  const textHash = await upload(api, world, 'The text of the agreement.');
  const body = { paper: 'msa', kind: 'master-agreement', title: 'Agreement', from: '2026-08-01', textHash };
  await act(api, world, 'vendor-contact', 'register-paper', { ...body, signers: ['client', 'vendor'] });
  await act(api, world, 'vendor-contact', 'send-paper', { paper: 'msa' });
}

async function work(who: Who, query = '', world = first): Promise<WorkPage> {
  const answer = await api.get(`/api/work${query}`, world.tokens[who]);
  if (answer.status !== 200) throw new Error(answer.text);
  return workPage.parse(answer.body);
}

const told = ({ rows }: WorkPage) =>
  rows.map(({ caseId, caseTitle, kind, to, action }) => [caseId, caseTitle, kind, to, action?.do]);
const signing = (caseId: string, title: string) =>
  [caseId, title, 'sign', `/cases/${caseId}/documents/msa`, 'SignPaper'] as const;

test('given tasks in two cases, then they are one list with what each takes and where it is done', async () => {
  expect(told(await work('legal'))).toEqual(
    expect.arrayContaining([signing(first.caseId, 'Claims triage'), signing(second.caseId, 'Fraud scoring')]),
  );
  const page = await work('legal', '?limit=1');
  expect(page.rows).toHaveLength(1);
  const rest = await work('legal', `?limit=1&cursor=${page.nextCursor}`);
  expect(new Set([...told(page), ...told(rest)].map(([caseId]) => caseId))).toEqual(
    new Set([first.caseId, second.caseId]),
  );
});

test('given the address of a letter, then it leads to that task for whoever has it, and to nothing for others', async () => {
  const link = taskLink(second.caseId, 'sign:msa:client');
  expect(told(await work('legal', `?link=${link}`))).toEqual([signing(second.caseId, 'Fraud scoring')]);
  expect(await work('procurement', `?link=${link}`)).toMatchObject({ rows: [] });
  expect(await work('legal', `?link=${taskLink(first.caseId, 'sign:nothing:client')}`)).toMatchObject({ rows: [] });
});

test('given the vendor’s people, then they see the work of their own case, and each their own', async () => {
  const rows = (await work('vendor-contact', '', second)).rows;
  expect(new Set(rows.map(({ caseId, vendor }) => `${caseId} ${vendor}`))).toEqual(
    new Set([`${second.caseId} Northwind Models`]),
  );
  expect(rows.map(({ taskId }) => taskId)).toContain('sign:msa:vendor');
  expect((await work('engineer')).rows).toEqual([]);
});

test('given nothing that waits, then it is said what comes next', async () => {
  expect(await work('procurement')).toEqual({ rows: [], next: [], names: {} });
});

test('given a case whose state is not what was hashed, then the work of the others is there, and its own by the list', async () => {
  const client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(`update cases set state = replace(state, 'open', 'shut') where case_id = $1`, [second.caseId]);
  await client.end();
  expect(told(await work('legal'))).toEqual(
    expect.arrayContaining([
      signing(first.caseId, 'Claims triage'),
      [second.caseId, '', 'do', `/tasks/${second.caseId}/sign%3Amsa%3Aclient`, undefined],
    ]),
  );
});
