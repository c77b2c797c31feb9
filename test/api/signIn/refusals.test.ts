import getPort from 'get-port';
import { startApi, type TestApi } from '../../support/api/harness.js';
import { type BadProvider, type Next, startBadProvider } from '../../support/api/signIn/badProvider.js';
import { Browser, codeOf, type Page } from '../../support/api/signIn/browser.js';
import { ownRoles } from '../../support/api/signIn/world.js';

let provider: BadProvider;
let api: TestApi;
let now: string | undefined;
let codes = 0;
const lines: string[] = [];

beforeAll(async () => {
  provider = await startBadProvider();
  const port = await getPort({ host: '127.0.0.1' });
  const { issuer, clientId } = provider;
  const signIn = { provider: { issuer, clientId, clientSecret: 'secret', roles: ownRoles } };
  const more = {
    baseUrl: `http://127.0.0.1:${port}`,
    port,
    signIn,
    logTo: { write: (line: string) => lines.push(line) },
  };
  api = await startApi(more, undefined, { clock: () => now ?? new Date().toISOString() });
});
afterAll(async () => {
  await api?.close();
  await provider?.stop();
});
beforeEach(() => {
  now = undefined;
});

const open = () => new Browser(api.url);

/** Starts a sign-in; answers what the provider would have to send back. */
async function start(browser: Browser, query = ''): Promise<{ state: string; nonce: string }> {
  const { location = '' } = await browser.ask(`/auth/start${query}`);
  const asked = new URL(location).searchParams;
  return { state: asked.get('state') ?? '', nonce: asked.get('nonce') ?? '' };
}

const back = (browser: Browser, answer: Record<string, string>): Promise<Page> =>
  browser.ask(`/auth/callback?${new URLSearchParams(answer)}`);

/** A whole sign-in at a provider that says this. */
async function comeIn(browser: Browser, next: Next = {}, query = ''): Promise<Page> {
  const { state, nonce } = await start(browser, query);
  provider.next = { nonce, ...next };
  return await back(browser, { code: `code-${++codes}`, state });
}

const errorOf = ({ location = '' }: Page) => new URL(location, api.url).searchParams.get('error');
const isIn = async (browser: Browser) => (await browser.ask('/api/session')).status === 200;
const soon = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;

test('given a provider that says what is right, then one is in', async () => {
  const browser = open();
  expect(errorOf(await comeIn(browser))).toBeNull();
  expect(await isIn(browser)).toBe(true);
});

test('given a person whom the provider gives no role any more, then what they had ends with their next try', async () => {
  const browser = open();
  await comeIn(browser, { claims: { auth_time: soon(-5) } });
  browser.csrf = (await browser.session()).csrf;
  const made = await browser.write('POST', '/api/my-tokens', { name: 'a script' });
  const { token } = JSON.parse(made.text);
  const { address } = JSON.parse((await browser.write('POST', '/api/my-calendar')).text);
  const reached = async () => [
    (await api.get('/api/me', token)).status,
    await isIn(browser),
    (await fetch(address)).status,
  ];
  expect(await reached()).toEqual([200, true, 200]);
  expect(errorOf(await comeIn(open(), { claims: { roles: [] } }))).toBe('NoRole');
  expect(await reached()).toEqual([401, false, 404]);
});

test('given a provider that does not say when it had proof of somebody, then they are in, and do nothing that wants a recent sign-in', async () => {
  const browser = open();
  expect(errorOf(await comeIn(browser))).toBeNull();
  browser.csrf = (await browser.session()).csrf;
  expect(codeOf(await browser.write('POST', '/api/my-tokens', { name: 'x' }))).toBe('SignInTooOld');
  expect(errorOf(await comeIn(browser, {}, '?again=1'))).toBe('SignInFailed');
  expect(errorOf(await comeIn(browser, { claims: { auth_time: soon(-5) } }, '?again=1'))).toBeNull();
  browser.csrf = (await browser.session()).csrf;
  expect((await browser.write('POST', '/api/my-tokens', { name: 'x' })).status).toBe(201);
});

const wrong: [string, Next][] = [
  ['without a signature', { key: 'none' }],
  ['signed with another key', { key: 'foreign' }],
  ['of another issuer', { claims: { iss: 'https://evil.example' } }],
  ['of an issuer that differs by a slash', { claims: { iss: 'http://127.0.0.1/' } }],
  ['for another application', { claims: { aud: 'somebody-else' } }],
  ['for several applications without saying for which', { claims: { aud: ['somebody-else', 'third'] } }],
  ['that is expired', { claims: { exp: soon(-120), iat: soon(-500) } }],
  ['that is not valid yet', { claims: { nbf: soon(600) } }],
  ['with another nonce', { claims: { nonce: 'x'.repeat(43) } }],
  ['without a nonce', { leaveOut: ['nonce'] }],
  ['without an expiry', { leaveOut: ['exp'] }],
  ['without a subject', { leaveOut: ['sub'] }],
];
test.each(wrong)('an ID token %s lets nobody in', async (_what, next) => {
  const browser = open();
  expect(errorOf(await comeIn(browser, next))).toBe('SignInFailed');
  expect(await isIn(browser)).toBe(false);
});

test('a state of another start, and an answer that comes twice, let nobody in', async () => {
  const browser = open();
  const { nonce } = await start(browser);
  provider.next = { nonce };
  expect(errorOf(await back(browser, { code: 'a', state: 'x'.repeat(43) }))).toBe('SignInFailed');
  const { state, nonce: second } = await start(browser);
  provider.next = { nonce: second };
  const secret = new Map(browser.jar(api.url));
  expect(errorOf(await back(browser, { code: 'b', state }))).toBeNull();
  // The browser that has everything it had, and the code that was used.
  const replay = open();
  for (const [name, value] of secret) replay.jar(api.url).set(name, value);
  expect(errorOf(await back(replay, { code: 'b', state }))).toBe('SignInExpired');
  const other = open();
  const fresh = await start(other);
  provider.next = { nonce: fresh.nonce };
  expect(errorOf(await back(other, { code: 'b', state: fresh.state }))).toBe('SignInFailed');
  expect([await isIn(replay), await isIn(other)]).toEqual([false, false]);
});

test('an answer in another browser than the one that started, or too late, lets nobody in', async () => {
  const victim = open();
  const { state, nonce } = await start(open());
  provider.next = { nonce };
  expect(errorOf(await back(victim, { code: 'c', state }))).toBe('SignInExpired');
  const late = open();
  const its = await start(late);
  provider.next = { nonce: its.nonce };
  now = new Date(Date.now() + 16 * 60_000).toISOString();
  expect(errorOf(await back(late, { code: 'd', state: its.state }))).toBe('SignInExpired');
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/%0d/\\x',
  'cases',
  '/..//evil.example',
  '/\tx',
])('a way on that leads elsewhere is refused: %j', async (to) => {
  const answer = await open().ask(`/auth/start?to=${encodeURIComponent(to)}`);
  if (answer.status === 400) return expect(codeOf(answer)).toBe('Malformed');
  // What is left of it is a path of our own.
  const browser = open();
  const done = await comeIn(browser, {}, `?to=${encodeURIComponent(to)}`);
  expect(new URL(done.location ?? '').origin).toBe(api.url);
});

test('an address that the provider has not verified says nothing of who somebody is', async () => {
  const unverified = { sub: 'thief', email: 'victim@harbour.example', email_verified: false };
  for (const claims of [unverified, { ...unverified, email_verified: 'true' }])
    expect(errorOf(await comeIn(open(), { claims }))).toBe('AddressNotVerified');
  expect(await api.store.people.findByEmail('victim@harbour.example')).toBeUndefined();
});

test('a known account stays its person whatever its address says, and a second account of one person is refused', async () => {
  const browser = open();
  await comeIn(browser, { claims: { sub: 'mover', email: 'mover@harbour.example' } });
  const { person } = await browser.session();
  const again = open();
  await comeIn(again, { claims: { sub: 'mover', email: 'somebody.else@harbour.example', email_verified: false } });
  expect((await again.session()).person.id).toBe(person.id);
  const twin = { sub: 'another-account', email: 'mover@harbour.example' };
  expect(errorOf(await comeIn(open(), { claims: twin }))).toBe('AccountTaken');
});

test('signing in makes a new session and ends the one that the browser had', async () => {
  const browser = open();
  browser.jar(api.url).set('drawbridge', `dbs_${'A'.repeat(43)}`);
  await comeIn(browser);
  const before = browser.jar(api.url).get('drawbridge');
  expect(before).not.toBe(`dbs_${'A'.repeat(43)}`);
  await comeIn(browser);
  const old = open();
  old.jar(api.url).set('drawbridge', before ?? '');
  expect([await isIn(browser), await isIn(old)]).toEqual([true, false]);
});

test('what is asked again has to be answered with a proof of now', async () => {
  const start = open();
  const { location = '' } = await start.ask('/auth/start?again=1');
  expect([...new URL(location).searchParams.entries()]).toEqual(
    expect.arrayContaining([
      ['prompt', 'login'],
      ['max_age', '300'],
    ]),
  );
  expect(errorOf(await comeIn(open(), {}, '?again=1'))).toBe('SignInFailed');
  expect(errorOf(await comeIn(open(), { claims: { auth_time: soon(-1_000) } }, '?again=1'))).toBe('SignInFailed');
  const fresh = open();
  expect(errorOf(await comeIn(fresh, { claims: { auth_time: soon(-5) } }, '?again=1'))).toBeNull();
  expect(await isIn(fresh)).toBe(true);
});

test('the provider ends sessions by a message of its own, and by no other', async () => {
  const tell = async (token: string) => {
    const body = new URLSearchParams({ logout_token: token }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return (await open().ask('/auth/backchannel-logout', { method: 'POST', headers, body })).status;
  };
  const browser = open();
  await comeIn(browser, { claims: { sub: 'leaver', email: 'leaver@harbour.example', sid: 'sid-9' } });
  const its = { sub: 'leaver', sid: 'sid-9' };
  const refused = await Promise.all([
    provider.logoutToken(its, 'foreign').then(tell),
    provider.logoutToken({ ...its, iss: 'https://evil.example' }).then(tell),
    provider.logoutToken({ ...its, aud: 'somebody-else' }).then(tell),
    provider.logoutToken({ ...its, iat: soon(-1_000) }).then(tell),
    provider.logoutToken({ ...its, nonce: 'n' }).then(tell),
    provider.logoutToken({ ...its, events: {} }).then(tell),
    tell('x.y.z'),
  ]);
  expect(refused).toEqual(Array(7).fill(400));
  expect(await isIn(browser)).toBe(true);
  expect(await tell(await provider.logoutToken({ ...its, sid: 'another' }))).toBe(200);
  expect(await isIn(browser)).toBe(true);
  expect(await tell(await provider.logoutToken(its))).toBe(200);
  expect(await isIn(browser)).toBe(false);
});

test('logs hold neither what the provider says nor what leads to a session', () => {
  expect(lines.join('')).toContain('a sign-in at the OpenID provider failed');
  expect(lines.join('')).not.toMatch(/harbour|Aoife|dbs_|code=|state=|subject-1/);
});
