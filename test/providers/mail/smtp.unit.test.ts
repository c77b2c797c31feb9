import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { isMailAddress, parseMailbox } from '../../../activities/mail/mailbox.js';
import { messageIdOf } from '../../../activities/mail/messageId.js';
import { createSmtpTransport } from '../../../providers/mail/smtp.js';

const mail = { from: 'a@x.example', to: 'b@y.example', raw: Buffer.from('Subject: hello\r\n\r\nhello\r\n') };
const bounds = { connectionTimeoutMs: 300, totalTimeoutMs: 600 };
let server: Server;
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

/** A server that answers each line by its first word; what it does not know it leaves without an answer. */
async function given(greeting: string, answers: Record<string, string>): Promise<string> {
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (greeting) socket.write(`${greeting}\r\n`);
    let inMessage = false;
    socket.on('data', (bytes) => {
      for (const line of String(bytes).split('\r\n').filter(Boolean)) {
        const word = inMessage ? (line === '.' ? 'END' : '') : (line.split(/[ :]/)[0] ?? '').toUpperCase();
        const answer = answers[word];
        if (answer === 'hang up') socket.destroy();
        else if (answer) socket.write(`${answer}\r\n`);
        if (word === 'DATA' && answer?.startsWith('354')) inMessage = true;
        if (word === 'END') inMessage = false;
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `smtp://user%40x:s3cret@127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const willing = {
  EHLO: '250-here\r\n250 AUTH PLAIN',
  AUTH: '235 welcome',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  END: '250 queued as 7',
  QUIT: '221 bye',
};
const unavailable = (reason: string) => ({ status: 'unavailable', reason });
const gone = unavailable('The mail server could not be reached, or ended the connection.');
const late = unavailable('The mail server did not answer in time.');

test.each<[string, Record<string, string>, object]>([
  ['a willing server', {}, { status: 'accepted', response: '250 queued as 7' }],
  ['a sign-in that fails', { AUTH: '535 wrong' }, unavailable('The mail server does not accept our sign-in.')],
  ['a sender refused', { MAIL: '553 not you' }, { status: 'refused', smtpCode: 553 }],
  ['a recipient refused', { RCPT: '550 nobody' }, { status: 'refused', smtpCode: 550 }],
  ['a full server', { DATA: '452 full' }, { status: 'refused', smtpCode: 452 }],
  ['a message refused', { END: '554 spam' }, { status: 'refused', smtpCode: 554 }],
  ['a server that leaves', { MAIL: '421 closing' }, gone],
  ['a drop before the message', { RCPT: 'hang up' }, gone],
  ['a drop at the request for the message', { DATA: 'hang up' }, gone],
  ['a drop after the message', { END: 'hang up' }, { status: 'in-doubt' }],
  ['silence before the message', { RCPT: '' }, late],
  ['silence after the message', { END: '' }, { status: 'in-doubt' }],
  ['nonsense instead of an answer', { EHLO: 'hello yourself', HELO: 'what' }, gone],
])('given %s, when delivered, then its outcome', async (_, answers, outcome) => {
  const url = await given('220 here', { ...willing, ...answers });
  expect(await createSmtpTransport(url, bounds).deliver(mail)).toEqual(outcome);
});

test('given a server that never greets, when delivered, then unavailable within the bound', async () => {
  expect(await createSmtpTransport(await given('', {}), bounds).deliver(mail)).toEqual(late);
});

test('given an address with a password, when it is wrong, then the error does not tell it', async () => {
  await given('', {});
  expect(() => createSmtpTransport('http://user:s3cret@mail.example')).toThrow(
    'The address of the mail server must look like smtps://user:password@host:465 or smtp://host:587.',
  );
  expect(() => createSmtpTransport('not an address s3cret')).toThrow(expect.not.stringContaining('s3cret'));
});

test('given ids with and without odd characters, when made into Message-IDs, then stable and never equal', async () => {
  await given('', {});
  expect(messageIdOf('l-1', 'c-1', 'x.example')).toBe('<l-1.c-1@x.example>');
  const odd = messageIdOf('remind:supply:ip-2', 'c-1', 'x.example');
  expect(odd).toMatch(/^<remind-supply-ip-2-[0-9a-f]{16}\.c-1@x\.example>$/);
  expect(odd).toBe(messageIdOf('remind:supply:ip-2', 'c-1', 'x.example'));
  expect(odd).not.toBe(messageIdOf('remind:supply-ip:2', 'c-1', 'x.example'));
});

test('given addresses, when checked, then only bare ones pass', async () => {
  await given('', {});
  expect(['a@b', 'a.b+c@d-e.example', 'łu@ż.example'].filter(isMailAddress)).toHaveLength(3);
  expect(
    ['a', 'a@', '@b', 'a@b@c', 'a b@c', 'a@b\r\nX', '"a"@b', 'a@b.', '<a@b>', 'a@b,c@d'].filter(isMailAddress),
  ).toEqual([]);
  expect(parseMailbox('"Draw, bridge" <d@b.example>')).toEqual({ name: 'Draw, bridge', address: 'd@b.example' });
  expect(parseMailbox('d@b.example')).toEqual({ name: '', address: 'd@b.example' });
  expect(() => parseMailbox('Drawbridge')).toThrow('The sender of mail must look like');
});
