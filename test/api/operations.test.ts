import pg from 'pg';
import { type OperationsPage, operationsPage, personSessions } from '../../contract/operations.js';
import { startApi, type TestApi } from '../support/api/harness.js';
import { EMAILS } from '../support/api/smallPolicy.js';
import { openWorld, type World } from '../support/api/world.js';

const HOUR_MS = 3_600_000;
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

let api: TestApi;
let world: World;
beforeAll(async () => {
  api = await startApi();
  world = await openWorld(api);
});
afterAll(() => api?.close());

async function sql(text: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
  await client.query(text, values).finally(() => client.end());
}

async function look(): Promise<OperationsPage> {
  const answer = await api.get('/api/operations', world.tokens.operator);
  if (answer.status !== 200) throw new Error(answer.text);
  return operationsPage.parse(answer.body);
}

async function entry(seq: number, event: object, at: string): Promise<void> {
  const content = JSON.stringify({ at, caseId: world.caseId, event, seq });
  const { type } = Object(event);
  await sql(
    `insert into ledger (case_id, seq, run_id, command_id, event_type, content, prev_hash, hash, recorded_at)
      values ($1, $2, 'run', 'c', $3, $4, '', $5, $6)`,
    [world.caseId, 10_000 + seq, type, content, `h-${seq}`, at],
  );
}

test('given letters, grants and looks at the provider that failed, then each is told with when it last worked', async () => {
  const { caseId } = world;
  const [surveyed, refused] = [ago(3 * HOUR_MS), ago(HOUR_MS)];
  await entry(1, { type: 'ResourceSurveyed', resource: 'github:harbour/claims', unknownAccounts: [] }, surveyed);
  await entry(2, { type: 'AccessObserved', lease: 'l', seen: 'present' }, ago(5 * HOUR_MS));
  await entry(3, { type: 'SurveyFailed', resource: 'github:harbour/claims', code: 'ProviderRefused' }, refused);
  const { mailJournal } = api.store;
  for (const letter of ['good', 'bad', 'doubtful', 'fresh']) await mailJournal.begin(`${caseId}/${letter}`);
  await mailJournal.accepted(`${caseId}/good`, { messageId: '<m@d>', response: '250 ok' });
  await mailJournal.failed(`${caseId}/bad`, '550 no such user kim@harbour.example');
  await sql('update mail_journal set changed_at = $1 where mail_id = $2', [ago(HOUR_MS), `${caseId}/doubtful`]);
  for (const [place, status, since] of [
    ['slow', 'closing', ago(2 * HOUR_MS)],
    ['new', 'opening', ago(HOUR_MS / 2)],
    ['open', 'open', ago(90 * HOUR_MS)],
  ])
    await sql(
      `insert into access_rows (case_id, place, vendor, person_id, resource, status, since)
        values ($1, $2, 'Northwind Models', 'p-1', 'github:harbour/claims', $3, $4)`,
      [caseId, place, status, since],
    );

  const { parts, mail, provider, letters, slowGrants, cases, policy } = await look();
  expect({ parts, provider, slowGrants }).toEqual({
    parts: { database: true, temporal: true, migrations: true, accepting: true },
    provider: { successAt: surveyed, failure: { at: refused, code: 'ProviderRefused' } },
    slowGrants: {
      count: 1,
      rows: [
        {
          ...{ caseId, caseTitle: 'Claims triage', resource: 'github:harbour/claims' },
          ...{ status: 'closing', since: expect.any(String) },
        },
      ],
    },
  });
  expect(mail).toMatchObject({ failed: 1, inDoubt: 1, successAt: expect.any(String) });
  expect(letters.map(({ caseTitle, status, attempts, answer }) => [caseTitle, status, attempts, answer])).toEqual([
    ['Claims triage', 'in-doubt', 1, undefined],
    ['Claims triage', 'failed', 1, '550 no such user …'],
  ]);
  expect(cases.reduce((sum, row) => sum + row.cases, 0)).toBe(1);
  expect(policy.listed).toBe(0);
});

test('given what an operator reads, then nobody’s name or address and no reason is in it', async () => {
  const { text } = await api.get('/api/operations', world.tokens.operator);
  expect(text).not.toMatch(/@|p-[a-z0-9]{16}|Name of/);
});

test('given somebody who is signed in, then an operator sees their sessions by address, and nobody else does', async () => {
  const personId = (await api.store.people.findByEmail(EMAILS.legal))?.personId ?? '';
  const now = new Date().toISOString();
  const times = { now, signedInAt: now, endsAt: new Date(Date.now() + HOUR_MS).toISOString() };
  const grants = [{ role: 'legal' as const }];
  await api.store.sessions.start({ personId, side: 'client', grants, device: 'Firefox on Linux', ...times });
  const path = `/api/person-sessions?person=${EMAILS.legal}`;
  const page = personSessions.parse((await api.get(path, world.tokens.operator)).body);
  expect([page.names[personId], page.rows.map(({ device }) => device)]).toEqual([
    'Name of aoife',
    ['Firefox on Linux'],
  ]);
  expect((await api.get(path, world.tokens.compliance)).status).toBe(403);
  expect((await api.get('/api/person-sessions?person=nobody@harbour.example', world.tokens.operator)).status).toBe(404);
});
