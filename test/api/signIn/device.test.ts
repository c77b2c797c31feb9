import { z } from 'zod';
import { askedDevice, polledDevice, waitingDevice } from '../../../contract/device.js';
import { Browser, codeOf, type Page } from '../../support/api/signIn/browser.js';
import { type SignInWorld, startSignInWorld } from '../../support/api/signIn/world.js';
import { EMAILS } from '../../support/api/smallPolicy.js';
import { openWorld } from '../../support/api/world.js';
import { dump } from '../../support/store/dump.js';

let world: SignInWorld;
let caseId: string;
let clock: number;
let operator: string;

beforeAll(async () => {
  world = await startSignInWorld({}, { clock: () => new Date(clock).toISOString() });
  clock = Date.now();
  const opened = await openWorld(world.api);
  caseId = opened.caseId;
  operator = opened.tokens.operator;
});
afterAll(() => world?.close());
beforeEach(() => {
  clock = Date.now();
});
const pass = (seconds: number) => {
  clock += seconds * 1_000;
};

const ask = async (body: object = { device: 'drawbridge on a laptop' }) =>
  askedDevice.parse((await world.api.post('/api/device/ask', undefined, body)).body);
const poll = async (deviceCode: string) =>
  polledDevice.parse((await world.api.post('/api/device/poll', undefined, { deviceCode })).body);
const send = (browser: Browser, verb: string, userCode: string) =>
  browser.write('POST', `/api/device/${verb}`, { userCode });
const refusal = (page: Page) => [page.status, codeOf(page)];

async function signedIn(email: string = EMAILS.legal): Promise<Browser> {
  const browser = new Browser(world.api.url);
  await browser.signIn(email);
  return browser;
}

test('a command line asks, a person sees who asks and says yes, and it gets a token of theirs once', async () => {
  const asked = await ask();
  expect(asked).toEqual({
    deviceCode: expect.stringMatching(/^dbd_[A-Za-z0-9_-]{43}$/),
    userCode: expect.stringMatching(/^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/),
    verificationUri: `${world.api.url}/device`,
    ...{ expiresInSeconds: 600, pauseSeconds: 5 },
  });
  expect(await poll(asked.deviceCode)).toEqual({ status: 'pending', pauseSeconds: 5 });
  const browser = await signedIn();
  const typed = ` ${asked.userCode.toLowerCase().replace('-', ' ')} `;
  const found = waitingDevice.parse(JSON.parse((await send(browser, 'find', typed)).text));
  expect(found).toEqual({
    ...{ device: 'drawbridge on a laptop', address: '127.0.0.1', sameAddress: true, scope: 'act', days: 30 },
    askedAt: new Date(clock).toISOString(),
    expiresAt: new Date(clock + 600_000).toISOString(),
  });
  const all = await dump(world.api.databaseUrl);
  expect(
    [asked.deviceCode, asked.userCode, asked.userCode.replace('-', '')].filter((one) => all.includes(one)),
  ).toEqual([]);
  expect((await send(browser, 'allow', asked.userCode)).status).toBe(200);
  pass(5);
  const answer = await poll(asked.deviceCode);
  const { person } = await browser.session();
  const thirtyDays = new Date(clock - 5_000 + 30 * 86_400_000).toISOString();
  expect(answer).toEqual({
    ...{ status: 'allowed', personId: person.id, scope: 'act', expiresAt: thirtyDays },
    ...{ token: expect.stringMatching(/^dbr_/), tokenId: expect.stringMatching(/^t-/) },
  });
  expect(await poll(asked.deviceCode)).toEqual({ status: 'expired' });
  const { token, tokenId } = z.object({ token: z.string(), tokenId: z.string() }).parse(answer);
  expect((await world.api.get('/api/me', token)).body).toMatchObject({ personId: person.id, role: 'legal', tokenId });
  const listed = JSON.parse((await browser.ask('/api/my-tokens')).text);
  expect(listed.rows).toMatchObject([{ tokenId, name: 'drawbridge on a laptop', scope: 'act', roles: ['legal'] }]);
  expect((await world.api.send(`/api/my-tokens/${tokenId}`, token, { method: 'DELETE' })).status).toBe(204);
  expect((await world.api.get('/api/me', token)).status).toBe(401);
  const facts = (await world.api.store.custody.log({ afterSeq: 0, limit: 1000 })).flatMap(({ fact }) =>
    'token' in fact && fact.token === tokenId ? [fact.type] : [],
  );
  expect(facts).toEqual(['PersonalTokenMade', 'TokenClaimed', 'TokenRevoked']);
});

test('what asks to read gets a token that only reads', async () => {
  const asked = await ask({ device: 'a script', scope: 'read' });
  await send(await signedIn(EMAILS.procurement), 'allow', asked.userCode);
  const { token } = z.object({ token: z.string() }).parse(await poll(asked.deviceCode));
  const pause = await world.api.post(`/api/cases/${caseId}/commands/pause-case`, token, { reason: 'Waits.' });
  expect([pause.status, (await world.api.get(`/api/cases/${caseId}`, token)).status]).toEqual([403, 200]);
});

test('whoever polls too often is asked to go slower, and is still let in', async () => {
  const asked = await ask();
  expect(await poll(asked.deviceCode)).toEqual({ status: 'pending', pauseSeconds: 5 });
  pass(1);
  expect(await poll(asked.deviceCode)).toEqual({ status: 'slow-down', pauseSeconds: 10 });
  pass(6);
  expect(await poll(asked.deviceCode)).toEqual({ status: 'slow-down', pauseSeconds: 15 });
  pass(15);
  expect(await poll(asked.deviceCode)).toEqual({ status: 'pending', pauseSeconds: 15 });
  await send(await signedIn(), 'allow', asked.userCode);
  expect(await poll(asked.deviceCode)).toMatchObject({ status: 'allowed' });
});

test('of a hundred who poll at once, one gets the token; of many who say yes at once, one is heard', async () => {
  const asked = await ask();
  const browser = await signedIn();
  const answers = await Promise.all(Array.from({ length: 8 }, () => send(browser, 'allow', asked.userCode)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const polls = await Promise.all(Array.from({ length: 100 }, () => poll(asked.deviceCode)));
  expect(polls.map(({ status }) => status).sort()).toEqual(['allowed', ...Array(99).fill('expired')]);
});

test('a code is none once it was turned away, after ten minutes, or when it is made up; all told alike', async () => {
  const browser = await signedIn(EMAILS.executive);
  const refused = await ask();
  expect((await send(browser, 'refuse', refused.userCode)).status).toBe(200);
  expect(await poll(refused.deviceCode)).toEqual({ status: 'refused' });
  const late = await ask();
  pass(600);
  const pages = [];
  for (const code of [refused.userCode, late.userCode, 'BCDF-GHJK'])
    for (const verb of ['find', 'allow', 'refuse']) pages.push(await send(browser, verb, code));
  const seen = pages.map(({ status, text }) => [status, JSON.parse(text).detail]);
  expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(pages[0]?.status).toBe(404);
  for (const code of [late.deviceCode, `dbd_${'A'.repeat(43)}`, 'x'])
    expect(await poll(code)).toEqual({ status: 'expired' });
});

test('given a person who tries too many codes, then the right one is not told from a wrong one any more', async () => {
  const browser = await signedIn(EMAILS['engineering-manager']);
  const asked = await ask();
  const statuses = [];
  for (let i = 0; i < 20; i++) statuses.push((await send(browser, 'find', 'BCDF-GHJK')).status);
  for (const verb of ['find', 'allow', 'refuse']) statuses.push((await send(browser, verb, asked.userCode)).status);
  expect(statuses).toEqual([...Array(20).fill(404), 429, 429, 429]);
  expect(await poll(asked.deviceCode)).toMatchObject({ status: 'pending' });
});

test('nobody says yes with a token, with an old sign-in, or from another page', async () => {
  const asked = await ask();
  const allow = (token: string) => world.api.post('/api/device/allow', token, { userCode: asked.userCode });
  const issued = await world.api.tokenFor('legal', EMAILS.legal);
  expect((await allow(issued)).status).toBe(401);
  const browser = await signedIn(EMAILS.compliance);
  const elsewhere = { origin: 'https://evil.example' };
  expect(refusal(await browser.write('POST', '/api/device/allow', { userCode: asked.userCode }, elsewhere))).toEqual([
    403,
    'CsrfRejected',
  ]);
  for (let i = 0; i < 3; i++) {
    pass(25 * 60);
    await browser.ask('/api/session');
  }
  const later = await ask();
  expect(refusal(await send(browser, 'allow', later.userCode))).toEqual([403, 'SignInTooOld']);
  expect((await send(browser, 'find', later.userCode)).status).toBe(200);
});

test('a person who is signed out before the command line has fetched it leaves no token', async () => {
  const asked = await ask();
  await send(await signedIn(EMAILS.compliance), 'allow', asked.userCode);
  expect((await world.api.post('/api/sign-out', operator, { person: EMAILS.compliance })).status).toBe(200);
  expect(await poll(asked.deviceCode)).toEqual({ status: 'expired' });
});

test('a network asks for so many codes and no more', async () => {
  const solo = await startSignInWorld();
  try {
    const statuses = [];
    for (let i = 0; i < 21; i++)
      statuses.push((await solo.api.post('/api/device/ask', undefined, { device: 'x' })).status);
    expect(statuses).toEqual([...Array(20).fill(200), 429]);
  } finally {
    await solo.close();
  }
});
