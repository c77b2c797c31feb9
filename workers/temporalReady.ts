import net from 'node:net';
import tls from 'node:tls';
import type { TemporalSecurity } from '../client/connection.js';
import { certificateFault } from '../store/tlsFaults.js';

/** Temporal cannot be worked with; the message says what is wrong and which setting is about it. */
export class TemporalNotReady extends Error {
  override readonly name = 'TemporalNotReady';
}

/** Where Temporal is and how the way there is secured. */
export type Way = { address: string; security: TemporalSecurity };

/** A failure of the way there; `passes`: it may have gone away by the time of another try. */
type Fault = { message: string; passes: boolean };

const PROBE_MS = 5_000;
/** RFC 9113: what a client says first, with an empty SETTINGS frame; the server's first frame is of the same type. */
const GREETING = Buffer.concat([
  Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]),
]);
const SETTINGS_FRAME = 4;
/** It took the connection and ended it, or said something else than HTTP/2. */
const SILENT = 'no HTTP/2';

/**
 * Connects to Temporal as `open` does, and says in one sentence why that failed.
 *
 * What TLS refuses is found before, by a handshake of our own: the clients would try for 10 s, and then tell in their own words or not at all.
 * A server that is away is left to their patience. Throws {@link TemporalNotReady}.
 */
export async function onceReady<T>(way: Way, open: () => Promise<T>): Promise<T> {
  if (way.security.tls !== undefined) {
    const fault = await faultOf(way);
    if (fault?.passes === false) throw new TemporalNotReady(fault.message);
  }
  try {
    return await open();
  } catch (error) {
    const fault = (await faultOf(way)) ?? refusal(error);
    if (fault === undefined) throw error;
    throw new TemporalNotReady(fault.message, { cause: error });
  }
}

/** Greets the server as HTTP/2 does and waits for its greeting; undefined when it came. */
async function faultOf({ address, security: { tls } }: Way): Promise<Fault | undefined> {
  const { hostname: host, port } = new URL(`http://${address}`);
  const socket = tls === undefined ? net.connect(Number(port), host) : secured(host, Number(port), tls);
  try {
    // A server that wants a certificate says so only after our side of the handshake is done: the answer has to be waited for.
    const answer = await firstBytes(socket);
    return answer.length > 3 && answer[3] === SETTINGS_FRAME ? undefined : inWords(SILENT, tls !== undefined);
  } catch (error) {
    return inWords(codeOf(error), tls !== undefined);
  } finally {
    // What still comes in after this is of no interest.
    socket.on('error', () => undefined).destroy();
  }
}

const secured = (host: string, port: number, given: NonNullable<TemporalSecurity['tls']>): tls.TLSSocket =>
  tls.connect({
    host,
    port,
    ca: bytes(given.serverRootCACertificate),
    cert: bytes(given.clientCertPair?.crt),
    key: bytes(given.clientCertPair?.key),
    servername: given.serverNameOverride ?? (net.isIP(host) === 0 ? host : undefined),
    ALPNProtocols: ['h2'],
  });

const isReset = (error: Error) => ['ECONNRESET', 'EPIPE'].includes(codeOf(error));
const bytes = (pem: Uint8Array | null | undefined) => (pem == null ? undefined : Buffer.from(pem));

function firstBytes(socket: net.Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    socket.setTimeout(PROBE_MS, () => reject(Object.assign(new Error('No answer.'), { code: 'ETIMEDOUT' })));
    const ended = () => resolve(Buffer.alloc(0));
    socket.once('data', resolve).once('error', reject).once('close', ended);
    // From here on the server has what it needs to turn us away; some do so without a word.
    socket.once('secureConnect', () =>
      socket.off('error', reject).on('error', (error) => (isReset(error) ? ended() : reject(error))),
    );
    socket.write(GREETING);
  });
}

const AWAY = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ECONNRESET)$/;
const OUR_CERTIFICATE = /^ERR_SSL_.*(CERTIFICATE|UNKNOWN_CA|HANDSHAKE_FAILURE|DECRYPT_ERROR|ACCESS_DENIED)/;

function inWords(code: string, secured: boolean): Fault {
  const sure = (message: string): Fault => ({ message, passes: false });
  const away = { message: `Temporal does not answer at TEMPORAL_ADDRESS (${code}).`, passes: true };
  if (AWAY.test(code)) return away;
  if (!secured)
    return sure(
      'Temporal does not answer in clear at TEMPORAL_ADDRESS; TEMPORAL_TLS should be on where it speaks TLS.',
    );
  if (code === SILENT)
    return {
      message: 'Temporal ended the connection that it had secured; TEMPORAL_TLS_CERT must be one that it trusts.',
      passes: true,
    };
  const fault = certificateFault(code);
  switch (fault) {
    case 'untrusted':
      return sure('Nobody whom we trust vouches for the certificate of Temporal; TEMPORAL_TLS_CA must name who does.');
    case 'out-of-date':
      return sure('The certificate of Temporal is out of date.');
    case 'other-name':
      return sure('The certificate of Temporal is for another name; TEMPORAL_TLS_SERVER_NAME must be the one in it.');
    case undefined:
      return OUR_CERTIFICATE.test(code)
        ? sure(
            'Temporal does not take our certificate; TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY must be ones that it trusts.',
          )
        : sure('No secure connection to Temporal came about; TEMPORAL_TLS should be off where it does not speak TLS.');
    default:
      return fault satisfies never;
  }
}

/** gRPC's codes for a caller that is not known, or may not do this. */
const NOT_LET_IN = [16, 7];
/** The same as workers get it. */
const IN_WORDS = /does not have (valid authentication credentials|permission)/;

function refusal(error: unknown): Fault | undefined {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  const told = error instanceof Error ? error.message : '';
  const refused = NOT_LET_IN.some((one) => one === code) || IN_WORDS.test(told);
  return refused
    ? { message: 'Temporal does not let us in; TEMPORAL_API_KEY must be a key of the namespace.', passes: false }
    : undefined;
}

const codeOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
};
