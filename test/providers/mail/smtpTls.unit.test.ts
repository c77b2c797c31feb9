import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { createSmtpTransport } from '../../../providers/mail/smtp.js';
import { type Authority, createAuthority } from '../../support/real/certificates.js';

/** An address of this machine that is not taken for one, so that TLS is asked for. */
const HOST = '127.0.0.2';
const mail = {
  from: 'drawbridge@client.example',
  to: 'vendor@vendor.example',
  raw: Buffer.from('Subject: x\r\n\r\nx\r\n'),
};

let authority: Authority;
let tls: { key: Buffer; cert: Buffer };
beforeAll(() => {
  authority = createAuthority();
  const { key, cert } = authority.sign('mail', `IP:${HOST}`);
  tls = { key: key.pem, cert: cert.pem };
});
afterAll(() => authority.remove());

/** What becomes of a letter to a server with these options. */
async function deliver(options: SMTPServerOptions, scheme: string, ca?: Buffer) {
  let encrypted: boolean | undefined;
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    ...options,
    onData(stream, session, done) {
      encrypted = session.secure;
      stream.resume().on('end', () => done());
    },
  });
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, HOST, () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const { status } = await createSmtpTransport(`${scheme}://${HOST}:${port}`, { ca }).deliver(mail);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return { status, encrypted };
}

const noTls = { disabledCommands: ['STARTTLS'] };

test('given a mail server that our authority vouches for, then letters go over TLS, from the start or after STARTTLS', async () => {
  const taken = { status: 'accepted', encrypted: true };
  expect(await deliver({ ...tls, secure: true }, 'smtps', authority.ca.pem)).toEqual(taken);
  expect(await deliver(tls, 'smtp', authority.ca.pem)).toEqual(taken);
});

test('a server that nobody vouches for, or that has no TLS, gets no letter', async () => {
  const nothing = { status: 'unavailable', encrypted: undefined };
  expect(await deliver({ ...tls, secure: true }, 'smtps')).toEqual(nothing);
  expect(await deliver(tls, 'smtp')).toEqual(nothing);
  expect(await deliver(noTls, 'smtp', authority.ca.pem)).toEqual(nothing);
});
