import type { SignInLetter } from '../../../presentation/letters/signInLetter.js';
import { Browser, codeOf, type Page } from '../../support/api/signIn/browser.js';
import { type SignInWorld, startSignInWorld } from '../../support/api/signIn/world.js';
import { CONTACT, EMAILS, ENGINEER } from '../../support/api/smallPolicy.js';
import { act, openWorld, type World } from '../../support/api/world.js';
import { waitUntil } from '../../support/real/waitUntil.js';
import { dump } from '../../support/store/dump.js';

let world: SignInWorld;
let first: World;
let second: World;
let now: string | undefined;
const sent: { to: string; code: string }[] = [];

beforeAll(async () => {
  const sendSignInLetter = async ({ code }: Omit<SignInLetter, 'baseUrl'>, to: string) => {
    sent.push({ to, code });
    return undefined;
  };
  world = await startSignInWorld({}, { sendSignInLetter, clock: () => now ?? new Date().toISOString() });
  first = await openWorld(world.api);
  second = await openWorld(world.api, 'Another one');
});
afterAll(() => world?.close());
beforeEach(() => {
  now = undefined;
});

const open = () => new Browser(world.api.url);
const ask = (browser: Browser, email: string) => browser.write('POST', '/api/sign-in/vendor', { email });
const enter = (browser: Browser, code: string) => browser.write('POST', '/api/sign-in/vendor/code', { code });

/** Asks for a code; answers it once it is sent. */
async function codeFor(browser: Browser, email: string): Promise<string> {
  const before = sent.length;
  expect((await ask(browser, email)).status).toBe(202);
  await waitUntil('a letter', async () => sent.length > before);
  return sent.at(-1)?.code ?? '';
}

async function signedIn(email: string): Promise<Browser> {
  const browser = open();
  expect((await enter(browser, await codeFor(browser, email))).status).toBe(200);
  browser.csrf = (await browser.session()).csrf;
  return browser;
}

const refusal = (page: Page) => [page.status, codeOf(page)];

test('the vendor’s contact comes in by a code, sees their cases and no other, and works in one at a time', async () => {
  const browser = await signedIn(CONTACT);
  expect(sent.at(-1)?.to).toBe(CONTACT);
  const session = await browser.session();
  expect(session).toMatchObject({ side: 'vendor', roles: ['vendor-contact'], caseId: second.caseId });
  expect(session.cases?.map(({ caseId, title }) => [caseId, title])).toEqual([
    [second.caseId, 'Another one'],
    [first.caseId, 'Claims triage'],
  ]);
  const inFirst = { 'drawbridge-case': first.caseId };
  expect((await browser.session(inFirst)).caseId).toBe(first.caseId);
  for (const { caseId } of [first, second]) expect((await browser.ask(`/api/cases/${caseId}`)).status).toBe(200);
  expect(refusal(await browser.ask('/api/cases/c-ffffffffffffffff'))).toEqual([404, 'CaseNotFound']);
  expect(refusal(await browser.ask('/api/me', { headers: { 'drawbridge-case': 'c-ffffffffffffffff' } }))).toEqual([
    403,
    'Forbidden',
  ]);
  expect(refusal(await browser.ask('/api/vendors'))).toEqual([403, 'Forbidden']);
});

test('the answer is the same for everybody, and nobody but people of a vendor gets a code', async () => {
  const before = sent.length;
  const answers = [];
  for (const email of ['nobody@nowhere.example', EMAILS.procurement, ENGINEER]) {
    const { status, text, headers } = await ask(open(), email);
    const cookie = headers.get('set-cookie')?.replace(/=[^;]+;/, '=…;');
    answers.push({ status, text, cookie });
  }
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]?.status).toBe(202);
  await waitUntil('a letter', async () => sent.length > before);
  expect(sent.slice(before).map(({ to }) => to)).toEqual([ENGINEER]);
});

test('of a hundred who enter one code at once, one comes in', async () => {
  const browser = open();
  const code = await codeFor(browser, ENGINEER);
  const before = (await world.api.store.custody.log({ afterSeq: 0, limit: 1000 })).length;
  const answers = await Promise.all(Array.from({ length: 100 }, () => enter(browser, code)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const log = (await world.api.store.custody.log({ afterSeq: 0, limit: 1000 })).slice(before);
  expect(log.map(({ fact }) => fact.type)).toEqual(['SignedIn']);
});

describe('a code is none', () => {
  const elsewhere: [string, (code: string, browser: Browser) => Promise<Page>][] = [
    ['in another browser', (code) => enter(open(), code)],
    [
      'in another browser that asked for one for somebody unknown',
      async (code) => {
        const other = open();
        await ask(other, 'nobody-else@nowhere.example');
        return await enter(other, code);
      },
    ],
    [
      'after ten minutes',
      (code, browser) => {
        now = new Date(Date.now() + 10 * 60_000 + 1_000).toISOString();
        return enter(browser, code);
      },
    ],
    [
      'after five wrong ones',
      async (code, browser) => {
        const wrong = code === '00000000' ? '00000001' : '00000000';
        for (let i = 0; i < 5; i++) await enter(browser, wrong);
        return await enter(browser, code);
      },
    ],
  ];
  test.each(elsewhere)('%s', async (_where, use) => {
    const solo = await startSolo();
    try {
      const browser = new Browser(solo.world.api.url);
      const code = await solo.codeFor(browser);
      const refused = await use.call(undefined, code, browser).finally(() => undefined);
      expect(refused.status === 401 || refused.status === 429).toBe(true);
      expect((await browser.ask('/api/session')).status).toBe(401);
    } finally {
      await solo.world.close();
    }
  });
});

test('an engineer who leaves a case is signed out of it at once, and comes in by another one that names them', async () => {
  const solo = await startSolo();
  try {
    const other = await openWorld(solo.world.api, 'Another one');
    const browser = new Browser(solo.world.api.url);
    expect((await enter(browser, await solo.codeFor(browser, ENGINEER))).status).toBe(200);
    const leave = (where: World) =>
      act(solo.world.api, where, 'vendor-contact', 'record-departure', { person: ENGINEER, reason: 'Moves on.' });
    expect((await leave(other)).status).toBe(200);
    expect(await browser.session()).toMatchObject({ caseId: solo.first.caseId, roles: ['engineer'] });
    expect((await browser.ask(`/api/cases/${other.caseId}`)).status).toBe(404);
    expect((await leave(solo.first)).status).toBe(200);
    expect((await browser.ask('/api/session')).status).toBe(401);
  } finally {
    await solo.world.close();
  }
});

test('neither a session nor a code, nor what binds it to a browser, can be read in the database', async () => {
  const solo = await startSolo();
  try {
    const browser = new Browser(solo.world.api.url);
    const waiting = await solo.codeFor(browser, CONTACT);
    const bound = browser.jar(solo.world.api.url).get('drawbridge-code') ?? 'no cookie';
    const inside = new Browser(solo.world.api.url);
    await enter(inside, await solo.codeFor(inside, ENGINEER));
    const secret = inside.jar(solo.world.api.url).get('drawbridge') ?? 'no cookie';
    const all = await dump(solo.world.api.databaseUrl);
    expect([waiting, bound, secret].filter((one) => all.includes(one))).toEqual([]);
    expect([waiting.length, bound.length, secret.length]).toEqual([8, 43, 47]);
  } finally {
    await solo.world.close();
  }
});

/** An edge of its own, whose limits nobody else uses up. */
async function startSolo() {
  const letters: string[] = [];
  const sendSignInLetter = async ({ code }: Omit<SignInLetter, 'baseUrl'>) => {
    letters.push(code);
    return undefined;
  };
  const solo = await startSignInWorld({}, { sendSignInLetter, clock: () => now ?? new Date().toISOString() });
  const first = await openWorld(solo.api);
  return {
    world: solo,
    first,
    async codeFor(browser: Browser, email = CONTACT): Promise<string> {
      const before = letters.length;
      await ask(browser, email);
      await waitUntil('a letter', async () => letters.length > before);
      return letters.at(-1) ?? '';
    },
  };
}

test('a newer code ends the older one, in whichever browser it was asked for', async () => {
  const solo = await startSolo();
  try {
    const [one, other] = [new Browser(solo.world.api.url), new Browser(solo.world.api.url)];
    const older = await solo.codeFor(one);
    const newer = await solo.codeFor(other);
    expect((await enter(one, older)).status).toBe(401);
    expect((await enter(other, newer)).status).toBe(200);
  } finally {
    await solo.world.close();
  }
});

test('asking is limited for each address, known or not, and from another page it is refused', async () => {
  const solo = await startSolo();
  try {
    const browser = new Browser(solo.world.api.url);
    const before = await browser.write(
      'POST',
      '/api/sign-in/vendor',
      { email: CONTACT },
      { origin: 'https://evil.example' },
    );
    expect(refusal(before)).toEqual([403, 'CsrfRejected']);
    for (const email of [CONTACT, 'nobody@nowhere.example']) {
      const statuses = [];
      for (let i = 0; i < 6; i++) statuses.push((await ask(browser, email)).status);
      expect([email, statuses]).toEqual([email, [202, 202, 202, 202, 202, 429]]);
    }
  } finally {
    await solo.world.close();
  }
});
