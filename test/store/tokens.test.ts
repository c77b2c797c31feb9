import { randomBytes } from 'node:crypto';
import { type Actor, SYSTEM } from '../../domain/case/roles.js';
import type { Store } from '../../store/contract.js';
import { openStore } from '../../store/openStore.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';
import { tablesOf } from '../support/store/dump.js';

let database: FreshDatabase;
let store: Store;
const OPERATOR: Actor = { personId: 'p-operator', role: 'operator' };
const NOW = '2026-09-01T08:00:00.000Z';
const LATER = '2026-10-01T08:00:00.000Z';

beforeAll(async () => {
  database = await freshDatabase();
  store = openStore(database.url, { masterKey: randomBytes(32) });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const issue = () =>
  store.tokens.issue({
    by: SYSTEM,
    personId: 'p-a',
    role: 'engineer',
    caseId: 'c-1',
    expiresAt: LATER,
    label: 'invitation',
  });

test('a token says who it is until it expires or is revoked', async () => {
  const { token, tokenId } = await issue();
  expect(token).toMatch(/^dbr_[A-Za-z0-9_-]{43}$/);
  expect(await store.tokens.verify(token, NOW)).toEqual({ tokenId, personId: 'p-a', role: 'engineer', caseId: 'c-1' });
  expect(await store.tokens.verify(token, LATER)).toBeUndefined();
  expect(await store.tokens.revoke(tokenId, OPERATOR)).toBe(true);
  expect(await store.tokens.revoke(tokenId, OPERATOR)).toBe(false);
  expect(await store.tokens.verify(token, NOW)).toBeUndefined();
});

test('who issued and who ended a token stands in a chained log, and is listed for the person', async () => {
  const person = await store.people.ensure({ name: 'Ada', email: 'ada@example.com' });
  const issued = (role: 'legal' | 'security') =>
    store.tokens.issue({ by: OPERATOR, personId: person, role, expiresAt: LATER, label: 'x' });
  const one = await issued('legal');
  const two = await issued('security');
  await store.tokens.revoke(one.tokenId, OPERATOR);
  const ofAda = (await store.custody.log({ afterSeq: 0, limit: 100 })).filter(
    ({ fact }) => 'person' in fact && fact.person === person,
  );
  expect(ofAda.map(({ actor, fact }) => [actor, fact])).toEqual([
    [OPERATOR, { type: 'TokenIssued', token: one.tokenId, person, role: 'legal', expiresAt: LATER }],
    [OPERATOR, { type: 'TokenIssued', token: two.tokenId, person, role: 'security', expiresAt: LATER }],
    [OPERATOR, { type: 'TokenRevoked', token: one.tokenId, person }],
  ]);
  expect(await store.custody.verify()).toMatchObject({ ok: true });
  const time = expect.stringMatching(/Z$/);
  const more = { issuedBy: OPERATOR, issuedAt: time, expiresAt: LATER };
  expect((await store.tokens.list(person)).sort((a, b) => (a.role ?? '').localeCompare(b.role ?? ''))).toEqual([
    { tokenId: one.tokenId, role: 'legal', ...more, revokedAt: time },
    { tokenId: two.tokenId, role: 'security', ...more },
  ]);
  expect(await store.tokens.list('p-nobody')).toEqual([]);
});

const SOON = '2026-09-03T08:00:00.000Z';
const offer = (personId: string) =>
  store.tokens.offer({ by: OPERATOR, personId, role: 'legal', expiresAt: LATER, claimUntil: SOON, label: 'x' });

test('a token that is offered is nobody’s until its code is given back, once, by one of many who try', async () => {
  const { code, tokenId } = await offer('p-claims');
  expect(code).toMatch(/^dbc_[A-Za-z0-9_-]{27}$/);
  expect((await store.tokens.list('p-claims')).map(({ claimUntil }) => claimUntil)).toEqual([SOON]);
  const claims = await Promise.all(Array.from({ length: 8 }, () => store.tokens.claim(code, NOW)));
  const [claimed, ...others] = claims.filter((one) => one !== undefined);
  expect(others).toEqual([]);
  expect(claimed).toEqual({
    tokenId,
    personId: 'p-claims',
    role: 'legal',
    expiresAt: LATER,
    token: expect.stringMatching(/^dbr_/),
  });
  expect(await store.tokens.verify(claimed?.token ?? '', NOW)).toEqual({
    tokenId,
    personId: 'p-claims',
    role: 'legal',
  });
  expect((await store.tokens.list('p-claims')).map((row) => 'claimUntil' in row)).toEqual([false]);
  const facts = (await store.custody.log({ afterSeq: 0, limit: 1000 })).flatMap(({ actor, fact }) =>
    'token' in fact && fact.token === tokenId ? [[actor.personId, fact]] : [],
  );
  const whose = { token: tokenId, person: 'p-claims' };
  expect(facts).toEqual([
    ['p-operator', { type: 'TokenIssued', ...whose, role: 'legal', expiresAt: LATER, claimUntil: SOON }],
    ['p-claims', { type: 'TokenClaimed', ...whose }],
  ]);
});

test('a code that is late, revoked or made up gives nothing', async () => {
  const late = await offer('p-late');
  const revoked = await offer('p-revoked');
  expect(await store.tokens.revoke(revoked.tokenId, OPERATOR)).toBe(true);
  for (const [code, at] of [
    [late.code, SOON],
    [revoked.code, NOW],
    [`dbc_${'A'.repeat(27)}`, NOW],
    [late.code.slice(0, -1), NOW],
    [`dbr_${late.code.slice(4)}`, NOW],
    ['', NOW],
  ] as const)
    expect(await store.tokens.claim(code, at)).toBeUndefined();
  // What was asked too late is no less late for having been asked.
  expect(await store.tokens.claim(late.code, NOW)).toMatchObject({ personId: 'p-late' });
});

test('a code is kept as its hash alone, and opens nothing itself', async () => {
  const { code } = await offer('p-hash');
  expect(await store.tokens.verify(code, NOW)).toBeUndefined();
  expect(JSON.stringify(await tablesOf(database.url))).not.toContain(code);
});

test('what became of the letter stands in the log', async () => {
  const { tokenId } = await offer('p-told');
  await store.tokens.told({ tokenId, personId: 'p-told', by: OPERATOR, code: 'MailRefused' });
  const last = (await store.custody.log({ afterSeq: 0, limit: 1000 })).at(-1);
  expect(last?.fact).toEqual({
    type: 'TokenLetterSent',
    token: tokenId,
    person: 'p-told',
    accepted: false,
    code: 'MailRefused',
  });
});

test('anything else is nobody', async () => {
  const { token } = await issue();
  for (const other of ['', 'dbr_', `${token}x`, token.slice(0, -1), ` ${token}`, `dbr_${'A'.repeat(43)}`, 'a\u0000'])
    expect(await store.tokens.verify(other, NOW)).toBeUndefined();
});

test('the mail journal knows what was begun and not ended', async () => {
  const { mailJournal } = store;
  expect(await mailJournal.begin('m-1')).toBe('new');
  expect(await mailJournal.begin('m-1')).toBe('in-doubt');
  await mailJournal.failed('m-1', '550 no such user <anna@example.com>');
  expect(await mailJournal.begin('m-1')).toBe('new');
  expect(await mailJournal.find('m-1')).toBeUndefined();
  await mailJournal.accepted('m-1', { messageId: '<m-1@drawbridge>', response: '250 ok anna@example.com' });
  await mailJournal.failed('m-1', 'too late');
  expect(await mailJournal.begin('m-1')).toBe('accepted');
  expect(await mailJournal.find('m-1')).toEqual({ messageId: '<m-1@drawbridge>' });
  expect((await Promise.all([mailJournal.begin('m-2'), mailJournal.begin('m-2')])).sort()).toEqual(['in-doubt', 'new']);
});
