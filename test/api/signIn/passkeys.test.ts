import getPort from 'get-port';
import type { CDPSession } from 'playwright-core';
import { takesPasskeys } from '../../../api/signIn/passkeys.js';
import { violationsOn } from '../../../tools/browser/accessibility.js';
import { type RunningBrowser, startBrowser } from '../../../tools/browser/browser.js';
import { openVisit, type Visit } from '../../../tools/browser/visit.js';
import { webRoot } from '../../../workers/webRoot.js';
import { startApi, type TestApi } from '../../support/api/harness.js';
import { CONTACT, ENGINEER } from '../../support/api/smallPolicy.js';
import { act, openWorld, type World } from '../../support/api/world.js';
import { waitUntil } from '../../support/real/waitUntil.js';

const letters: string[] = [];
let running: RunningBrowser;
let api: TestApi;
let world: World;
let base: string;

beforeAll(async () => {
  const port = await getPort({ host: '127.0.0.1' });
  // A passkey is bound to a name: an address of numbers has none.
  base = `http://localhost:${port}`;
  const sendSignInLetter = async ({ code }: { code: string }) => {
    letters.push(code);
    return undefined;
  };
  api = await startApi({ baseUrl: base, port, webRoot: webRoot() }, undefined, { sendSignInLetter });
  world = await openWorld(api);
  running = await startBrowser();
});
afterAll(async () => {
  await running?.stop();
  await api?.close();
});

/** A device that keeps keys, and lets its person unlock them. */
async function withDevice(visit: Visit): Promise<CDPSession> {
  const device = await visit.context.newCDPSession(visit.page);
  await device.send('WebAuthn.enable');
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  expect(authenticatorId).not.toBe('');
  return device;
}

async function signInByCode({ page, hands }: Visit, email: string): Promise<void> {
  await page.goto('/sign-in');
  const before = letters.length;
  await hands.fill(page.getByLabel('Your e-mail address'), email);
  await hands.click(page.getByRole('button', { name: 'Send me a code' }));
  await waitUntil('a letter', async () => letters.length > before);
  await hands.fill(page.getByLabel('Code'), letters.at(-1) ?? '');
  await hands.click(page.getByRole('button', { name: 'Sign in', exact: true }));
}

const heading = ({ page }: Visit, name: string) => page.getByRole('heading', { level: 1, name });
async function signOut({ page }: Visit): Promise<void> {
  await page.evaluate(async () => {
    const text = await (await fetch('/api/session')).text();
    const csrf = /"csrf":"([^"]+)"/.exec(text)?.[1] ?? '';
    await fetch('/api/session', { method: 'DELETE', headers: { 'x-csrf-token': csrf } });
  });
  await page.goto('/sign-in');
}
const factsOf = async (type: string) =>
  (await api.store.custody.log({ afterSeq: 0, limit: 1000 })).flatMap(({ fact }) => (fact.type === type ? [fact] : []));

test('given a passkey that somebody sets up after a code, then they come in with it until they remove it', async () => {
  const visit = await openVisit(running.browser, { baseUrl: base });
  const { page, hands } = visit;
  await withDevice(visit);
  await signInByCode(visit, CONTACT);
  await page.getByText('Next time without a code?').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await hands.click(page.getByRole('button', { name: 'Set up a passkey' }));
  await heading(visit, 'My work').waitFor();
  expect(await factsOf('PasskeyAdded')).toHaveLength(1);

  await signOut(visit);
  let sent = '';
  page.on('request', (request) => {
    if (request.url().endsWith('/api/sign-in/passkey')) sent = request.postData() ?? '';
  });
  await hands.click(page.getByRole('button', { name: 'Sign in with a passkey' }));
  await heading(visit, 'My work').waitFor();
  expect((await factsOf('SignedIn')).map((fact) => ('how' in fact ? fact.how : ''))).toEqual(['code', 'passkey']);

  const again = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/api/sign-in/passkey', { method: 'POST', headers, body });
    return { status: answer.status, text: await answer.text() };
  }, sent);
  expect(again).toEqual({ status: 401, text: expect.stringContaining('"code":"Unauthenticated"') });
  const elsewhere = await api.post('/api/sign-in/passkey', undefined, sent, { origin: 'https://evil.example' });
  expect(elsewhere).toMatchObject({ status: 403, body: { code: 'CsrfRejected' } });

  await page.goto('/me');
  await page.getByRole('button', { name: /^Remove the passkey of Chrome/ }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await hands.click(page.getByRole('button', { name: /^Remove the passkey of Chrome/ }));
  await page.getByText('With a passkey on this device you sign in without a code').waitFor();
  expect(await factsOf('PasskeyRemoved')).toHaveLength(1);
  await signOut(visit);
  await hands.click(page.getByRole('button', { name: 'Sign in with a passkey' }));
  await page.getByText('This passkey does not work here. Sign in with a code.').waitFor();
  await visit.close();
});

test('given somebody who does not want one, then they are not asked again; given one who left, then it lets nobody in', async () => {
  const visit = await openVisit(running.browser, { baseUrl: base });
  const { page, hands } = visit;
  await withDevice(visit);
  await signInByCode(visit, ENGINEER);
  await hands.click(page.getByRole('button', { name: 'Not on this device' }));
  await heading(visit, 'My work').waitFor();
  await signOut(visit);
  await signInByCode(visit, ENGINEER);
  await heading(visit, 'My work').waitFor();

  await page.goto('/me');
  await hands.click(page.getByRole('button', { name: 'Set up a passkey' }));
  await page.getByRole('button', { name: /^Remove the passkey of Chrome/ }).waitFor();
  await signOut(visit);
  await act(api, world, 'vendor-contact', 'record-departure', { person: ENGINEER, reason: 'Moves on.' });
  await hands.click(page.getByRole('button', { name: 'Sign in with a passkey' }));
  await page.getByText('No case names you any more.').waitFor();
  await visit.close();
});

test('an operator who signs somebody out removes their passkeys, and nobody adds one for another', async () => {
  const { personId = '' } = (await api.store.people.findByEmail(CONTACT)) ?? {};
  const by = { personId, role: 'vendor-contact' } as const;
  const now = new Date().toISOString();
  const { passkeys, sessions } = api.store;
  const { sessionId } = await sessions.start({
    ...{ personId, side: 'vendor', grants: [{ role: 'vendor-contact', caseId: world.caseId }], device: 'Chrome', now },
    ...{ signedInAt: now, endsAt: new Date(Date.now() + 60_000).toISOString() },
  });
  const key = { by, sessionId, credential: 'abc', publicKey: new Uint8Array([1]), counter: 3, device: 'Chrome', now };
  const added = await passkeys.add(key);
  expect(added).toMatchObject({ device: 'Chrome' });
  expect(await passkeys.add(key)).toBe('taken');
  const passkeyId = typeof added === 'string' ? '' : added.passkeyId;
  // Of two answers with one count, the second is a copy.
  expect([
    await passkeys.use(passkeyId, 4, now),
    await passkeys.use(passkeyId, 4, now),
    await passkeys.use(passkeyId, 2, now),
  ]).toEqual([true, false, false]);
  expect(await passkeys.remove(passkeyId, { ...by, personId: 'p-another' })).toBe(false);
  await api.store.sessions.endAll(personId, { personId: 'p-operator', role: 'operator' });
  expect(await passkeys.add(key)).toBe('signed-out');
  expect(await passkeys.list(personId)).toEqual([]);
});

test('a challenge counts once, in time, and for the person whom it was for', async () => {
  const { passkeys } = api.store;
  const [now, expiresAt] = [new Date().toISOString(), new Date(Date.now() + 60_000).toISOString()];
  await passkeys.challenge({ challenge: 'a', personId: 'p-1', now, expiresAt });
  await passkeys.challenge({ challenge: 'b', now, expiresAt });
  await passkeys.challenge({ challenge: 'c', now, expiresAt });
  expect([
    await passkeys.redeem({ challenge: 'a', personId: 'p-2', now }),
    await passkeys.redeem({ challenge: 'a', personId: 'p-1', now }),
    await passkeys.redeem({ challenge: 'b', now }),
    await passkeys.redeem({ challenge: 'b', now }),
    await passkeys.redeem({ challenge: 'c', now: expiresAt }),
  ]).toEqual([false, false, true, false, false]);
});

test('passkeys are offered where an address has a name, over TLS or on this machine', () => {
  const addresses = ['https://drawbridge.example', 'http://localhost:8080', 'http://127.0.0.1:8080', 'https://[::1]'];
  expect([...addresses, 'http://drawbridge.example'].map(takesPasskeys)).toEqual([true, true, false, false, false]);
});
