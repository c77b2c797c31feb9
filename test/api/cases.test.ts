import { randomUUID } from 'node:crypto';
import { startApi, type TestApi } from '../support/api/harness.js';
import { ENGINEER, OTHER_ENGINEER } from '../support/api/smallPolicy.js';
import { act, look, openWorld, signedPaper, upload, type World } from '../support/api/world.js';

let api: TestApi;
let world: World;
beforeAll(async () => {
  api = await startApi();
  world = await openWorld(api);
});
afterAll(() => api?.close());

describe('opening', () => {
  test('the same opener and key get the same case and receipt; another file under that key is refused', async () => {
    const key = randomUUID();
    const send = (title: string) =>
      api.post('/api/cases', world.tokens.procurement, { caseFile: `title: ${title}` }, { 'idempotency-key': key });
    const [first, again, other] = [await send('One'), await send('One'), await send('Two')];
    expect(first.status).toBe(201);
    expect(first.headers.location).toMatch(/^\/api\/cases\/c-/);
    expect(again.body).toEqual(first.body);
    expect(other).toMatchObject({ status: 409, body: { code: 'CommandIdReused' } });
  });

  test('YAML goes as it is; a key is made where none came', async () => {
    const headers = { 'content-type': 'application/yaml' };
    const init = { method: 'POST', headers, body: 'title: As YAML' };
    const answer = await api.send('/api/cases', world.tokens.procurement, init);
    expect(answer.status).toBe(201);
    expect(answer.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a fault has its place, and nothing is opened', async () => {
    const answer = await api.post('/api/cases', world.tokens.procurement, { caseFile: 'vendor: nobody' });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        code: 'Malformed',
        detail: 'The case file, line 2, column 3: title is missing.',
        faults: [{ path: 'title', line: 2, column: 3, message: 'title is missing.' }],
      },
    });
  });
});

test('the case shows stages, controls, people by name, and whether you may decide', async () => {
  const fresh = await openWorld(api, 'A second one');
  const view = await look(api, fresh, 'legal');
  expect(view.stages.map(({ id, status }) => [id, status])).toEqual([
    ['contract', 'running'],
    ['people', 'running'],
    ['working-agreement', 'running'],
  ]);
  expect(view.controls.map(({ id, status }) => [id, status])).toEqual([
    ['IP-1', 'open'],
    ['IP-2', 'open'],
    ['IP-2', 'open'],
    ['PP-1', 'open'],
    ['PP-1', 'open'],
    ['ON-4', 'open'],
  ]);
  expect(Object.values(view.names)).toContain('Name of lukasz');
  const { totalsMs, elapsedMs } = view.attribution;
  expect(Object.values(totalsMs).reduce((sum, ms) => sum + ms, 0)).toBe(elapsedMs);
});

test('an act counts once: the same key answers the same receipt, with other content an error', async () => {
  const key = randomUUID();
  const body = { person: ENGINEER, reason: 'Vetted by me.' };
  const first = await act(api, world, 'engineering-manager', 'accept-person', body, key);
  expect(first).toMatchObject({ status: 200, body: { status: 'recorded', events: ['PersonAccepted'] } });
  const again = await act(api, world, 'engineering-manager', 'accept-person', body, key);
  expect(again.body).toEqual(first.body);
  const other = await act(api, world, 'engineering-manager', 'accept-person', { ...body, reason: 'Other.' }, key);
  expect(other).toMatchObject({ status: 409, body: { code: 'CommandIdReused' } });
});

test('a refusal on policy grounds is a problem with its receipt, and stands in the ledger', async () => {
  const answer = await act(api, world, 'legal', 'accept-person', { person: OTHER_ENGINEER, reason: 'I like her.' });
  expect(answer).toMatchObject({
    status: 403,
    headers: { 'content-type': expect.stringContaining('application/problem+json') },
    body: { type: '/api/errors/NotYourRole', code: 'NotYourRole', receipt: { seq: expect.any(Number) } },
  });
  const ledger = await api.get(`/api/cases/${world.caseId}/ledger?limit=1000`, world.tokens.compliance);
  expect(ledger.text).toContain('"DecisionRefused"');
});

test('a paper needs its bytes; signed by both it comes into force and can be read again', async () => {
  const unknown = {
    paper: 'msa',
    kind: 'master-agreement',
    title: 'MSA',
    textHash: 'a'.repeat(64),
    signers: ['client'],
    from: '2026-08-01',
  };
  expect(await act(api, world, 'vendor-contact', 'register-paper', unknown)).toMatchObject({
    status: 400,
    body: { code: 'Malformed', faults: [{ path: 'textHash' }] },
  });
  const body = { kind: 'master-agreement', signers: ['client', 'vendor'] };
  await signedPaper(api, world, 'msa', body, ['vendor-contact', 'legal']);
  const { papers } = await look(api, world);
  expect(papers.map(({ id, state }) => [id, state])).toEqual([['msa', 'in-force']]);
  const read = await api.get(`/api/cases/${world.caseId}/documents/${papers[0]?.textHash}`, world.tokens.compliance);
  expect(read).toMatchObject({ status: 200, text: 'The text of msa.', headers: { 'content-type': 'text/plain' } });
  const hidden = await api.get(`/api/cases/${world.caseId}/documents/${papers[0]?.textHash}`, world.tokens.engineer);
  expect(hidden).toMatchObject({ status: 404, body: { code: 'NotFound' } });
  const elsewhere = await openWorld(api, 'Elsewhere');
  const foreign = { ...unknown, paper: 'foreign', textHash: await upload(api, elsewhere, 'A secret of another case.') };
  const uploaded = { ...unknown, paper: 'of-others', textHash: await upload(api, world, 'A text of the vendor’s.') };
  for (const [who, body] of [
    ['vendor-contact', foreign],
    ['legal', uploaded],
  ] as const)
    expect(await act(api, world, who, 'register-paper', body)).toMatchObject({
      status: 400,
      body: { faults: [{ path: 'textHash' }] },
    });
  const unregistered = await upload(api, world, 'Not a paper of this case.');
  expect(await api.get(`/api/cases/${world.caseId}/documents/${unregistered}`, world.tokens.legal)).toMatchObject({
    status: 404,
  });
});

test('people may be named by address, in evidence too; a form that does not fit is told field by field', async () => {
  const wrong = await act(api, world, 'engineering-manager', 'submit-evidence', {
    control: 'ON-4',
    form: { nonsense: 1 },
  });
  expect(wrong).toMatchObject({
    status: 400,
    body: {
      code: 'EvidenceMalformed',
      detail: 'The evidence for ON-4 does not match its form.',
      faults: [
        { path: 'form.nonsense', message: 'is not a field of this form' },
        {
          path: 'form.contact',
          message: "is missing: Who of the client's people is the one point of contact for the vendor?",
        },
        { path: 'form.decides', message: 'is missing: What may this person decide without asking anybody else?' },
      ],
    },
  });
  const form = await api.get('/api/controls/ON-4/form', world.tokens['engineering-manager']);
  expect(form).toMatchObject({ status: 200, body: { type: 'object' } });
  const nobody = await act(api, world, 'engineering-manager', 'accept-person', {
    person: 'x@y.example',
    reason: 'Who?',
  });
  expect(nobody).toMatchObject({ status: 404, body: { code: 'UnknownPerson', faults: [{ path: 'person' }] } });
});

test('a list pages without holes, and searches', async () => {
  for (const title of ['Alpha', 'Beta', 'Gamma']) await openWorld(api, title);
  const seen: string[] = [];
  let cursor = '';
  for (let page = 0; page < 20; page++) {
    const { body } = await api.get(`/api/cases?limit=2${cursor}`, world.tokens.compliance);
    const { rows, nextCursor } = body as { rows: { title: string }[]; nextCursor?: string };
    seen.push(...rows.map(({ title }) => title));
    if (nextCursor === undefined) break;
    cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(['Alpha', 'Beta', 'Gamma', 'Claims triage']));
  const found = await api.get('/api/cases?search=GAMM', world.tokens.compliance);
  expect(found.body).toMatchObject({ rows: [{ title: 'Gamma', vendor: 'Northwind Models' }] });
  expect(await api.get('/api/cases?cursor=nonsense', world.tokens.legal)).toMatchObject({
    status: 400,
    body: { code: 'Malformed' },
  });
});

test('tasks: mine, and those of a case', async () => {
  const mine = await api.get(`/api/tasks?assignee=me&caseId=${world.caseId}`, world.tokens['vendor-contact']);
  expect(mine.status).toBe(200);
  const { rows } = mine.body as { rows: { assignee: string; role: string }[] };
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map(({ role }) => role))).toEqual(new Set(['vendor-contact']));
  expect((await api.get('/api/me', world.tokens.legal)).body).toMatchObject({ role: 'legal' });
});
