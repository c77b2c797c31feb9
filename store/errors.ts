import type { ErrorCode } from '../domain/case/errors.js';

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
    super('BadCursor', 'The cursor is not one that this list has given.');
  }
}

/** The master key is not 32 bytes, or not the one that this database was filled with. */
export class WrongMasterKey extends Error {
  override readonly name = 'WrongMasterKey';
  readonly code = 'WrongMasterKey';
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
  'ENETUNREACH',
]);

/** SQLSTATE: server going down or starting, too many clients, time-outs, lost races; each passes by itself. */
const PASSING_STATES = new Set([
  '53300',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '55P03',
  '25P03',
  '40001',
  '40P01',
]);
const CONNECTION_EXCEPTION = /^08...$/;

/** What `pg` says in words only, without a code. */
const PG_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|timeout expired|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

/** True when the database cannot be reached or cannot answer now, so that the same call may succeed later. */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : '';
    if (NETWORK_CODES.has(code) || PASSING_STATES.has(code) || CONNECTION_EXCEPTION.test(code)) return true;
    if (PG_WORDS.test(at.message)) return true;
    if (at instanceof AggregateError && at.errors.some((one) => isDatabaseUnavailable(one))) return true;
  }
  return false;
}
