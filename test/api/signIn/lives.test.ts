import { randomUUID } from 'node:crypto';
import { Browser, codeOf } from '../../support/api/signIn/browser.js';
import { type SignInWorld, startSignInWorld } from '../../support/api/signIn/world.js';
import { EMAILS } from '../../support/api/smallPolicy.js';
import { act, openWorld } from '../../support/api/world.js';

let world: SignInWorld;
let now: string | undefined;
const HOUR = 3_600_000;
const later = (ms: number): void => {
  now = new Date(Date.now() + ms).toISOString();
};

beforeAll(async () => {
  world = await startSignInWorld({}, { clock: () => now ?? new Date().toISOString() });
});
afterAll(() => world?.close());
beforeEach(() => {
  now = undefined;
});

async function signedIn(email: string): Promise<Browser> {
  const browser = new Browser(world.api.url);
  await browser.signIn(email);
  return browser;
}
const statusOf = async (browser: Browser) => (await browser.ask('/api/session')).status;

test('a session ends when it idles, and ends in any case after its hours', async () => {
  const idle = await signedIn(EMAILS.legal);
  const busy = await signedIn(EMAILS.legal);
  later(29 * 60_000);
  expect(await statusOf(busy)).toBe(200);
  later(31 * 60_000);
  expect([await statusOf(idle), await statusOf(busy)]).toEqual([401, 200]);
  for (let at = 50; at < 600; at += 20) {
    later(at * 60_000);
    expect(await statusOf(busy)).toBe(200);
  }
  later(10 * HOUR + 1_000);
  expect(await statusOf(busy)).toBe(401);
});

test('somebody sees their own sessions, and ends one of them alone', async () => {
  const here = await signedIn(EMAILS.executive);
  const there = await signedIn(EMAILS.executive);
  const other = await signedIn(EMAILS.legal);
  const { sessionId } = await there.session();
  const listed: { rows: { sessionId: string; current: boolean; device: string }[] } = JSON.parse(
    (await here.ask('/api/sessions')).text,
  );
  expect(listed.rows.map((row) => [row.sessionId, row.current, row.device]).sort()).toEqual(
    [
      [sessionId, false, 'Firefox on Linux'],
      [(await here.session()).sessionId, true, 'Firefox on Linux'],
    ].sort(),
  );
  expect((await other.write('DELETE', `/api/sessions/${sessionId}`)).status).toBe(404);
  expect((await here.write('DELETE', `/api/sessions/${sessionId}`)).status).toBe(204);
  expect([await statusOf(here), await statusOf(there)]).toEqual([200, 401]);
});

test('deciding and signing want a recent sign-in; reading does not', async () => {
  const { caseId } = await openWorld(world.api);
  const browser = await signedIn(EMAILS.legal);
  const sign = () =>
    browser.write(
      'POST',
      `/api/cases/${caseId}/commands/sign-paper`,
      { paper: 'nda', textHash: 'a'.repeat(64) },
      { 'idempotency-key': randomUUID() },
    );
  expect(codeOf(await sign())).toBe('UnknownPaper');
  for (const minutes of [25, 50]) {
    later(minutes * 60_000);
    expect(await statusOf(browser)).toBe(200);
  }
  later(61 * 60_000);
  expect([(await sign()).status, codeOf(await sign())]).toEqual([403, 'SignInTooOld']);
  expect((await browser.ask(`/api/cases/${caseId}`)).status).toBe(200);
});

test('whoever leaves the client is signed out with the fact that says so', async () => {
  const where = await openWorld(world.api);
  const browser = await signedIn(EMAILS.legal);
  expect(await statusOf(browser)).toBe(200);
  const named = { role: 'legal', name: 'New Counsel', email: 'new.counsel@harbour.example', reason: 'Joins.' };
  expect((await act(world.api, where, 'procurement', 'name-for-role', named)).status).toBe(200);
  const confirmed = { role: 'legal', person: 'New Counsel', reason: 'Known.' };
  expect((await act(world.api, where, 'executive', 'confirm-role', confirmed)).status).toBe(200);
  const ended = await act(world.api, where, 'procurement', 'end-role', {
    role: 'legal',
    person: EMAILS.legal,
    left: true,
    reason: 'Left the company.',
  });
  expect([ended.status, ended.text]).toEqual([200, expect.any(String)]);
  expect(await statusOf(browser)).toBe(401);
});

test('whoever is erased is signed out, and their account at the provider is nobody’s', async () => {
  const browser = await signedIn(EMAILS.compliance);
  const { person } = await browser.session();
  const act = {
    actor: { personId: 'system', role: 'system' as const },
    at: new Date().toISOString(),
    commandId: 'e-1',
  };
  const erasure = { person: person.id, reason: 'Asked.', entriesKept: 0, textsDeleted: [], textsKept: [], caseIds: [] };
  await world.api.store.custody.erase(act, erasure);
  expect(await statusOf(browser)).toBe(401);
  await browser.signIn(EMAILS.compliance);
  expect((await browser.session()).person.id).not.toBe(person.id);
});

test('an operator signs somebody out everywhere, on the record', async () => {
  const operator = await world.api.tokenFor('operator', 'ops@harbour.example');
  const browsers = [await signedIn(EMAILS['engineering-manager']), await signedIn(EMAILS['engineering-manager'])];
  const { person } = await (browsers[0] ?? new Browser('')).session();
  const answer = await world.api.post('/api/sign-out', operator, { person: EMAILS['engineering-manager'] });
  expect([answer.status, answer.body]).toEqual([200, { sessions: 2, accounts: 1 }]);
  for (const browser of browsers) expect(await statusOf(browser)).toBe(401);
  const log = await world.api.store.custody.log({ afterSeq: 0, limit: 1000 });
  const fact = { type: 'PersonSignedOut', person: person.id, sessions: 2, accounts: 1 };
  expect([log.at(-1)?.actor.role, log.at(-1)?.fact]).toEqual(['operator', fact]);
});
