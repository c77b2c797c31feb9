import { certificateFault } from './tlsFaults.js';

/** SQLSTATE: the server does not take the role, the password, or the way in which we come. */
const NOT_THIS_WAY = '28000';
const WRONG_PASSWORD = '28P01';

/** What `pg` says in words only when the server has no TLS. */
const NO_TLS = /^The server does not support SSL connections/;
/** How PostgreSQL ends its sentence about a connection in clear that its rules do not allow. */
const IN_CLEAR = /no encryption$/;

/**
 * Why a database did not let us in, in one sentence without an address or a password in it; undefined for any other failure.
 *
 * All of it can be put right outside, after which the same call succeeds.
 */
export function whyNotLetIn(code: string, message: string): string | undefined {
  if (NO_TLS.test(message)) return 'The database does not speak TLS, which sslmode in its address asks for.';
  if (code === WRONG_PASSWORD) return 'The database does not take the role and the password in its address.';
  if (code === NOT_THIS_WAY)
    return IN_CLEAR.test(message)
      ? 'The database lets nobody in without TLS; its address must say sslmode=verify-full.'
      : 'The database does not let the role in its address in from here.';
  const fault = certificateFault(code);
  switch (fault) {
    case undefined:
      return /^ERR_SSL_/.test(code) ? 'No secure connection to the database came about.' : undefined;
    case 'untrusted':
      return 'Nobody whom we trust vouches for the certificate of the database; sslrootcert in its address must name who does.';
    case 'out-of-date':
      return 'The certificate of the database is out of date.';
    case 'other-name':
      return 'The certificate of the database is for another name than the one in its address.';
    default:
      return fault satisfies never;
  }
}
