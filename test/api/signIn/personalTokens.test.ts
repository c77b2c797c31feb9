import { z } from 'zod';
import { type MadeToken, madeToken, myTokens } from '../../../contract/myTokens.js';
import type { Role } from '../../../domain/case/roles.js';
import { Browser, codeOf } from '../../support/api/signIn/browser.js';
import { BOTH, type SignInWorld, startSignInWorld } from '../../support/api/signIn/world.js';
import { CONTACT, EMAILS, ENGINEER } from '../../support/api/smallPolicy.js';
import { act, openWorld, type World } from '../../support/api/world.js';
import { waitUntil } from '../../support/real/waitUntil.js';
import { dump } from '../../support/store/dump.js';

const letters: string[] = [];
let world: SignInWorld;
let first: World;
let now: string | undefined;

beforeAll(async () => {
  world = await startSignInWorld(
    { tokenDays: 60 },
    {
      clock: () => now ?? new Date().toISOString(),
      sendSignInLetter: async ({ code }) => {
        letters.push(code);
        return undefined;
      },
    },
  );
  first = await openWorld(world.api);
});
afterAll(() => world?.close());
beforeEach(() => {
  now = undefined;
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

async function signedIn(email: string): Promise<Browser> {
  const browser = new Browser(world.api.url);
  await browser.signIn(email);
  return browser;
}

/** Somebody of the vendor's, signed in by a code. */
async function ofVendor(email: string): Promise<Browser> {
  const browser = new Browser(world.api.url);
  const before = letters.length;
  await browser.write('POST', '/api/sign-in/vendor', { email });
  await waitUntil('a letter', async () => letters.length > before);
  await browser.write('POST', '/api/sign-in/vendor/code', { code: letters.at(-1) });
  browser.csrf = (await browser.session()).csrf;
  return browser;
}

/** A browser with a session of the client's side that holds these roles, whatever the provider says. */
async function withSession(personId: string, roles: Role[]): Promise<Browser> {
  const now = new Date().toISOString();
  const { secret } = await world.api.store.sessions.start({
    ...{ personId, side: 'client', grants: roles.map((role) => ({ role })), device: 'Firefox on Linux' },
    ...{ now, signedInAt: now, endsAt: inDays(1) },
  });
  const browser = new Browser(world.api.url);
  browser.jar(world.api.url).set('drawbridge', secret);
  browser.csrf = (await browser.session()).csrf;
  return browser;
}

const make = (browser: Browser, body: object) => browser.write('POST', '/api/my-tokens', { name: 'a script', ...body });
async function made(browser: Browser, body: object = {}): Promise<MadeToken> {
  const page = await make(browser, body);
  expect([page.status, page.text]).toEqual([201, expect.any(String)]);
  return madeToken.parse(JSON.parse(page.text));
}
const listed = async (browser: Browser) => myTokens.parse(JSON.parse((await browser.ask('/api/my-tokens')).text));
const end = (browser: Browser, tokenId: string) => browser.write('DELETE', `/api/my-tokens/${tokenId}`);

const answer = z.object({ code: z.string() });
const refusal = ({ status, body }: { status: number; body: unknown }) => [status, answer.safeParse(body).data?.code];
const reach = async (token: string, path = '/api/me') => (await world.api.get(path, token)).status;

test('a token acts for its person as their session does, is listed without its secret, and ends when they say so', async () => {
  const browser = await signedIn(BOTH);
  const token = await made(browser, { scope: 'act', expiresInDays: 10 });
  expect(token).toMatchObject({ name: 'a script', scope: 'act', roles: ['procurement', 'legal'] });
  const { rows, daysMax } = await listed(browser);
  const { token: secret, ...shown } = token;
  expect([rows, daysMax]).toEqual([[shown], 60]);
  expect((await world.api.get('/api/me', secret)).body).toMatchObject({ tokenId: token.tokenId, role: 'procurement' });
  const as = (role: string) => world.api.send('/api/me', secret, { headers: { 'drawbridge-role': role } });
  expect((await as('legal')).body).toMatchObject({ role: 'legal' });
  expect(refusal(await as('security'))).toEqual([403, 'Forbidden']);
  expect((await listed(browser)).rows[0]?.usedAt).toEqual(expect.any(String));
  expect(await dump(world.api.databaseUrl)).not.toContain(secret);
  expect((await end(browser, token.tokenId)).status).toBe(204);
  expect(await reach(secret)).toBe(401);
  expect((await listed(browser)).rows).toEqual([]);
  const log = (await world.api.store.custody.log({ afterSeq: 0, limit: 1000 })).flatMap(({ fact }) =>
    'token' in fact && fact.token === token.tokenId ? [fact] : [],
  );
  const person = (await browser.session()).person.id;
  expect(log).toEqual([
    {
      ...{ type: 'PersonalTokenMade', token: token.tokenId, person, scope: 'act' },
      ...{ roles: ['procurement', 'legal'], expiresAt: token.expiresAt, how: 'browser' },
    },
    { type: 'TokenRevoked', token: token.tokenId, person },
  ]);
});

test('a token that may only read changes nothing; one that may act does no act of weight, which the browser is for', async () => {
  const browser = await signedIn(EMAILS.procurement);
  const [read, acting] = [await made(browser, { scope: 'read' }), await made(browser, { scope: 'act' })];
  const pause = (token: string) =>
    world.api.post(`/api/cases/${first.caseId}/commands/pause-case`, token, { reason: 'Waits for a date.' });
  const difference = (token: string) =>
    world.api.post(`/api/cases/${first.caseId}/commands/pause-case/preview`, token, { reason: 'Waits.' });
  expect(await reach(read.token, `/api/cases/${first.caseId}`)).toBe(200);
  expect(refusal(await pause(read.token))).toEqual([403, 'ReadOnlyToken']);
  expect((await difference(read.token)).status).toBe(200);
  expect((await pause(acting.token)).status).toBe(200);
  for (const weighty of ['decide', 'sign-paper', 'delegate', 'close-case'])
    expect([
      weighty,
      refusal(await world.api.post(`/api/cases/${first.caseId}/commands/${weighty}`, acting.token, {})),
    ]).toEqual([weighty, [403, 'BrowserNeeded']]);
});

test('a token makes no token, lists none and ends none but itself', async () => {
  const browser = await signedIn(EMAILS.legal);
  const [one, other] = [await made(browser, { scope: 'act' }), await made(browser)];
  expect(refusal(await world.api.post('/api/my-tokens', one.token, { name: 'x' }))).toEqual([403, 'BrowserNeeded']);
  expect(refusal(await world.api.get('/api/my-tokens', one.token))).toEqual([401, 'Unauthenticated']);
  const issued = await world.api.tokenFor('legal', EMAILS.legal);
  expect(refusal(await world.api.post('/api/my-tokens', issued, { name: 'x' }))).toEqual([401, 'Unauthenticated']);
  const drop = (token: string, tokenId: string) =>
    world.api.send(`/api/my-tokens/${tokenId}`, token, { method: 'DELETE' });
  expect(refusal(await drop(one.token, other.tokenId))).toEqual([404, 'NotFound']);
  expect((await drop(other.token, other.tokenId)).status).toBe(204);
  expect([await reach(one.token), await reach(other.token)]).toEqual([200, 401]);
  const stranger = await signedIn(EMAILS.executive);
  expect((await end(stranger, one.tokenId)).status).toBe(404);
});

test('a token works no longer than the installation allows, and until then', async () => {
  const browser = await signedIn(EMAILS.legal);
  const tooLong = await make(browser, { expiresInDays: 61 });
  expect([tooLong.status, JSON.parse(tooLong.text).faults]).toEqual([
    400,
    [{ path: 'expiresInDays', message: 'must be at most 60: no token works longer here' }],
  ]);
  const { token, expiresAt } = await made(browser, { expiresInDays: 60 });
  now = new Date(Date.parse(expiresAt) - 1).toISOString();
  expect(await reach(token)).toBe(200);
  now = expiresAt;
  expect(await reach(token)).toBe(401);
});

test('making one needs a fresh sign-in, and only so many are had at a time', async () => {
  const browser = await signedIn(EMAILS.executive);
  const statuses = [];
  for (let i = 0; i < 21; i++) statuses.push((await make(browser, {})).status);
  expect(statuses).toEqual([...Array(20).fill(201), 409]);
  for (const minutes of [25, 50, 61]) {
    now = new Date(Date.now() + minutes * 60_000).toISOString();
    await browser.ask('/api/session');
  }
  expect(codeOf(await make(browser, {}))).toBe('SignInTooOld');
});

describe('a token never has more than its person has', () => {
  test('a role that the provider no longer gives is gone with the next sign-in', async () => {
    const browser = await signedIn(BOTH);
    const personId = (await browser.session()).person.id;
    const earlier = await withSession(personId, ['security', 'legal']);
    const { token } = await made(earlier);
    const feedOf = async (from: Browser) => JSON.parse((await from.ask('/api/my-calendar')).text).feed;
    const roleIn = async (from: Browser) => JSON.parse((await from.ask('/api/me')).text).role;
    await earlier.write('POST', '/api/my-calendar');
    expect((await world.api.get('/api/me', token)).body).toMatchObject({ role: 'security' });
    expect([await roleIn(earlier), await feedOf(browser)]).toEqual(['security', expect.anything()]);
    await browser.signIn(BOTH);
    expect((await world.api.get('/api/me', token)).body).toMatchObject({ role: 'legal' });
    expect([await roleIn(earlier), await feedOf(browser)]).toEqual(['legal', undefined]);
    expect((await made(earlier)).roles).toEqual(['legal']);
    await world.api.store.personalTokens.narrow(personId, []);
    expect([await reach(token), (await earlier.ask('/api/me')).status]).toEqual([401, 401]);
  });

  test('given many who make one while their person is signed out everywhere, then none of them works', async () => {
    const browser = await signedIn(EMAILS['engineering-manager']);
    const making = Array.from({ length: 15 }, () => make(browser, {}));
    const out = await world.api.post('/api/sign-out', first.tokens.operator, { person: EMAILS['engineering-manager'] });
    const pages = await Promise.all(making);
    const tokens = pages.flatMap(({ status, text }) =>
      status === 201 ? [madeToken.parse(JSON.parse(text)).token] : [],
    );
    const reached = await Promise.all(tokens.map((token) => reach(token)));
    expect([out.status, reached]).toEqual([200, tokens.map(() => 401)]);
  });

  test('given a session that ended since it was looked at, then no token is made in it', async () => {
    const browser = await signedIn(EMAILS.legal);
    const { sessionId, person } = await browser.session();
    await world.api.store.sessions.end(sessionId, person.id, 'themselves');
    const token = {
      sessionId,
      name: 'late',
      scope: 'read',
      now: new Date().toISOString(),
      expiresAt: inDays(1),
    } as const;
    expect(await world.api.store.personalTokens.make(token)).toBe('signed-out');
  });

  test('whoever is signed out by an operator has none any more', async () => {
    const { token } = await made(await signedIn(EMAILS.compliance));
    const out = await world.api.post('/api/sign-out', first.tokens.operator, { person: EMAILS.compliance });
    expect([out.status, await reach(token)]).toEqual([200, 401]);
  });

  test('somebody of the vendor reaches their cases with it, and loses one with the case', async () => {
    const solo = await openWorld(world.api, 'Solo');
    const { token, caseIds } = await made(await ofVendor(ENGINEER), { scope: 'act' });
    expect(caseIds).toEqual([solo.caseId, first.caseId]);
    const reached = async () => [
      await reach(token, `/api/cases/${first.caseId}`),
      await reach(token, `/api/cases/${solo.caseId}`),
      await reach(token, '/api/cases/c-ffffffffffffffff'),
      await reach(token, '/api/vendors'),
    ];
    expect(await reached()).toEqual([200, 200, 404, 403]);
    await act(world.api, solo, 'vendor-contact', 'record-departure', { person: ENGINEER, reason: 'Moves on.' });
    expect(await reached()).toEqual([200, 404, 404, 403]);
    const contact = await made(await ofVendor(CONTACT));
    expect(contact.roles).toEqual(['vendor-contact']);
  });

  test.each([
    ['is turned down', 'engineering-manager', 'reject-person', {}],
    [
      'is given another address by somebody else',
      'procurement',
      'correct-person',
      { email: 'right@northwind.example' },
    ],
  ] as const)(
    'given an engineer who %s, then their session and token reach the case no more',
    async (_what, by, act_, more) => {
      const solo = await openWorld(world.api, `Solo ${act_}`);
      const browser = await ofVendor(ENGINEER);
      const { token } = await made(browser);
      const path = `/api/cases/${solo.caseId}`;
      const reached = async () => [await reach(token, path), (await browser.ask(path)).status];
      expect(await reached()).toEqual([200, 200]);
      await act(world.api, solo, by, act_, { person: ENGINEER, reason: 'It was not them.', ...more });
      expect(await reached()).toEqual([404, 404]);
      const { caseIds } = await made(await ofVendor(ENGINEER));
      expect(caseIds).not.toContain(solo.caseId);
    },
  );
});

test('another page cannot make one, and its name is one line of letters', async () => {
  const browser = await signedIn(EMAILS.legal);
  const elsewhere = await browser.write('POST', '/api/my-tokens', { name: 'x' }, { origin: 'https://evil.example' });
  expect(codeOf(elsewhere)).toBe('CsrfRejected');
  expect((await make(browser, { name: 'two\nlines' })).status).toBe(400);
  expect((await make(browser, { scope: 'admin' })).status).toBe(400);
});

test('an old token is listed until it ends, by when it was made', async () => {
  const browser = await signedIn(EMAILS['engineering-manager']);
  const one = await made(browser, { expiresInDays: 1 });
  now = new Date(Date.now() + 60_000).toISOString();
  const two = await made(browser, { expiresInDays: 30 });
  expect((await listed(browser)).rows.map(({ tokenId }) => tokenId)).toEqual([two.tokenId, one.tokenId]);
  const { personId } = z.object({ personId: z.string() }).parse((await world.api.get('/api/me', two.token)).body);
  expect((await world.api.store.personalTokens.list(personId, inDays(2))).map(({ tokenId }) => tokenId)).toEqual([
    two.tokenId,
  ]);
});
