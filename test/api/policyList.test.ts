import { createHash, randomUUID } from 'node:crypto';
import { startApi, type TestApi } from '../support/api/harness.js';
import { EMAILS } from '../support/api/smallPolicy.js';
import { look, openWorld, type World } from '../support/api/world.js';

const LEAN = 'name: lean\nversion: "1"\n';
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const HASH = hashOf(LEAN);

let api: TestApi;
let world: World;
beforeEach(async () => {
  api = await startApi();
  world = await openWorld(api);
});
afterEach(() => api?.close());

const open = (policy: string, token = world.tokens.procurement, key: string = randomUUID()) =>
  api.post('/api/cases', token, { caseFile: 'title: Ours', policy }, { 'idempotency-key': key });
const allow = (policy = LEAN, token = world.tokens.operator) =>
  api.post('/api/policies', token, { policy, reason: 'The committee has agreed.' });
const disallow = (hash = HASH) =>
  api.post(`/api/policies/${hash}/delist`, world.tokens.operator, { reason: 'There is a newer one.' });
const listed = async (token = world.tokens.legal) => Object((await api.get('/api/policies', token)).body);
const caseIdOf = ({ body }: { body: unknown }): string => String(Object(body).caseId);
const openedAs = async (caseId: string): Promise<unknown> => {
  const [first] = await api.store.ledger.readEntries(caseId, { afterSeq: 0, limit: 1 });
  return first?.event.type === 'CaseOpened' ? first.event.policyOrigin : undefined;
};
const seenIn = (caseId: string) => look(api, { ...world, caseId });

test('given nothing on the list, then a case opens under the own policy alone, and its first entry says so', async () => {
  expect(await openedAs(world.caseId)).toEqual({ kind: 'own' });
  const before = await api.store.cases.list({}, { limit: 100 });
  const refused = await open(LEAN);
  expect(refused).toMatchObject({ status: 403, body: { code: 'PolicyNotListed' } });
  expect(Object(refused.body).detail).toBe(
    `The policy small 1 (${HASH.slice(0, 16)}…) is not one of this installation. Open the case without it and propose it there, so that it is decided (drawbridge policy propose FILE --case CASE), or ask an operator to list it (drawbridge policy allow FILE).`,
  );
  expect(await api.store.cases.list({}, { limit: 100 })).toEqual(before);
});

test('when an operator lists a policy, then cases open under it, and the ledger names the entry that listed it', async () => {
  const answer = await allow();
  expect(answer).toMatchObject({ status: 200, body: { policy: { name: 'lean', version: '1', hash: HASH } } });
  const { seq, hash } = Object(answer.body).receipt;
  const opened = await open(LEAN);
  expect(opened.status).toBe(201);
  expect(await openedAs(caseIdOf(opened))).toEqual({ kind: 'listed', entry: seq, entryHash: hash });
  const policy = { name: 'small', version: '1', hash: HASH };
  expect((await seenIn(caseIdOf(opened))).policy).toEqual({ ...policy, origin: 'listed', entry: { seq, hash } });
  const custody = await api.get(`/api/custody?afterSeq=${seq - 1}`, world.tokens.compliance);
  expect(custody.body).toMatchObject({
    rows: [{ seq, hash, fact: { type: 'PolicyListed', policy: { hash: HASH }, reason: 'The committee has agreed.' } }],
    chain: { ok: true },
  });
});

test('when it is taken off, then no case opens under it, a repeat gets its answer of then, and an open case says so', async () => {
  await allow();
  const key = randomUUID();
  const opened = await open(LEAN, undefined, key);
  expect(await disallow()).toMatchObject({ status: 200, body: { policy: { name: 'lean', hash: HASH } } });
  expect(await open(LEAN)).toMatchObject({ status: 403, body: { code: 'PolicyNotListed' } });
  expect((await open(LEAN, undefined, key)).body).toEqual(opened.body);
  const [row] = (await listed()).rows;
  expect(row).toMatchObject({
    policy: { name: 'lean', version: '1', hash: HASH },
    listed: { reason: 'The committee has agreed.' },
    delisted: { reason: 'There is a newer one.' },
  });
  expect((await seenIn(caseIdOf(opened))).policy).toMatchObject({ origin: 'listed', delistedAt: row.delisted.at });
  const vendors = await api.tokenFor('vendor-contact', 'ewa@northwind.example', caseIdOf(opened));
  const shown = await api.get(`/api/cases/${caseIdOf(opened)}`, vendors);
  expect(Object(shown.body).policy).toEqual({ name: 'small', version: '1', hash: HASH });
  // Listed again, it is listed by a later entry.
  const again = Object((await allow()).body).receipt.seq;
  expect(await openedAs(caseIdOf(await open(LEAN)))).toMatchObject({ kind: 'listed', entry: again });
});

test('nobody opens a case under a policy that they have listed themselves', async () => {
  await allow(LEAN, await api.tokenFor('operator', EMAILS.procurement));
  expect(await open(LEAN)).toMatchObject({ status: 403, body: { code: 'RequesterMayNotDecide' } });
  expect((await open(LEAN, await api.tokenFor('procurement', 'other@harbour.example'))).status).toBe(201);
});

test('the list takes policies only, once, from an operator; the client reads it and the vendor does not', async () => {
  expect(await allow('version: 1')).toMatchObject({
    status: 400,
    body: { code: 'Malformed', detail: 'The policy file, line 1, column 1: The policy needs a name.' },
  });
  expect(await disallow()).toMatchObject({ status: 404, body: { code: 'UnknownPolicy' } });
  await allow();
  expect(await allow()).toMatchObject({ status: 409, body: { code: 'DuplicateId' } });
  await disallow();
  expect(await disallow()).toMatchObject({ status: 404, body: { code: 'UnknownPolicy' } });
  for (const who of ['procurement', 'executive', 'vendor-contact'] as const)
    expect((await allow(LEAN, world.tokens[who])).status).toBe(403);
  expect((await listed()).own).toEqual({ name: 'small', version: '1', hash: hashOf('name: small\nversion: "1"\n') });
  expect((await api.get('/api/policies', world.tokens['vendor-contact'])).status).toBe(403);
});
