import ical from 'node-ical';
import { type MadeCalendar, type MyCalendar, madeCalendar, myCalendar } from '../../../contract/calendar.js';
import { taskLink } from '../../../presentation/letters/draft.js';
import { Browser } from '../../support/api/signIn/browser.js';
import { type SignInWorld, startSignInWorld } from '../../support/api/signIn/world.js';
import { CONTACT, EMAILS } from '../../support/api/smallPolicy.js';
import { act, openWorld, upload, type World } from '../../support/api/world.js';

const DAY_MS = 86_400_000;

let world: SignInWorld;
let where: World;
let now: string | undefined;
const lines: string[] = [];

beforeAll(async () => {
  const clock = () => now ?? new Date().toISOString();
  world = await startSignInWorld({}, { clock }, { logTo: { write: (line) => void lines.push(line) } });
  where = await openWorld(world.api);
  const textHash = await upload(world.api, where, 'The text of the agreement.');
  const paper = { paper: 'msa', kind: 'master-agreement', title: 'Agreement', from: '2026-08-01', textHash };
  await act(world.api, where, 'vendor-contact', 'register-paper', { ...paper, signers: ['client', 'vendor'] });
  await act(world.api, where, 'vendor-contact', 'send-paper', { paper: 'msa' });
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

async function make(browser: Browser): Promise<MadeCalendar> {
  const answer = await browser.write('POST', '/api/my-calendar');
  if (answer.status !== 201) throw new Error(answer.text);
  return madeCalendar.parse(JSON.parse(answer.text));
}

const mine = async (browser: Browser): Promise<MyCalendar> =>
  myCalendar.parse(JSON.parse((await browser.ask('/api/my-calendar')).text));

const read = (address: string, headers: Record<string, string> = {}) => fetch(address, { headers });

const entriesOf = (text: string) =>
  Object.values(ical.sync.parseICS(text)).flatMap((one) => (one?.type === 'VEVENT' ? [one] : []));

async function personOf(email: string): Promise<string> {
  return (await world.api.store.people.findByEmail(email))?.personId ?? '';
}

test('given a task with a due time, then the calendar has it, ending then, with verb, vendor and the way to it', async () => {
  const { address, endsAt } = await make(await signedIn(EMAILS.legal));
  const answer = await read(address);
  const text = await answer.text();
  const link = taskLink(where.caseId, 'sign:msa:client');
  const row = await world.api.store.cases.tasks({ assignee: await personOf(EMAILS.legal) }, { limit: 10 });
  const due = row.rows.find(({ taskId }) => taskId === 'sign:msa:client')?.due ?? '';
  const entry = entriesOf(text).find(({ uid }) => uid === `${link}@drawbridge`);
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    ...[200, 'text/calendar; charset=utf-8', 'private, no-cache'],
  ]);
  const { end, summary, url, transparency } = entry ?? {};
  expect({ end: end?.toISOString(), summary, url, transparency }).toEqual({
    ...{ end: due, summary: 'Sign: Agreement · Northwind Models', transparency: 'TRANSPARENT' },
    url: { params: { VALUE: 'URI' }, val: `${world.api.url}/tasks/${link}` },
  });
  expect(Date.parse(endsAt) - Date.now()).toBeGreaterThan(179 * DAY_MS);
  expect(text).not.toMatch(/p-[a-z0-9]{16}|@harbour|c-[0-9a-f]{16}/);
});

test('given the same deadlines, then a calendar that has them reads nothing again', async () => {
  const { address } = await make(await signedIn(EMAILS.legal));
  const etag = (await read(address)).headers.get('etag') ?? '';
  const again = await read(address, { 'if-none-match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await read(address, { 'if-none-match': '"other"' })).status).toBe(200);
});

test('given a newer address, or one that was ended, or one too old, then the older is not found', async () => {
  const browser = await signedIn(EMAILS.legal);
  const first = await make(browser);
  const second = await make(browser);
  expect([(await read(first.address)).status, (await read(second.address)).status]).toEqual([404, 200]);
  const { feed } = await mine(browser);
  expect(feed).toMatchObject({ endsAt: second.endsAt, readAt: expect.any(String) });
  now = second.endsAt;
  expect((await read(second.address)).status).toBe(404);
  now = undefined;
  expect((await browser.write('DELETE', '/api/my-calendar')).status).toBe(204);
  expect((await browser.write('DELETE', '/api/my-calendar')).status).toBe(404);
  expect([(await read(second.address)).status, await mine(browser)]).toEqual([404, {}]);
});

test('given somebody of the vendor’s, then their calendar has their own case alone, and ends with their part in it', async () => {
  await openWorld(world.api, 'Of others');
  const personId = await personOf(CONTACT);
  const endsAt = new Date(Date.now() + DAY_MS).toISOString();
  const at = { now: new Date().toISOString(), endsAt };
  const { secret } = await world.api.store.calendarFeeds.make({ personId, role: 'vendor-contact', ...at });
  const links = entriesOf(await (await read(`${world.api.url}/api/calendar/${secret}.ics`)).text()).map(
    ({ uid }) => uid,
  );
  expect(links).toContain(`${taskLink(where.caseId, 'sign:msa:vendor')}@drawbridge`);
  const stranger = await world.api.store.people.ensure({ name: 'Nobody', email: 'nobody@northwind.example' });
  const other = await world.api.store.calendarFeeds.make({ personId: stranger, role: 'vendor-contact', ...at });
  expect((await read(`${world.api.url}/api/calendar/${other.secret}.ics`)).status).toBe(404);
});

test('given a person who is signed out everywhere, then their calendar ends', async () => {
  const { address } = await make(await signedIn(EMAILS.executive));
  await world.api.post('/api/sign-out', where.tokens.operator, { person: EMAILS.executive });
  expect((await read(address)).status).toBe(404);
});

test('given many addresses that are none, then who tries them is asked to wait', async () => {
  const guess = (n: number) => read(`${world.api.url}/api/calendar/dbf_${String(n).padStart(43, 'a')}.ics`);
  const codes: number[] = [];
  for (let n = 0; n < 20; n++) codes.push((await guess(n)).status);
  expect([codes.at(-1), new Set(codes)]).toEqual([429, new Set([404, 429])]);
});

test('given a log of every request, then no address of a calendar is in it', async () => {
  const { address } = await make(await signedIn(EMAILS.legal));
  await read(address);
  const secret = /dbf_[^.]+/.exec(address)?.[0] ?? '';
  expect(lines.some((line) => line.includes('"/api/calendar/:file"'))).toBe(true);
  expect(lines.join('')).not.toContain(secret);
});

test('given a token instead of a session, then there is no calendar to be had by it', async () => {
  expect((await world.api.post('/api/my-calendar', where.tokens.legal, {})).status).toBe(401);
});
