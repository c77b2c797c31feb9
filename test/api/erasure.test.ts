import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CaseState } from '../../domain/case/state.js';
import { startApi, type TestApi } from '../support/api/harness.js';
import { ENGINEER, OTHER_ENGINEER } from '../support/api/smallPolicy.js';
import { act, openWorld, signedPaper, type World } from '../support/api/world.js';
import { dump } from '../support/store/dump.js';

let api: TestApi;
let old: World;
let world: World;
let engineer: string;
beforeAll(async () => {
  api = await startApi();
  api.jumpTo('2018-03-05T08:00:00.000Z');
  old = await openWorld(api, 'Long ago');
  await assignment(old);
  await close(old);
  api.jumpTo('2026-08-24T08:00:00.000Z');
  world = await openWorld(api);
  await assignment(world);
  engineer = (await api.store.people.findByEmail(ENGINEER))?.personId ?? '';
});
afterAll(() => api?.close());

const assignment = (one: World) =>
  signedPaper(
    api,
    one,
    `ip2-${one.caseId}`,
    { kind: 'contributor-assignment', person: ENGINEER, signers: [ENGINEER] },
    ['engineer'],
  );

const stateOf = async (one: World): Promise<CaseState> => {
  const found = await api.store.cases.get(one.caseId);
  if (found === undefined) throw new Error('There is no case.');
  return found.state;
};

/** Closes the case and lets its letters be delivered. */
async function close(one: World): Promise<void> {
  await act(api, one, 'procurement', 'close-case', { reason: 'As Name of iga had asked.' });
  for (let left = Object.keys((await stateOf(one)).letters); left.length > 0; ) {
    for (const letterId of left) {
      const outcome = { kind: 'mail-accepted', letterId, messageId: 'm', textHash: '', resent: false } as const;
      await api.client.outcome(one.caseId, `${letterId}:${randomUUID()}`, outcome);
    }
    left = Object.keys((await stateOf(one)).letters);
  }
  expect((await stateOf(one)).status).toBe('closed');
}

const Held = z.object({ hold: z.string() });
let second = '';

const erase = (person: string, more: { reason?: string; token?: string } = {}) =>
  api.post('/api/erasures', more.token ?? world.tokens.compliance, { person, reason: more.reason ?? 'Asked for it.' });
const hold = (path: string, body: object, key: string = randomUUID(), token = world.tokens.compliance) =>
  api.post(`/api/cases/${world.caseId}/holds${path}`, token, body, { 'idempotency-key': key });

test('given a person on the roster of an open case, nothing is erased', async () => {
  expect(await erase(ENGINEER)).toMatchObject({
    status: 409,
    body: {
      code: 'PersonActive',
      detail: `Case ${world.caseId} is open and still needs the person. The person is on the roster.`,
    },
  });
  expect(await api.store.people.find(engineer)).toMatchObject({ email: ENGINEER });
  await close(world);
});

test('given two holds on a closed case, each is placed once, told with its reason, and released by its id', async () => {
  const key = randomUUID();
  const first = await hold('', { reason: 'Claim 14' }, key);
  expect(first).toMatchObject({ status: 200 });
  const { hold: one } = Held.parse(first.body);
  expect((await hold('', { reason: 'Claim 14' }, key)).body).toEqual(first.body);
  expect(await hold('', { reason: 'Claim 15' }, key)).toMatchObject({ status: 409, body: { code: 'CommandIdReused' } });
  ({ hold: second } = Held.parse((await hold('', { reason: 'Claim 15' })).body));
  expect(second).not.toBe(one);
  expect(await hold('', { reason: 'No.' }, key, world.tokens.legal)).toMatchObject({ status: 403 });
  expect((await api.get('/api/retention', world.tokens.compliance)).body).toMatchObject({
    rows: expect.arrayContaining([
      expect.objectContaining({
        caseId: old.caseId,
        holds: [],
        due: true,
        keptUntil: expect.stringMatching(/^2025-03-05/),
      }),
      expect.objectContaining({
        caseId: world.caseId,
        due: false,
        holds: [expect.objectContaining({ reason: 'Claim 14' }), expect.objectContaining({ reason: 'Claim 15' })],
      }),
    ]),
  });
  expect(await hold('/release', { reason: 'Settled' })).toMatchObject({
    status: 400,
    body: { detail: `This case has several legal holds. Name one of: ${one}, ${second}.` },
  });
  expect(await hold('/release', { reason: 'Settled', hold: one })).toMatchObject({ body: { hold: one } });
  expect(await hold('/release', { reason: 'Settled', hold: one })).toMatchObject({
    status: 404,
    body: { code: 'UnknownHold' },
  });
});

test('given a hold on a case that names the person, nothing is erased', async () => {
  expect(await erase(ENGINEER)).toMatchObject({
    status: 409,
    body: { code: 'LegalHold', detail: expect.stringContaining(second) },
  });
  expect(await api.store.people.find(engineer)).toMatchObject({ email: ENGINEER });
  expect(await hold('/release', { reason: 'Settled' })).toMatchObject({ body: { hold: second } });
});

test('given a reason that names the person, it is refused, since the log stays', async () => {
  expect(await erase(ENGINEER, { reason: 'NAME OF LUKASZ asked.' })).toMatchObject({
    status: 400,
    body: { faults: [{ path: 'reason' }] },
  });
  for (const who of ['procurement', 'legal', 'engineer'] as const)
    expect((await erase(ENGINEER, { token: world.tokens[who] })).status).toBe(403);
});

test('given nothing against it, the person is erased, and every entry and text that stays is named', async () => {
  const [dueText, keptText] = [old, world].map(
    async (one) => (await stateOf(one)).papers[`ip2-${one.caseId}`]?.textHash,
  );
  const answer = await erase(ENGINEER);
  const byHand: { caseId: string; seq: number; hash: string; event: string; named: string }[] = [];
  for (const { caseId } of [old, world].sort((a, b) => (a.caseId < b.caseId ? -1 : 1)))
    for (const row of await api.store.ledger.readEntries(caseId, { afterSeq: 0, limit: 1000 }))
      if (JSON.stringify([row.actor, row.commandId, row.event]).includes(engineer))
        byHand.push({ caseId, seq: row.seq, hash: row.hash, event: row.event.type, named: 'by-id' });
  expect(byHand.length).toBeGreaterThan(5);
  expect(answer.body).toMatchObject({
    person: engineer,
    keyDestroyed: true,
    kept: { entries: byHand, texts: [{ textHash: await keptText, caseIds: [world.caseId] }] },
    deletedTexts: [await dueText],
    grounds: { 'by-id': expect.stringContaining('Art. 17(3)(e)') },
  });
  expect(await api.store.documents.get(old.caseId, (await dueText) ?? '')).toBeUndefined();
  expect(await api.store.documents.get(world.caseId, (await keptText) ?? '')).toBeDefined();
});

test('after an erasure no table holds the plain text, tokens are ended, chains verify and reports say so', async () => {
  const all = await dump(api.databaseUrl);
  expect(all).toContain(engineer);
  for (const secret of ['lukasz', Buffer.from('lukasz').toString('hex')]) expect(all).not.toContain(secret);
  expect((await api.get(`/api/cases/${world.caseId}`, world.tokens.engineer)).status).toBe(401);
  for (const { caseId } of [old, world]) {
    const verified = await api.get(`/api/cases/${caseId}/ledger/verify`, world.tokens.compliance);
    expect(verified.body).toMatchObject({ ok: true, stateMatches: true });
    for (const path of ['', '/ledger', '/report'])
      expect((await api.get(`/api/cases/${caseId}${path}`, world.tokens.compliance)).body).toMatchObject({
        names: { [engineer]: 'Erased person' },
      });
  }
  const log = await api.get('/api/custody', world.tokens.operator);
  expect(log.body).toMatchObject({
    chain: { ok: true },
    rows: expect.arrayContaining([
      expect.objectContaining({
        fact: expect.objectContaining({ type: 'PersonErased', person: engineer, keyDestroyed: true }),
      }),
    ]),
  });
});

test('given a name that somebody wrote into a reason, the erasure says where it stays', async () => {
  const { body } = await erase(OTHER_ENGINEER, { token: world.tokens.operator });
  const closing = [old, world].map(({ caseId }) =>
    expect.objectContaining({ caseId, event: 'CaseClosing', named: 'in-text' }),
  );
  expect(body).toMatchObject({ kept: { entries: expect.arrayContaining(closing) } });
});

test('given a person erased before, a repeat finds nothing more to destroy', async () => {
  expect(await erase(engineer)).toMatchObject({ status: 200, body: { keyDestroyed: false } });
  expect(await erase('p-nobodynobodynobo')).toMatchObject({ status: 404, body: { code: 'UnknownPerson' } });
});
