import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMailRenderer } from '../../../activities/mail/loadMailRenderer.js';
import { createSendMail } from '../../../activities/mail/sendMail.js';
import type { Letter } from '../../../domain/mail/letter.js';
import { say } from '../../../domain/say.js';
import type { MailRenderer } from '../../../presentation/letters/renderMail.js';
import { createSmtpTransport } from '../../../providers/mail/smtp.js';
import { type Mailbox, startMailbox } from '../../../sandbox/mail/mailbox.js';
import { buildMailTemplates } from '../../../workers/buildMail.js';
import { Book } from '../../support/domain/book.js';
import { knownPeople, memoryJournal, memoryLetters } from '../../support/letters/parts.js';

const MESSAGE_ID = '<l-1.c-1@drawbridge.example>';
let dir: string;
let render: MailRenderer;
let mailbox: Mailbox;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mail-layout-'));
  await buildMailTemplates(dir);
  render = await loadMailRenderer([dir]);
});
afterAll(() => rm(dir, { recursive: true }));
beforeEach(async () => {
  mailbox = await startMailbox();
});
afterEach(() => mailbox.stop());

const people = knownPeople({
  'p-1': { personId: 'p-1', name: 'Ana "A." Łącka, Ms', email: 'ana@client.example', timeZone: 'Europe/Warsaw' },
  'p-7': { personId: 'p-7', name: 'Bo\r\nBcc: all@example.com', email: 'bo@vendor.example' },
  'p-8': { personId: 'p-8', name: 'Odd', email: 'odd@x.example>\r\nRCPT TO:<all@x.example' },
  'p-9': 'erased',
});
const SUBJECT = 'Accept or reject by Fri 11 Sep: Bo Bcc all example.com · Bałtyk AI';
const letter: Letter = {
  template: 'tasks',
  tasks: [
    { task: 'accept:p-7', tone: 'new', what: say('tasks.accept', { person: 'p-7' }), due: '2026-09-11T15:00:00.000Z' },
  ],
};
const effect = (to = 'p-1', letterId = 'l-1') => ({
  id: `mail:${letterId}:1`,
  kind: 'send-mail' as const,
  letter: { letterId, to, letter },
});
const context = { caseId: 'c-1', caseTime: '2026-09-01T08:00:00.000Z', clockOffsetMs: 0 };
const accepted = (resent: boolean) => ({
  kind: 'mail-accepted',
  letterId: 'l-1',
  messageId: MESSAGE_ID,
  textHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  resent,
});
const failed = (code: string, message: string, retryable: boolean) => ({
  kind: 'mail-failed',
  letterId: 'l-1',
  code,
  message,
  retryable,
});

/** The case at hand; what a test changes, later renderings would show. */
const book = new Book('managed-team.yaml').state;
const [someone] = Object.values(book.people);
if (someone === undefined) throw new Error('The example has people.');
const state = { ...book, people: { ...book.people, 'p-7': { ...someone, id: 'p-7' } } };

function given(smtpUrl = mailbox.smtpUrl, totalTimeoutMs?: number) {
  const memory = memoryJournal();
  const kept = memoryLetters();
  const send = createSendMail({
    transport: createSmtpTransport(smtpUrl, { totalTimeoutMs }),
    people,
    cases: { get: async () => ({ state, stateHash: '', head: { seq: 1, hash: '' } }) },
    ledger: { readEntries: async () => [] },
    letters: kept.letters,
    journal: memory.journal,
    render,
    from: 'Drawbridge <no-reply@drawbridge.example>',
    baseUrl: 'http://127.0.0.1:1',
  });
  return { ...memory, texts: kept.texts, send };
}

const inbox = () => mailbox.list().map(({ messageId, to, copies }) => ({ messageId, to, copies }));
const readFirst = () => mailbox.read(mailbox.list()[0]?.id ?? '');
const headers = (name: string) =>
  (readFirst()?.headers ?? []).filter((h) => h.name.toLowerCase() === name.toLowerCase());

test('given a letter, when sent, then it is accepted, once, with everything in it', async () => {
  const { send, kept, texts } = given();
  expect(await send(effect(), context)).toEqual(accepted(false));
  expect(inbox()).toEqual([{ messageId: 'l-1.c-1@drawbridge.example', to: ['ana@client.example'], copies: 1 }]);
  const mail = readFirst();
  expect(mail?.subject).toBe(SUBJECT);
  expect(mail?.from).toContain('no-reply@drawbridge.example');
  expect(headers('bcc')).toEqual([]);
  expect(headers('x-drawbridge-resend')).toEqual([]);
  expect(headers('auto-submitted').map((h) => h.value)).toEqual(['auto-generated']);
  const [[mailId, told] = []] = [...texts];
  expect([mailId, told?.to, told?.names, told?.text.subject]).toEqual(['c-1/l-1', 'p-1', ['p-7'], SUBJECT]);
  expect(mail?.text.trim()).toBe(told?.text.text.trim());
  expect(mail?.html?.trim()).toBe(told?.text.html.trim());
  expect(mail?.text).toContain('Due Fri 11 Sep 2026, 17:00 (Warsaw)');
  expect([...kept]).toEqual([
    ['c-1/l-1', { status: 'accepted', note: { messageId: MESSAGE_ID, response: expect.any(String) } }],
  ]);
});

test('given the case has moved on, when a letter in doubt is sent again, then its text is the same, byte for byte', async () => {
  const { send, texts } = given();
  await mailbox.setFault('drop-after-data');
  await send(effect(), context);
  const first = structuredClone([...texts]);
  const { title } = state.intake;
  state.intake = { ...state.intake, title: 'Another title' };
  await mailbox.setFault('none');
  const outcome = await send(effect(), context);
  state.intake = { ...state.intake, title };
  expect(outcome).toEqual({ ...accepted(true), textHash: first[0]?.[1].sha256 });
  expect([...texts]).toEqual(first);
  expect(readFirst()?.text).toContain(title);
});

test('given an accepted letter, when sent again, then nothing leaves and the answer is the same', async () => {
  const { send } = given();
  await send(effect(), context);
  expect(await send(effect(), context)).toEqual(accepted(false));
  expect(inbox().map(({ copies }) => copies)).toEqual([1]);
});

test('given a letter of the same id in another case, when sent, then it is another letter', async () => {
  const { send } = given();
  await send(effect(), context);
  await send(effect(), { ...context, caseId: 'c-2' });
  expect(inbox().map(({ messageId }) => messageId)).toEqual([
    'l-1.c-2@drawbridge.example',
    'l-1.c-1@drawbridge.example',
  ]);
});

test('given the server hangs up after the message, when sent again, then the same id comes and says so', async () => {
  const { send, kept } = given();
  await mailbox.setFault('drop-after-data');
  const doubt = 'The connection ended before the mail server said whether it has the mail.';
  expect(await send(effect(), context)).toEqual(failed('MailServerUnavailable', doubt, true));
  expect(kept.get('c-1/l-1')?.status).toBe('sending');
  await mailbox.setFault('none');
  expect(await send(effect(), context)).toEqual(accepted(true));
  expect(inbox()).toEqual([{ messageId: 'l-1.c-1@drawbridge.example', to: ['ana@client.example'], copies: 2 }]);
});

test('given a crash between acceptance and record, when sent again, then resent with the header', async () => {
  const { send, breakOnce } = given();
  breakOnce();
  await expect(send(effect(), context)).rejects.toThrow('the database went away');
  await mailbox.setFault('down');
  expect(await send(effect(), context)).toMatchObject({ kind: 'mail-failed', code: 'MailServerUnavailable' });
  await mailbox.setFault('none');
  expect(await send(effect(), context)).toEqual(accepted(true));
  expect(inbox().map(({ copies }) => copies)).toEqual([2]);
});

test('given only a resend arrives, when read, then it says what it is', async () => {
  const { send, journal } = given();
  await journal.begin('c-1/l-1');
  expect(await send(effect(), context)).toEqual(accepted(true));
  expect(headers('x-drawbridge-resend').map((h) => h.value)).toEqual(['in-doubt']);
});

test('given the server is down, when sent, then it may be tried again and is no resend', async () => {
  const { send, kept } = given();
  await mailbox.setFault('down');
  const gone = 'The mail server could not be reached, or ended the connection.';
  expect(await send(effect(), context)).toEqual(failed('MailServerUnavailable', gone, true));
  expect(kept.get('c-1/l-1')).toEqual({ status: 'failed', note: gone });
  await mailbox.setFault('none');
  expect(await send(effect(), context)).toEqual(accepted(false));
  expect(headers('x-drawbridge-resend')).toEqual([]);
});

test.each([
  ['reject', 'The mail server refuses the mail for good (SMTP 550).', false],
  ['defer', 'The mail server refuses the mail for now (SMTP 451).', true],
] as const)('given the server does %s, when sent, then refused and no doubt', async (fault, message, retryable) => {
  const { send, kept } = given();
  await mailbox.setFault(fault);
  expect(await send(effect(), context)).toEqual(failed('MailRefused', message, retryable));
  expect(kept.get('c-1/l-1')).toEqual({ status: 'failed', note: message });
  expect(inbox()).toEqual([]);
});

test.each([
  ['refuse', 550, false],
  ['refuse-after-data', 554, false],
  ['defer', 451, true],
] as const)(
  'given an address that says %s, when sent there, then SMTP %i is a definite no, and others are sent to',
  async (says, code, retryable) => {
    const { send, kept } = given();
    mailbox.setAddress('Ana@client.example', says);
    const message = `The mail server refuses the mail ${retryable ? 'for now' : 'for good'} (SMTP ${code}).`;
    expect(await send(effect(), context)).toEqual(failed('MailRefused', message, retryable));
    expect(kept.get('c-1/l-1')).toEqual({ status: 'failed', note: message });
    expect(inbox()).toEqual([]);
    mailbox.clearAddresses();
    // Nobody has got it: the same letter, with the same id, is no resend.
    expect(await send(effect(), context)).toEqual(accepted(false));
    expect(headers('x-drawbridge-resend')).toEqual([]);
  },
);

test.each([
  ['p-404', 'RecipientUnknown', 'No person is known under the id of the recipient.'],
  ['p-8', 'RecipientUnknown', 'The recipient has no usable address.'],
  ['p-9', 'RecipientErased', 'The data of the recipient was erased.'],
])('given the recipient %s, when sent, then %s before anything is begun', async (to, code, message) => {
  const { send, kept } = given();
  expect(await send(effect(to), context)).toEqual(failed(code, message, false));
  expect([...kept]).toEqual([]);
  expect(inbox()).toEqual([]);
});

test('given an id of somebody of another case in a text that a person typed, then their name is not told', async () => {
  const typed: Letter = {
    template: 'tasks',
    tasks: [{ task: 'sign:nda', tone: 'new', what: say('tasks.sign', { title: 'NDA of {person:p-8}' }) }],
  };
  const { send } = given();
  await send({ ...effect(), letter: { letterId: 'l-1', to: 'p-1', letter: typed } }, context);
  const mail = readFirst();
  expect(mail?.subject).toContain('Sign: NDA of');
  expect(JSON.stringify(mail)).not.toContain('Odd');
});
