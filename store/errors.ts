import type { ErrorCode } from '../domain/case/errors.js';
import { whyNotLetIn } from './notLetIn.js';

/** Thrown by the store for what the caller can name; `code` is stable and, but for `BadCursor`, in the one table. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(
    readonly code: ErrorCode | 'BadCursor',
    message: string,
  ) {
    super(message);
  }
}

/** A cursor that no list here has given (`BadCursor`). */
export class BadCursor extends StoreError {
  constructor() {
    super('BadCursor', 'Unknown cursor. Use the `nextCursor` of an earlier answer of this list.');
  }
}

/** The master key is not 32 bytes, or not the one that this database was filled with. */
export class WrongMasterKey extends Error {
  override readonly name = 'WrongMasterKey';
  readonly code = 'WrongMasterKey';
}

/** SQLSTATE of what a read-only server answers to whoever wants to write. */
const READ_ONLY = '25006';

/** The database answers, but takes no writes: a standby, or set so. */
export class ReadOnlyDatabase extends Error {
  override readonly name = 'ReadOnlyDatabase';
  readonly code = READ_ONLY;
}

const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
]);

/** A five-character SQLSTATE; its first two are the class. No error code of Node looks like one. */
const SQLSTATE = /^(\d[\dA-Z]|F0|HV|P0|XX)[\dA-Z]{3}$/;
/** Data that a column cannot hold, or that a constraint forbids: the classes that speak of what was sent, whoever sends it and whenever. */
const OF_THE_DATA = /^2[23]/;
/** SQLSTATE: server going down or starting, too many clients, time-outs, lost races. */
const AWAY_STATES = new Set(['53300', '57014', '57P01', '57P02', '57P03', '57P05', '55P03', '25P03', '40001', '40P01']);
const CONNECTION_EXCEPTION = /^08...$/;

/** What `pg` and `kysely` say in words only, without a code. */
const PG_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|timeout expired|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|driver has already been destroyed)/;

/** How deep causes and joined errors are looked into. */
const DEPTH_MAX = 5;

/**
 * True when the same call may succeed later: the database cannot be reached, lets nobody in, or cannot do its work now.
 *
 * Whatever the server refuses counts as passing (read-only after a failover, a full disk, a privilege that is missing), but for what it says of the
 * data itself. Blaming the data for a state of the server would be taken as a reason to stop a case; waiting too long is seen and harms nothing.
 */
export const isDatabaseUnavailable = (error: unknown): boolean => failuresIn(error, DEPTH_MAX).some(mayPass);

/** Why the database cannot be used, in one sentence for whoever starts a process; undefined when its own words say it better. */
export function databaseFault(error: unknown): string | undefined {
  const failures = failuresIn(error, DEPTH_MAX);
  const told = failures.map(({ code, message }) => whyNotLetIn(code, message)).find((one) => one !== undefined);
  if (failures.some(({ code }) => code === READ_ONLY))
    return 'The database is read-only: the address names a standby, or it is set so.';
  return told ?? (failures.some(isAway) ? 'The database cannot be reached.' : undefined);
}

type Failure = { code: string; message: string };

const mayPass = (failure: Failure): boolean =>
  isAway(failure) ||
  whyNotLetIn(failure.code, failure.message) !== undefined ||
  (SQLSTATE.test(failure.code) && !OF_THE_DATA.test(failure.code));

const isAway = ({ code, message }: Failure): boolean =>
  NETWORK_CODES.has(code) || AWAY_STATES.has(code) || CONNECTION_EXCEPTION.test(code) || PG_WORDS.test(message);

/** An error with what it joins and what caused it. */
function failuresIn(error: unknown, depth: number): Failure[] {
  // By shape, not by class: an error of Node itself is of another realm in tests and sandboxes.
  if (typeof error !== 'object' || error === null || depth === 0) return [];
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = 'message' in error && typeof error.message === 'string' ? error.message : '';
  const joined: unknown[] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  const within = [...joined, 'cause' in error ? error.cause : undefined].flatMap((one) => failuresIn(one, depth - 1));
  return [{ code, message }, ...within];
}
