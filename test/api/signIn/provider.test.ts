import { Browser, codeOf } from '../../support/api/signIn/browser.js';
import { BOTH, NOBODY, type SignInWorld, startSignInWorld } from '../../support/api/signIn/world.js';
import { EMAILS } from '../../support/api/smallPolicy.js';

let world: SignInWorld;
beforeAll(async () => {
  world = await startSignInWorld();
});
afterAll(() => world?.close());

const open = () => new Browser(world.api.url);

test('somebody who signs in at the provider goes on where they wanted, and acts with their role', async () => {
  const browser = open();
  expect(await browser.ask('/api/session')).toMatchObject({ status: 401 });
  // A browser may ask whether somebody is signed in: nobody is an answer.
  expect(JSON.parse((await browser.ask('/api/sign-in')).text)).toEqual({ provider: true, code: false, passkey: false });
  const done = await browser.signIn(EMAILS.procurement, '?to=/cases/c-1%3Ftab=x');
  expect([done.status, done.location]).toEqual([303, `${world.api.url}/cases/c-1?tab=x`]);
  const session = await browser.session();
  const { session: known, ...ways } = JSON.parse((await browser.ask('/api/sign-in')).text);
  expect([ways, known.sessionId]).toEqual([{ provider: true, code: false, passkey: false }, session.sessionId]);
  expect(session).toMatchObject({ side: 'client', roles: ['procurement'], person: { name: 'Name of procurement' } });
  const opened = await browser.write('POST', '/api/cases', { caseFile: 'title: Claims triage' });
  expect(opened.status).toBe(201);
  const log = await world.api.store.custody.log({ afterSeq: 0, limit: 100 });
  expect(log.map(({ actor, fact }) => [actor.role, fact])).toEqual([
    ['system', { type: 'IdentityLinked', person: session.person.id, issuer: world.oidc.issuer }],
    [
      'procurement',
      {
        type: 'SignedIn',
        session: session.sessionId,
        person: session.person.id,
        roles: ['procurement'],
        how: 'provider',
      },
    ],
  ]);
});

test('whoever signs out is signed out at once, and sent on to the provider', async () => {
  const browser = open();
  await browser.signIn(EMAILS.legal);
  const kept = new Map(browser.jar(world.api.url));
  const out = await browser.write('DELETE', '/api/session');
  expect([out.status, out.text]).toEqual([200, expect.stringContaining(`${world.oidc.issuer}/session/end`)]);
  for (const [name, value] of kept) browser.jar(world.api.url).set(name, value);
  expect((await browser.ask('/api/session')).status).toBe(401);
});

test('a write without the word of our own page, or from another one, is refused', async () => {
  const browser = open();
  await browser.signIn(EMAILS.procurement);
  const body = { caseFile: 'title: Forged' };
  const refused = await Promise.all([
    browser.write('POST', '/api/cases', body, { 'x-csrf-token': '' }),
    browser.write('POST', '/api/cases', body, { 'x-csrf-token': 'x'.repeat(43) }),
    browser.write('POST', '/api/cases', body, { origin: 'https://evil.example' }),
    browser.write('POST', '/api/cases', body, { 'sec-fetch-site': 'cross-site' }),
    browser.write('DELETE', '/api/session', undefined, { 'x-csrf-token': '' }),
  ]);
  expect(refused.map((answer) => [answer.status, codeOf(answer)])).toEqual(Array(5).fill([403, 'CsrfRejected']));
  expect((await browser.write('POST', '/api/cases', body)).status).toBe(201);
});

test('somebody with several roles acts in the first that fits, or in the one that they name', async () => {
  const browser = open();
  await browser.signIn(BOTH);
  expect((await browser.session()).roles).toEqual(['procurement', 'legal']);
  const asLegal = { 'drawbridge-role': 'legal' };
  const body = { caseFile: 'title: Claims' };
  expect(await browser.write('POST', '/api/cases', body, asLegal)).toMatchObject({ status: 403 });
  expect(await browser.write('POST', '/api/cases', body)).toMatchObject({ status: 201 });
  expect(await browser.ask('/api/me', { headers: asLegal })).toMatchObject({ status: 200 });
  expect(await browser.ask('/api/me', { headers: { 'drawbridge-role': 'executive' } })).toMatchObject({ status: 403 });
});

test('somebody whom the mapping gives no role does not come in, and learns why', async () => {
  const browser = open();
  const done = await browser.signIn(NOBODY);
  expect([done.status, done.location]).toEqual([303, `${world.api.url}/sign-in?error=NoRole`]);
  expect(await browser.ask('/api/session')).toMatchObject({ status: 401 });
});
