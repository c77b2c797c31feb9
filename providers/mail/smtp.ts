import { Readable } from 'node:stream';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

/** A message as it goes to the server: who and whom, and the bytes. */
export type OutgoingMail = { from: string; to: string; raw: Buffer };

/** What became of handing a message over. */
export type Delivery =
  | { status: 'accepted'; response: string }
  /** The server said no, and nobody has the message. */
  | { status: 'refused'; smtpCode: number }
  /** The server was not there, or left before it had the message: nobody has it. */
  | { status: 'unavailable'; reason: string }
  /** The message was on its way when the connection ended: the server may have it or not. */
  | { status: 'in-doubt' };

/** Hands one message to a mail server; never throws. */
export type MailTransport = { deliver(mail: OutgoingMail): Promise<Delivery> };

/** Bounds of one delivery. */
export type SmtpBounds = {
  /** Bound of connecting, milliseconds. Default 5,000. */
  connectionTimeoutMs?: number;
  /** Bound of everything together, milliseconds. Default 30,000. */
  totalTimeoutMs?: number;
  /** Certificates in PEM that vouch for the server. Default: the public authorities. */
  ca?: Buffer;
};

type Login = { user: string; pass: string };

/**
 * A transport to the server of an address such as `smtps://user:password@mail.example` or `smtp://127.0.0.1:2525`; one
 * connection per message. TLS is required unless the server is on this machine.
 *
 * Throws an ordinary error, without the address in it, when the address is none.
 */
export function createSmtpTransport(address: string, bounds: SmtpBounds = {}): MailTransport {
  const { connectionTimeoutMs = 5_000, totalTimeoutMs = 30_000, ca } = bounds;
  const { options, login } = readAddress(address);
  const bounded = {
    ...options,
    ...(ca !== undefined && { tls: { ca } }),
    connectionTimeout: connectionTimeoutMs,
    greetingTimeout: connectionTimeoutMs,
    dnsTimeout: connectionTimeoutMs,
    socketTimeout: totalTimeoutMs,
  };
  return { deliver: (mail) => deliver(mail, bounded, login, totalTimeoutMs) };
}

/*
 * 1. `pulled` turns true only when the server has asked for the message, since only then is the stream read.
 * 2. An answer after that with a code is a definite no; no answer is doubt.
 * 3. The first end counts; whatever the connection says later is not heard.
 */
function deliver(
  mail: OutgoingMail,
  options: SMTPConnectionOptions,
  login: Login | undefined,
  totalTimeoutMs: number,
): Promise<Delivery> {
  return new Promise((resolve) => {
    const connection = new SMTPConnection(options);
    let pulled = false;
    const end = (delivery: Delivery) => {
      clearTimeout(timer);
      /* Before closing, which says `end` at once. */
      resolve(delivery);
      if (delivery.status === 'accepted') connection.quit();
      else connection.close();
    };
    const fail = (error: unknown) => end(failureOf(error, pulled));
    const timer = setTimeout(() => fail({ code: 'ETIMEDOUT' }), totalTimeoutMs);
    const message = Readable.from(
      (function* () {
        pulled = true;
        yield mail.raw;
      })(),
      { objectMode: false },
    );
    const send = () =>
      connection.send({ from: mail.from, to: [mail.to], size: mail.raw.length }, message, (error, info) =>
        error || !info ? fail(error) : end({ status: 'accepted', response: info.response }),
      );
    connection.on('error', fail);
    connection.on('end', () => fail({ code: 'ECONNECTION' }));
    connection.connect(() => {
      if (login === undefined) send();
      else connection.login({ credentials: login }, (error) => (error ? fail(error) : send()));
    });
  });
}

function failureOf(error: unknown, pulled: boolean): Delivery {
  const { responseCode, code } = detailsOf(error);
  /* 421: the server leaves; 530 and 535: it is our sign-in that is wrong, or there is no TLS, not the message. */
  const isAboutSession =
    code === 'EAUTH' || code === 'ETLS' || responseCode === 421 || responseCode === 530 || responseCode === 535;
  if (responseCode !== undefined && responseCode >= 400 && !isAboutSession)
    return { status: 'refused', smtpCode: responseCode };
  if (pulled && responseCode === undefined) return { status: 'in-doubt' };
  if (code === 'EENVELOPE' && responseCode === undefined) return { status: 'refused', smtpCode: 553 };
  return { status: 'unavailable', reason: reasonOf(code) };
}

function reasonOf(code: string | undefined): string {
  if (code === 'EAUTH') return 'The mail server does not accept our sign-in.';
  if (code === 'ETLS') return 'No secure connection to the mail server came about.';
  if (code === 'EDNS') return 'The name of the mail server is not known.';
  if (code === 'ETIMEDOUT') return 'The mail server did not answer in time.';
  return 'The mail server could not be reached, or ended the connection.';
}

/* The texts of these errors quote addresses and answers; only the codes are taken. */
function detailsOf(error: unknown): { responseCode?: number; code?: string } {
  if (typeof error !== 'object' || error === null) return {};
  const responseCode =
    'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined;
  return { responseCode: responseCode || undefined, code: 'code' in error ? String(error.code) : undefined };
}

function readAddress(address: string): { options: SMTPConnectionOptions; login?: Login } {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new Error('The address of the mail server must look like smtps://user:password@host:465 or smtp://host:587.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isLocal = ['localhost', '127.0.0.1', '::1'].includes(host);
  const secure = url.protocol === 'smtps:';
  const options: SMTPConnectionOptions = {
    host,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !isLocal,
    ignoreTLS: !secure && isLocal,
  };
  const login = url.username ? { user: decoded(url.username), pass: decoded(url.password) } : undefined;
  return { options, login };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
