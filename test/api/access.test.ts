import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { openStore } from '../../store/openStore.js';
import { startApi, type TestApi } from '../support/api/harness.js';
import { CONTACT, ENGINEER } from '../support/api/smallPolicy.js';
import { act, openWorld, signedPaper, type Who, type World } from '../support/api/world.js';
import { waitUntil } from '../support/real/waitUntil.js';

let api: TestApi;
let world: World;
let other: World;
beforeAll(async () => {
  api = await startApi();
  world = await openWorld(api);
  other = await openWorld(api, 'Of others');
});
afterAll(() => api?.close());

const statusOf = async (path: string, who: Who) => (await api.get(path, world.tokens[who])).status;

test('without a token, with a wrong one and with a revoked one there is no way in', async () => {
  const revoked = await api.post('/api/tokens', world.tokens.operator, { role: 'legal', caseId: world.caseId });
  const { token, tokenId } = z.object({ token: z.string(), tokenId: z.string() }).parse(revoked.body);
  expect((await api.get('/api/cases', token)).status).toBe(200);
  const gone = await api.send(`/api/tokens/${tokenId}`, world.tokens.operator, { method: 'DELETE' });
  expect(gone.status).toBe(204);
  for (const bad of [undefined, 'dbr_nonsense-nonsense', 'x', token])
    expect(await api.get('/api/cases', bad)).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer' },
      body: { code: 'Unauthenticated' },
    });
});

test('an unknown case and somebody else’s answer alike', async () => {
  const unknown = '/api/cases/c-ffffffffffffffff';
  for (const path of ['', '/story', '/ledger/verify', '/access']) {
    const [theirs, nowhere] = [
      await api.get(`/api/cases/${other.caseId}${path}`, world.tokens['vendor-contact']),
      await api.get(`${unknown}${path}`, world.tokens['vendor-contact']),
    ];
    expect(theirs).toMatchObject({ status: 404, body: { code: 'CaseNotFound' } });
    expect({ ...Object(theirs.body), instance: '' }).toEqual({ ...Object(nowhere.body), instance: '' });
  }
  const body = { person: ENGINEER, reason: 'No.' };
  const acted = await api.post(
    `/api/cases/${other.caseId}/commands/record-departure`,
    world.tokens['vendor-contact'],
    body,
  );
  expect(acted).toMatchObject({ status: 404, body: { code: 'CaseNotFound' } });
  const listed = await api.get('/api/cases', world.tokens['vendor-contact']);
  expect(listed.body).toMatchObject({ rows: [{ caseId: world.caseId }] });
});

test('the vendor’s contact reads the case and its story; plan, trail, report and certificate are the client’s', async () => {
  for (const path of ['/plan', '/ledger', '/report', '/report.html', '/certificate', '/certificate.html'])
    expect(await statusOf(`/api/cases/${world.caseId}${path}`, 'vendor-contact')).toBe(403);
  for (const path of ['', '/story', '/access'])
    expect(await statusOf(`/api/cases/${world.caseId}${path}`, 'vendor-contact')).toBe(200);
});

test('compliance reads everything and writes nothing', async () => {
  for (const path of ['', '/plan', '/ledger', '/ledger/verify', '/report', '/report.html', '/access'])
    expect(await statusOf(`/api/cases/${world.caseId}${path}`, 'compliance')).toBe(200);
  expect(await act(api, world, 'compliance', 'close-case', { reason: 'Enough.' })).toMatchObject({
    status: 403,
    body: { code: 'Forbidden' },
  });
  const opened = await api.post('/api/cases', world.tokens.compliance, { caseFile: 'title: Mine' });
  expect(opened.status).toBe(403);
});

test('an engineer sees their own papers, tasks and status, and nobody else’s', async () => {
  await signedPaper(api, world, 'ip2', { kind: 'contributor-assignment', person: ENGINEER, signers: [ENGINEER] }, [
    'engineer',
  ]);
  await signedPaper(api, world, 'msa', { kind: 'master-agreement', signers: ['client', 'vendor'] }, [
    'vendor-contact',
    'legal',
  ]);
  const own = await api.get(`/api/cases/${world.caseId}`, world.tokens.engineer);
  expect(own).toMatchObject({
    status: 200,
    body: { you: { employer: 'Northwind Models' }, papers: [{ id: 'ip2', state: 'in-force' }] },
  });
  expect(own.text).not.toMatch(/msa|iga|approvals|attribution/);
  for (const path of ['/plan', '/ledger', '/report', '/report.html', '/access', '/coverage?person=x&day=2026-09-01'])
    expect(await statusOf(`/api/cases/${world.caseId}${path}`, 'engineer')).toBe(403);
  expect(await statusOf('/api/cases', 'engineer')).toBe(403);
  expect((await api.get('/api/tasks?assignee=p-somebodyelse0000', world.tokens.engineer)).text).not.toContain(
    'p-somebody',
  );
});

test('an operator issues tokens, recovers and verifies, and reads no case', async () => {
  for (const path of ['', '/plan', '/ledger', '/report', '/access'])
    expect(await statusOf(`/api/cases/${world.caseId}${path}`, 'operator')).toBe(403);
  expect(await statusOf(`/api/cases/${world.caseId}/ledger/verify`, 'operator')).toBe(200);
  expect(await statusOf('/api/cases/c-ffffffffffffffff/ledger/verify', 'operator')).toBe(404);
  const recovered = await api.send(`/api/cases/${world.caseId}/recover`, world.tokens.operator, { method: 'POST' });
  expect(recovered).toMatchObject({ status: 200, body: { recovered: true } });
  expect((await api.post('/api/tokens', world.tokens.legal, { role: 'legal', caseId: world.caseId })).status).toBe(403);
});

test('a token is issued for whom the case names, and reaches that case only', async () => {
  const { caseId, tokens } = world;
  const issue = (body: object) => api.post('/api/tokens', tokens.operator, body);
  const engineer = await issue({ role: 'engineer', caseId, person: ENGINEER });
  expect(engineer).toMatchObject({ status: 201, body: { caseId }, headers: { 'cache-control': 'no-store' } });
  const contact = await issue({ role: 'vendor-contact', caseId });
  const { token } = z.object({ token: z.string() }).parse(contact.body);
  expect((await api.get(`/api/cases/${other.caseId}`, token)).status).toBe(404);
  const listed = await api.get(`/api/tokens?person=${encodeURIComponent(CONTACT)}`, tokens.operator);
  const byOperator = expect.objectContaining({ issuedBy: expect.objectContaining({ role: 'operator' }) });
  expect(listed).toMatchObject({ status: 200, body: { rows: expect.arrayContaining([byOperator]) } });
  expect((await api.get('/api/tokens?person=nobody%40harbour.example', tokens.operator)).status).toBe(404);
  expect((await api.get(`/api/tokens?person=${encodeURIComponent(CONTACT)}`, tokens.legal)).status).toBe(403);
  expect((await api.get(`/api/cases/${caseId}`, token)).status).toBe(200);
  expect(await issue({ role: 'engineer', caseId, person: CONTACT })).toMatchObject({
    status: 404,
    body: { code: 'UnknownPerson' },
  });
  expect(await issue({ role: 'security', caseId })).toMatchObject({ status: 404, body: { code: 'UnknownPerson' } });
  expect(await issue({ role: 'vendor-contact' })).toMatchObject({
    status: 400,
    body: { faults: [{ path: 'caseId' }] },
  });
  expect(await issue({ role: 'legal', email: 'new@harbour.example' })).toMatchObject({
    status: 400,
    body: { faults: [{ path: 'name' }] },
  });
  expect(await issue({ role: 'legal', email: 'new@harbour.example', name: 'New Counsel' })).toMatchObject({
    status: 201,
  });
});

test('when Temporal is away: 503, when to repeat, not ready; then the same key counts once', async () => {
  const key = randomUUID();
  const body = { person: ENGINEER, reason: 'Vetted.' };
  api.client.down = 'TemporalUnavailable';
  expect(await act(api, world, 'engineering-manager', 'accept-person', body, key)).toMatchObject({
    status: 503,
    headers: { 'retry-after': '2' },
    body: { code: 'TemporalUnavailable' },
  });
  expect(await api.get('/readyz')).toMatchObject({ status: 503, body: { database: true, temporal: false } });
  expect(await api.get('/livez')).toMatchObject({ status: 200, body: { ok: true } });
  api.client.down = undefined;
  expect((await act(api, world, 'engineering-manager', 'accept-person', body, key)).status).toBe(200);
  // One look serves all who ask within a second.
  await waitUntil('ready again', async () => (await api.get('/readyz')).status === 200);
  expect(await api.get('/readyz')).toMatchObject({ status: 200, body: { database: true, temporal: true } });
});

test('when the database is away: 503 before anything else, and not ready', async () => {
  const store = openStore('postgres://nobody@127.0.0.1:1/nowhere', { masterKey: randomBytes(32) });
  const lost = await startApi({}, { store, client: api.client });
  try {
    expect(await lost.get('/api/cases', world.tokens.legal)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '2' },
      body: { code: 'DatabaseUnavailable' },
    });
    expect(await lost.get('/readyz')).toMatchObject({ status: 503, body: { database: false, temporal: true } });
  } finally {
    await lost.close();
    await store.close();
  }
});
