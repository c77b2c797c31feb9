import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { type Mailbox, startMailbox } from '../../../sandbox/mail/mailbox.js';

let mailbox: Mailbox;
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drawbridge-mail-'));
  mailbox = await startMailbox({ dir });
});
afterEach(async () => {
  await mailbox.stop();
  await rm(dir, { recursive: true });
});

const LETTER = {
  from: '"Drawbridge" <drawbridge@client.example>',
  to: 'legal@client.example',
  subject: 'Zażółć: please decide',
  text: 'Please decide by Friday.',
  html: '<p>Please <b>decide</b> by Friday.</p><script>alert(1)</script>',
  messageId: '<mail-1@drawbridge.example>',
};

async function send(letter: Partial<typeof LETTER> = {}): Promise<void> {
  const transport = nodemailer.createTransport({ url: mailbox.smtpUrl, ignoreTLS: true });
  try {
    await transport.sendMail({ ...LETTER, ...letter });
  } finally {
    transport.close();
  }
}

test('a message is listed, read, and served as JSON and as a page', async () => {
  await send();
  const [summary] = mailbox.list();
  expect(summary).toMatchObject({ messageId: 'mail-1@drawbridge.example', to: ['legal@client.example'], copies: 1 });
  expect(mailbox.read(summary?.id ?? '')).toMatchObject({
    subject: LETTER.subject,
    text: expect.stringContaining('by Friday'),
  });
  const json = await (await fetch(`${mailbox.httpUrl}/messages/${summary?.id}`)).json();
  expect(json).toMatchObject({ subject: LETTER.subject });
  const page = await (await fetch(`${mailbox.httpUrl}/view/${summary?.id}`)).text();
  expect(page).toContain('sandbox=');
  expect(page).not.toContain('<script>');
  expect(await (await fetch(mailbox.httpUrl)).text()).toContain('Zażółć: please decide');
});

test('a resend with the same Message-ID is one message with two copies, also after a restart', async () => {
  await send();
  await send();
  await send({ messageId: '<mail-2@drawbridge.example>' });
  const before = mailbox.list();
  expect(before.map(({ messageId, copies }) => [messageId, copies])).toEqual([
    ['mail-2@drawbridge.example', 1],
    ['mail-1@drawbridge.example', 2],
  ]);
  await mailbox.stop();
  mailbox = await startMailbox({ dir });
  expect(mailbox.list()).toEqual(before);
  await send({ messageId: '<mail-3@drawbridge.example>' });
  expect(mailbox.list()[0]?.messageId).toBe('mail-3@drawbridge.example');
});

test('a server that is down refuses connections and serves again on the same port', async () => {
  await mailbox.setFault('down');
  await expect(send()).rejects.toMatchObject({ code: 'ESOCKET' });
  await mailbox.setFault('none');
  await send();
  expect(mailbox.list()).toHaveLength(1);
});

test('a connection dropped after the data keeps the message although the sender saw a failure', async () => {
  await mailbox.setFault('drop-after-data');
  await expect(send()).rejects.toBeInstanceOf(Error);
  expect(mailbox.list()[0]?.copies).toBe(1);
});

test.each([
  ['reject', 550],
  ['defer', 451],
] as const)('the fault %s answers %i and keeps nothing', async (fault, responseCode) => {
  await mailbox.setFault(fault);
  await expect(send()).rejects.toMatchObject({ responseCode });
  expect(mailbox.list()).toEqual([]);
});

test('the page is refused to another host name, and unknown messages are not found', async () => {
  expect(await statusFor('evil.example')).toBe(403);
  expect((await fetch(`${mailbox.httpUrl}/messages/nope`)).status).toBe(404);
  expect((await fetch(`${mailbox.httpUrl}/messages`, { method: 'POST' })).status).toBe(405);
});

function statusFor(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(mailbox.httpUrl, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}
