import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { loadMailRenderer } from '../../activities/mail/loadMailRenderer.js';
import { createSendTokenLetter } from '../../activities/mail/sendTokenLetter.js';
import { createSmtpTransport } from '../../providers/mail/smtp.js';
import { type Mailbox, startMailbox } from '../../sandbox/mail/mailbox.js';
import { buildMailTemplates } from '../../workers/buildMail.js';
import { startApi, type TestApi } from '../support/api/harness.js';
import { CONTACT, EMAILS, ENGINEER } from '../support/api/smallPolicy.js';
import { act, openWorld, type Who, type World } from '../support/api/world.js';

let dir: string;
let mailbox: Mailbox;
let api: TestApi;
let world: World;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mail-layout-'));
  await buildMailTemplates(dir);
  mailbox = await startMailbox();
  const send = createSendTokenLetter({
    transport: createSmtpTransport(mailbox.smtpUrl),
    render: await loadMailRenderer([dir]),
    from: 'Drawbridge <drawbridge@harbour.example>',
    baseUrl: 'https://drawbridge.harbour.example',
  });
  api = await startApi({}, undefined, {
    tokenDelivery: { to: 'its-person', send, clientDomains: ['harbour.example'] },
  });
  world = await openWorld(api);
});
afterAll(async () => {
  await api?.close();
  await mailbox.stop();
  await rm(dir, { recursive: true });
});

const Issued = z.strictObject({
  tokenId: z.string(),
  personId: z.string(),
  role: z.string(),
  caseId: z.string().optional(),
  expiresAt: z.string(),
  claimUntil: z.string(),
  letter: z.object({ accepted: z.boolean(), code: z.string().optional(), message: z.string().optional() }),
});
const issue = (body: object) => api.post('/api/tokens', world.tokens.operator, body);
const claim = (code: string) => api.post('/api/tokens/claim', undefined, { code });
const tokenOf = (answer: { body: unknown }) => z.object({ token: z.string() }).parse(answer.body).token;

/** The newest letter, to whom it went, and its code. */
function newest() {
  const [first] = mailbox.list();
  const mail = first === undefined ? null : mailbox.read(first.id);
  return {
    to: mail?.to,
    subject: mail?.subject,
    text: mail?.text ?? '',
    code: /dbc_[\w-]{27}/.exec(mail?.text ?? '')?.[0] ?? '',
  };
}
const logged = async (tokenId: string) =>
  (await api.store.custody.log({ afterSeq: 0, limit: 1000 })).flatMap(({ actor, fact }) =>
    'token' in fact && fact.token === tokenId ? [[actor.role, fact.type]] : [],
  );

test('a token that an operator issues reaches its person alone, who claims it once', async () => {
  const answer = await issue({ role: 'legal', caseId: world.caseId });
  expect(answer.status).toBe(201);
  // A strict object: neither a token nor a code is in it.
  const { tokenId, letter } = Issued.parse(answer.body);
  expect(letter).toEqual({ accepted: true });
  const { to, subject, text, code } = newest();
  expect([to, subject]).toEqual([[EMAILS.legal], 'Claim your access to Drawbridge']);
  expect(answer.text).not.toContain(code);
  expect(text).toContain(`drawbridge token claim ${code} --url https://drawbridge.harbour.example`);
  expect(text).toContain('Name of ops has issued you access to Drawbridge as legal.');
  const claimed = await claim(code);
  expect(claimed).toMatchObject({
    status: 200,
    body: { tokenId, role: 'legal' },
    headers: { 'cache-control': 'no-store' },
  });
  expect((await api.get(`/api/cases/${world.caseId}`, tokenOf(claimed))).status).toBe(200);
  expect(await logged(tokenId)).toEqual([
    ['operator', 'TokenIssued'],
    ['operator', 'TokenLetterSent'],
    ['legal', 'TokenClaimed'],
  ]);
});

test('a code that was used, is unknown, is revoked or is none is answered alike', async () => {
  await issue({ role: 'legal', caseId: world.caseId });
  const { code: used } = newest();
  await claim(used);
  const revoked = Issued.parse((await issue({ role: 'legal', caseId: world.caseId })).body);
  const { code } = newest();
  await api.send(`/api/tokens/${revoked.tokenId}`, world.tokens.operator, { method: 'DELETE' });
  const answers = await Promise.all([used, code, `dbc_${'A'.repeat(27)}`, 'x'].map(claim));
  const told = answers.map(({ status, body }) => {
    const { instance: _id, ...problem } = z.looseObject({}).parse(body);
    return { status, problem };
  });
  expect(told[0]).toMatchObject({ status: 401, problem: { code: 'Unauthenticated' } });
  for (const one of told) expect(one).toEqual(told[0]);
});

test('of many who claim at once, one gets the token', async () => {
  await issue({ role: 'executive', caseId: world.caseId });
  const { code } = newest();
  const statuses = (await Promise.all(Array.from({ length: 6 }, () => claim(code)))).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 401, 401, 401, 401, 401]);
});

test('a letter that is refused leaves the token issued, claimed by nobody, and says so', async () => {
  mailbox.setAddress(CONTACT, 'refuse');
  const before = mailbox.list().length;
  const answer = await issue({ role: 'vendor-contact', caseId: world.caseId });
  const { tokenId, letter } = Issued.parse(answer.body);
  expect([answer.status, letter]).toEqual([
    201,
    { accepted: false, code: 'MailRefused', message: 'The mail server refuses the mail for good (SMTP 550).' },
  ]);
  expect(mailbox.list()).toHaveLength(before);
  const log = await api.store.custody.log({ afterSeq: 0, limit: 1000 });
  expect(log.at(-1)?.fact).toMatchObject({
    type: 'TokenLetterSent',
    token: tokenId,
    accepted: false,
    code: 'MailRefused',
  });
  const listed = await api.get(`/api/tokens?person=${encodeURIComponent(CONTACT)}`, world.tokens.operator);
  const rows = z.object({ rows: z.array(z.looseObject({ tokenId: z.string(), claimUntil: z.string().optional() })) });
  expect(rows.parse(listed.body).rows.find((row) => row.tokenId === tokenId)?.claimUntil).toBeDefined();
  mailbox.clearAddresses();
});

test('a code goes to an address that its person gave, in whichever case, and to none that somebody else corrected', async () => {
  const correct = (where: World, who: Who, email: string) =>
    act(api, where, who, 'correct-person', { person: 'Name of lukasz', email, reason: 'Moved.' });
  const wanted = ({ caseId }: World) => ({ role: 'engineer', caseId, person: 'Name of lukasz' });
  const other = await openWorld(api, 'Of others');
  for (const who of ['vendor-contact', 'procurement', 'engineering-manager'] as const) {
    expect(await correct(world, who, `${who}@taken.example`)).toMatchObject({ status: 200 });
    const before = mailbox.list().length;
    expect(await issue(wanted(world))).toMatchObject({ status: 409, body: { code: 'PersonNotInState' } });
    expect(mailbox.list()).toHaveLength(before);
  }
  expect(await correct(world, 'procurement', ENGINEER)).toMatchObject({ status: 200 });
  expect((await issue(wanted(world))).status).toBe(201);
  expect(newest().to).toEqual([ENGINEER]);

  // Whoever came in by an address that somebody else has corrected comes in anew.
  expect(await correct(world, 'engineer', 'moved@northwind.example')).toMatchObject({ status: 401 });
  const { token } = z.object({ token: z.string() }).parse((await claim(newest().code)).body);
  const again = { ...world, tokens: { ...world.tokens, engineer: token } };
  expect(await correct(again, 'engineer', 'moved@northwind.example')).toMatchObject({ status: 200 });
  expect((await issue(wanted(world))).status).toBe(201);
  expect(newest().to).toEqual(['moved@northwind.example']);
  expect((await issue(wanted(other))).status).toBe(409);
});

test('one of the client’s people alone redirects nobody’s token, in a case of their own either', async () => {
  const alone = await openWorld(api, 'Of one');
  const counsel = { name: 'New Counsel', email: 'counsel@harbour.example', role: 'legal', reason: 'Joins.' };
  expect((await act(api, alone, 'procurement', 'name-for-role', counsel)).status).toBe(200);
  const named = { role: 'legal', person: 'New Counsel', reason: 'Known.' };
  expect((await act(api, alone, 'executive', 'confirm-role', named)).status).toBe(200);
  const moved = { person: 'New Counsel', email: 'box@procurement.example', reason: 'Typo.' };
  expect((await act(api, alone, 'procurement', 'correct-person', moved)).status).toBe(200);
  const before = mailbox.list().length;
  const wanted = { role: 'legal', caseId: alone.caseId, person: 'New Counsel' };
  expect(await issue(wanted)).toMatchObject({ status: 409, body: { code: 'PersonNotInState' } });
  expect(await issue({ role: 'legal', caseId: alone.caseId, email: counsel.email })).toMatchObject({ status: 409 });
  expect(mailbox.list()).toHaveLength(before);
  expect((await issue({ role: 'legal', email: counsel.email })).status).toBe(201);
  expect(newest().to).toEqual([counsel.email]);
});

test('whoever’s address was corrected by somebody else is named anew by two, and gets their code there', async () => {
  const where = await openWorld(api, 'Mistyped');
  const moved = { person: EMAILS.legal, email: 'aoife.right@harbour.example', reason: 'Mistyped.' };
  expect((await act(api, where, 'procurement', 'correct-person', moved)).status).toBe(200);
  expect((await issue({ role: 'legal', caseId: where.caseId })).status).toBe(409);
  const named = { role: 'legal', name: 'Aoife Right', email: moved.email, replaces: moved.email, reason: 'Mistyped.' };
  expect((await act(api, where, 'procurement', 'name-for-role', named)).status).toBe(200);
  const confirmed = { role: 'legal', person: 'Aoife Right', reason: 'It is her.' };
  expect((await act(api, where, 'executive', 'confirm-role', confirmed)).status).toBe(200);
  expect((await issue({ role: 'legal', caseId: where.caseId })).status).toBe(201);
  expect(newest().to).toEqual([moved.email]);
});

test('an operator issues nobody’s token to themselves', async () => {
  const own = { role: 'compliance', email: 'ops@harbour.example' };
  expect(await issue(own)).toMatchObject({ status: 403, body: { code: 'Forbidden' } });
  expect((await issue({ ...own, role: 'operator' })).status).toBe(201);
});

test('guessing codes is slowed down, and a right one still counts', async () => {
  await issue({ role: 'privacy', email: 'ines@harbour.example', name: 'Ines Maurer' });
  const { code } = newest();
  const statuses = [];
  for (let i = 0; i < 12; i++) statuses.push((await claim(`dbc_${String(i).padStart(27, 'A')}`)).status);
  expect(statuses.at(-1)).toBe(429);
  expect((await claim(code)).status).toBe(200);
});

test('where the client says its mail domains, its roles go to no other address, and to none with a `+`', async () => {
  const alias = { role: 'procurement', email: 'ops+two@harbour.example', name: 'Somebody Else' };
  const count = mailbox.list().length;
  for (const email of [alias.email, 'x@evil.example', 'x@harbour.example.evil.example'])
    expect(await issue({ ...alias, email })).toMatchObject({ status: 403, body: { code: 'Forbidden' } });
  expect(await api.store.people.findByEmail(alias.email)).toBeUndefined();
  const named = { role: 'legal', name: 'Outside Counsel', email: 'counsel@firm.example', reason: 'Joins.' };
  const where = await openWorld(api, 'Of counsel');
  expect((await act(api, where, 'procurement', 'name-for-role', named)).status).toBe(200);
  const confirmed = { role: 'legal', person: named.name, reason: 'Known.' };
  expect((await act(api, where, 'executive', 'confirm-role', confirmed)).status).toBe(200);
  expect(await issue({ role: 'legal', caseId: where.caseId, person: named.name })).toMatchObject({ status: 403 });
  expect(mailbox.list()).toHaveLength(count);
  expect((await issue({ role: 'operator', email: 'night@hosting.example', name: 'Night Watch' })).status).toBe(201);
});
