import net from 'node:net';
import tls from 'node:tls';
import type { TemporalSecurity } from '../client/connection.js';
import { certificateFault } from '../store/tlsFaults.js';

/** Temporal cannot be used; the message says why and which setting to check. */
export class TemporalNotReady extends Error {
  override readonly name = 'TemporalNotReady';
}

/** Where Temporal is and how the connection is secured. */
export type Way = { address: string; security: TemporalSecurity };

const HANDSHAKE_MS = 5_000;
/** The server is away, which the clients themselves wait for. */
const AWAY = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ECONNRESET)$/;

/**
 * Connects to Temporal as `open` does. A certificate that does not fit is found by a handshake first: the clients would try for 10 s and not say why.
 *
 * Throws {@link TemporalNotReady}.
 */
export async function onceReady<T>(way: Way, open: () => Promise<T>): Promise<T> {
  const fault = way.security.tls === undefined ? undefined : handshakeFault(await handshake(way));
  if (fault !== undefined) throw new TemporalNotReady(fault);
  try {
    return await open();
  } catch (error) {
    throw new TemporalNotReady(isRefusal(error) ? WRONG_KEY : NO_ANSWER, { cause: error });
  }
}

const WRONG_KEY = 'Temporal refused TEMPORAL_API_KEY. Use a key of the namespace.';
const NO_ANSWER =
  'Temporal does not answer at TEMPORAL_ADDRESS. Check that it runs there, and that TEMPORAL_TLS, TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY are what it asks for.';

/** One TLS handshake; the error's code, or undefined when it succeeded. */
function handshake({ address, security: { tls: given } }: Way): Promise<string | undefined> {
  const { hostname: host, port } = new URL(`http://${address}`);
  const socket = tls.connect({
    host,
    port: Number(port),
    ca: bytes(given?.serverRootCACertificate),
    cert: bytes(given?.clientCertPair?.crt),
    key: bytes(given?.clientCertPair?.key),
    servername: given?.serverNameOverride ?? (net.isIP(host) === 0 ? host : undefined),
    ALPNProtocols: ['h2'],
  });
  return new Promise<string | undefined>((resolve) => {
    socket.setTimeout(HANDSHAKE_MS, () => resolve('ETIMEDOUT'));
    socket.once('secureConnect', () => resolve(undefined));
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
  }).finally(() => socket.destroy());
}

const bytes = (pem: Uint8Array | null | undefined) => (pem == null ? undefined : Buffer.from(pem));

function handshakeFault(code: string | undefined): string | undefined {
  if (code === undefined || AWAY.test(code)) return undefined;
  const fault = certificateFault(code);
  switch (fault) {
    case 'untrusted':
      return 'The certificate of Temporal is not trusted. TEMPORAL_TLS_CA must name the authority that issued it.';
    case 'out-of-date':
      return 'The certificate of Temporal is outside its validity period.';
    case 'other-name':
      return 'The certificate of Temporal is for another name. Set TEMPORAL_TLS_SERVER_NAME to the name in it.';
    case undefined:
      return `No TLS connection to Temporal (${code}). Check TEMPORAL_TLS, TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY.`;
    default:
      return fault satisfies never;
  }
}

/** gRPC's codes for a caller that is not known, or may not do this; workers get them as words. */
const NOT_LET_IN: readonly unknown[] = [16, 7];
const IN_WORDS = /does not have (valid authentication credentials|permission)/;

function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { cause } = error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return NOT_LET_IN.includes(code) || IN_WORDS.test(error.message);
}
