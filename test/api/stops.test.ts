import { randomUUID } from 'node:crypto';
import type { CaseGateway } from '../../api/parts.js';
import { tellUntold } from '../../api/stops/tell.js';
import { CaseError } from '../../client/errors.js';
import type { Role } from '../../domain/case/roles.js';
import { type Answer, startApi, type TestApi } from '../support/api/harness.js';
import { CONTACT, EMAILS, ENGINEER } from '../support/api/smallPolicy.js';
import { openWorld, type World } from '../support/api/world.js';

let api: TestApi;
let first: World;
let second: World;
/** Cases that give no answer. */
const away = new Set<string>();

beforeAll(async () => {
  api = await startApi();
  const { send } = api.client;
  api.client.send = (caseId, envelope) =>
    away.has(caseId) ? Promise.reject(new CaseError('TemporalUnavailable', 'No answer.')) : send(caseId, envelope);
  first = await openWorld(api, 'Claims triage');
  second = await openWorld(api, 'Fraud alerts');
});
afterAll(() => api.close());

const WHY = 'Odd downloads.';
const stopped = (who: string, body: object, key: string = randomUUID()): Promise<Answer> =>
  api.post('/api/stops', who, { reason: WHY, ...body }, { 'idempotency-key': key });
const lifted = (who: string, stop: string, key: string = randomUUID()): Promise<Answer> =>
  api.post(`/api/stops/${stop}/lift`, who, { reason: 'It was a backup.' }, { 'idempotency-key': key });
const stopsIn = async ({ caseId }: { caseId: string }): Promise<string[]> =>
  Object.keys((await api.store.cases.get(caseId))?.state.stops ?? {});
const idIn = ({ body }: Answer): string => {
  const id = typeof body === 'object' && body !== null && 'stop' in body ? body.stop : undefined;
  if (typeof id !== 'string') throw new Error(JSON.stringify(body));
  return id;
};
const told = (one: World, title: string, change: object = { status: 'recorded', receipt: expect.anything() }) => ({
  caseId: one.caseId,
  title,
  ...change,
});
const inOrder = (...cases: { caseId: string }[]) => cases.sort((a, b) => (a.caseId < b.caseId ? -1 : 1));

test('given a person in two cases and one of them away, when they are stopped, then the other closes, and a repeat finishes it', async () => {
  const { 'engineering-manager': manager, procurement } = first.tokens;
  const key = randomUUID();
  away.add(second.caseId);
  const partly = await stopped(manager, { scope: 'person', subject: ENGINEER }, key);
  const stop = idIn(partly);
  expect(partly).toMatchObject({
    status: 200,
    body: {
      complete: false,
      summary:
        'Stopped in 1 of 2 open cases; 1 did not record it. They are told by themselves once they can be reached; repeat with the same key to see it.',
      cases: inOrder(
        told(first, 'Claims triage'),
        told(second, 'Fraud alerts', { status: 'unreachable', code: 'TemporalUnavailable' }),
      ),
    },
  });
  expect([await stopsIn(first), await stopsIn(second)]).toEqual([[stop], []]);
  away.clear();
  const whole = await stopped(manager, { scope: 'person', subject: ENGINEER }, key);
  expect(whole).toMatchObject({ status: 200, body: { stop, complete: true, summary: 'Stopped in 2 open cases.' } });
  expect([await stopsIn(first), await stopsIn(second)]).toEqual([[stop], [stop]]);
  expect((await stopped(manager, { scope: 'person', subject: ENGINEER }, key)).text).toBe(whole.text);
  expect(await stopped(manager, { scope: 'person', subject: CONTACT }, key)).toMatchObject({
    body: { code: 'CommandIdReused' },
  });

  expect(await lifted(manager, stop)).toMatchObject({ body: { code: 'RequesterMayNotDecide' } });
  const over = await lifted(procurement, stop);
  expect(over).toMatchObject({ status: 200, body: { complete: true, summary: 'Lifted in 2 open cases.' } });
  expect([await stopsIn(first), await stopsIn(second)]).toEqual([[], []]);
});

test('given a stop that one case lifts and another does not, then it still holds there until somebody repeats', async () => {
  const stop = idIn(await stopped(first.tokens['engineering-manager'], { scope: 'person', subject: ENGINEER }));
  away.add(second.caseId);
  expect(await lifted(first.tokens.procurement, stop)).toMatchObject({
    body: { summary: 'Lifted in 1 of 2 open cases; 1 did not record it. It still holds there; repeat to try again.' },
  });
  away.clear();
  expect([await stopsIn(first), await stopsIn(second)]).toEqual([[], [stop]]);
  expect(await lifted(first.tokens.legal, stop)).toMatchObject({ body: { summary: 'Lifted in 1 open case.' } });
  expect(await stopsIn(second)).toEqual([]);
});

test('given a vendor that was stopped, when a case of it opens later, then it is told of the stop as whoever made it', async () => {
  const stop = idIn(await stopped(first.tokens.executive, { scope: 'vendor', subject: 'NORTHWIND models' }));
  const third = await openWorld(api, 'Later');
  expect(await stopsIn(third)).toEqual([]);
  const parts: { store: TestApi['store']; client: CaseGateway } = api;
  await tellUntold(parts);
  await tellUntold(parts);
  expect(await stopsIn(third)).toEqual([stop]);
  const { rows } = { rows: await api.store.ledger.readEntries(third.caseId, { afterSeq: 0, limit: 500 }) };
  expect(
    rows.filter(({ event }) => event.type === 'AccessStopped').map(({ actor, event }) => [actor.role, event]),
  ).toEqual([['executive', { type: 'AccessStopped', stop, scope: 'case', reason: WHY }]]);
  await lifted(first.tokens.procurement, stop);
  await tellUntold(parts);
  expect([await stopsIn(first), await stopsIn(third)]).toEqual([[], []]);
});

test.each<[Role, string, object, string]>([
  ['legal', EMAILS.legal, { scope: 'vendor', subject: 'Northwind Models' }, 'NotYourRole'],
  ['engineering-manager', 'nobody@harbour.example', { scope: 'person', subject: ENGINEER }, 'NotYourRole'],
  ['vendor-contact', CONTACT, { scope: 'person', subject: ENGINEER }, 'Forbidden'],
  ['compliance', EMAILS.compliance, { scope: 'person', subject: ENGINEER }, 'Forbidden'],
  ['security', 'sec@harbour.example', { scope: 'person', subject: 'nobody@northwind.example' }, 'UnknownPerson'],
  ['security', 'sec@harbour.example', { scope: 'resource', subject: 'harbour/claims' }, 'Malformed'],
  ['security', 'sec@harbour.example', { scope: 'person', subject: ENGINEER, reason: ' ' }, 'Malformed'],
])(
  'given %s %s, when they stop %j, then it is refused with %s and nothing is kept',
  async (role, email, body, code) => {
    const token = await api.tokenFor(role, email, role === 'vendor-contact' ? first.caseId : undefined);
    expect(await stopped(token, body)).toMatchObject({ body: { code } });
    expect(await api.get('/api/stops', first.tokens.legal)).toMatchObject({ body: { rows: [] } });
  },
);

test('given security whom no case names, when a place is stopped that nobody reaches, then it is kept, listed and said that nothing was closed', async () => {
  const security = await api.tokenFor('security', 'sec@harbour.example');
  const answer = await stopped(security, { scope: 'resource', subject: 'github:harbour/claims' });
  expect(answer).toMatchObject({
    body: {
      cases: [],
      complete: true,
      summary: 'No open case is concerned: nothing was closed, and nothing will open.',
    },
  });
  const row = { stop: idIn(answer), scope: 'resource', subject: 'github:harbour/claims', stopped: { reason: WHY } };
  expect(await api.get('/api/stops', first.tokens.legal)).toMatchObject({ body: { rows: [row] } });
  await lifted(first.tokens['engineering-manager'], row.stop);
  expect(await api.get('/api/stops', first.tokens.legal)).toMatchObject({ body: { rows: [] } });
  const all = await api.get('/api/stops?standing=false&limit=1', first.tokens.legal);
  expect(all).toMatchObject({ body: { rows: [{ ...row, lifted: { role: 'engineering-manager' } }] } });
});
