import pg from 'pg';
import { type ReadsPage, readsPage } from '../../contract/reads.js';
import { startApi, type TestApi } from '../support/api/harness.js';
import { EMAILS } from '../support/api/smallPolicy.js';
import { openWorld, upload, type Who, type World } from '../support/api/world.js';
import { erase } from '../support/store/erase.js';

let api: TestApi;
let first: World;
let second: World;
let now: string | undefined;

beforeEach(async () => {
  now = undefined;
  api = await startApi({}, undefined, { clock: () => now ?? new Date().toISOString() });
  first = await openWorld(api);
  second = await openWorld(api, 'Fraud scoring');
});
afterEach(() => api?.close());

async function read(who: Who, path: string): Promise<void> {
  const answer = await api.get(path, first.tokens[who]);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
}

async function readings(query = '', who: Who = 'compliance'): Promise<ReadsPage> {
  const answer = await api.get(`/api/readings${query}`, first.tokens[who]);
  if (answer.status !== 200) throw new Error(answer.text);
  return readsPage.parse(answer.body);
}

const personOf = async (email: string): Promise<string> => (await api.store.people.findByEmail(email))?.personId ?? '';

const told = ({ rows, names }: ReadsPage) =>
  rows
    .filter(({ kind }) => kind !== 'readings')
    .map(({ personId, role, kind, caseTitle, thing }) => [names[personId], role, kind, caseTitle, thing]);

const DAYS = 'from=2026-08-01&to=2026-09-01';

test('given people of the client’s who read, then each reading is told with who, what and of which case, the latest first', async () => {
  const { caseId } = first;
  const hash = await upload(api, first, 'The text.');
  const evidence = { paper: 'msa', kind: 'master-agreement', title: 'Agreement', from: '2026-08-01', textHash: hash };
  await api.post(`/api/cases/${caseId}/commands/register-paper`, first.tokens['vendor-contact'], {
    ...evidence,
    signers: ['client', 'vendor'],
  });
  await read('compliance', `/api/cases/${caseId}/story`);
  await read('procurement', `/api/cases/${caseId}/report.html`);
  await read('compliance', `/api/cases/${second.caseId}/certificate`);
  await read('legal', `/api/cases/${caseId}/documents/${hash}`);
  await read('compliance', `/api/cases/${caseId}/ledger`);
  await read('compliance', `/api/cases/${caseId}/ledger?format=jsonl`);
  await read('operator', `/api/populations/grants?${DAYS}`);
  await read('compliance', `/api/populations/waivers?${DAYS}&sample=2&seed=a`);
  const page = await readings();
  expect(told(page)).toEqual([
    ['Name of olga', 'compliance', 'sample', undefined, 'waivers'],
    ['Name of ops', 'operator', 'population', undefined, 'grants'],
    ['Name of olga', 'compliance', 'export', 'Claims triage', undefined],
    ['Name of olga', 'compliance', 'ledger', 'Claims triage', undefined],
    ['Name of aoife', 'legal', 'document', 'Claims triage', hash],
    ['Name of olga', 'compliance', 'certificate', 'Fraud scoring', undefined],
    ['Name of sean', 'procurement', 'report', 'Claims triage', undefined],
    ['Name of olga', 'compliance', 'story', 'Claims triage', undefined],
  ]);
  expect(page.rows.find(({ kind }) => kind === 'document')?.fileName).toBe('paper.txt');
  expect((await readings('', 'operator')).rows.flatMap(({ fileName }) => fileName ?? [])).toEqual([]);
  expect((await readings()).rows[0]).toMatchObject({ kind: 'readings', role: 'operator' });
});

test('given the same reading again, then it is one line an hour; what is refused and what the vendor reads is none', async () => {
  const story = `/api/cases/${first.caseId}/story`;
  now = '2026-09-01T08:10:00.000Z';
  await read('compliance', story);
  now = '2026-09-01T08:50:00.000Z';
  await read('compliance', story);
  now = '2026-09-01T09:01:00.000Z';
  await read('compliance', story);
  await read('vendor-contact', story);
  expect((await api.get(`/api/cases/${first.caseId}/report`, first.tokens['vendor-contact'])).status).toBe(403);
  expect((await api.get('/api/cases/c-ffffffffffffffff/report', first.tokens.compliance)).status).toBe(404);
  expect((await readings('?kind=story')).rows.map(({ role, at }) => [role, at])).toEqual([
    ['compliance', '2026-09-01T09:01:00.000Z'],
    ['compliance', '2026-09-01T08:10:00.000Z'],
  ]);
});

test('given readings on several days, then they are found by case, person and day, page by page', async () => {
  for (const [day, { caseId }] of [
    ['2026-09-01', first],
    ['2026-09-02', second],
    ['2026-09-03', first],
  ] as const) {
    now = `${day}T08:00:00.000Z`;
    await read('compliance', `/api/cases/${caseId}/story`);
    await read('legal', `/api/cases/${caseId}/report`);
  }
  const days = async (query: string) =>
    (await readings(`?${query}`)).rows
      .filter(({ kind }) => kind !== 'readings')
      .map(({ at, kind }) => `${at.slice(8, 10)} ${kind}`);
  expect(await days(`case=${second.caseId}`)).toEqual(['02 report', '02 story']);
  expect(await days(`person=${EMAILS.legal}`)).toEqual(['03 report', '02 report', '01 report']);
  expect(await days('from=2026-09-02&to=2026-09-02')).toEqual(['02 report', '02 story']);
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await readings(`?case=${first.caseId}&limit=3${cursor === undefined ? '' : `&cursor=${cursor}`}`);
    seen.push(...page.rows.map(({ at, kind }) => `${at.slice(8, 10)} ${kind}`));
    cursor = page.nextCursor;
    if (cursor === undefined) break;
  }
  expect(seen).toEqual(['03 report', '03 story', '01 report', '01 story']);
  expect((await api.get('/api/readings?cursor=nonsense', first.tokens.compliance)).status).toBe(400);
  const bound = await api.tokenFor('compliance', EMAILS.compliance, second.caseId);
  const only = readsPage.parse((await api.get(`/api/readings?case=${first.caseId}`, bound)).body);
  expect(new Set(only.rows.map(({ caseId }) => caseId))).toEqual(new Set([second.caseId]));
});

test('given a reading that cannot be noted, then it is not shown', async () => {
  const { note } = api.store.reads;
  api.store.reads.note = () => Promise.reject(new Error('away'));
  const answer = await api.get(`/api/cases/${first.caseId}/story`, first.tokens.compliance);
  api.store.reads.note = note;
  expect([answer.status, Object.keys(Object(answer.body)).includes('rows')]).toEqual([500, false]);
});

test('given somebody who is erased, or lines past their years, then they are gone; those of a held case stay', async () => {
  await read('legal', `/api/cases/${first.caseId}/story`);
  await erase(api.store, await personOf(EMAILS.legal));
  expect((await readings('?kind=story')).rows).toEqual([]);
  now = '2020-01-01T00:00:00.000Z';
  await read('compliance', `/api/cases/${first.caseId}/story`);
  await read('compliance', `/api/cases/${second.caseId}/story`);
  now = undefined;
  const hold = { reason: 'A claim is likely.' };
  expect((await api.post(`/api/cases/${second.caseId}/holds`, first.tokens.compliance, hold)).status).toBe(200);
  expect(await api.store.reads.sweep()).toBe(1);
  expect((await readings('?kind=story')).rows.map(({ caseId }) => caseId)).toEqual([second.caseId]);
});

test('given the database alone, then a reading names ids and nothing else', async () => {
  await read('compliance', `/api/cases/${first.caseId}/story`);
  const client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
  const { rows } = await client.query('select person_id, role, kind, case_id, thing from reads');
  await client.end();
  const person_id = await personOf(EMAILS.compliance);
  expect(rows).toEqual([{ person_id, role: 'compliance', kind: 'story', case_id: first.caseId, thing: '' }]);
});
