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

/** What `pg` and `kysely` say in words only, without a code. */
const PG_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|timeout expired|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|driver has already been destroyed)/;

/** How deep causes and joined errors are looked into. */
const DEPTH_MAX = 5;

/** True when the database cannot be reached, lets nobody in or cannot answer now, so that the same call may succeed later. */
export const isDatabaseUnavailable = (error: unknown): boolean =>
  failuresIn(error, DEPTH_MAX).some((one) => isPassing(one) || whyNotLetIn(one.code, one.message) !== undefined);

/** Why the database cannot be used, in one sentence for whoever starts a process; undefined when it is not that. */
export function databaseFault(error: unknown): string | undefined {
  if (!isDatabaseUnavailable(error)) return undefined;
  const told = failuresIn(error, DEPTH_MAX).map(({ code, message }) => whyNotLetIn(code, message));
  return told.find((one) => one !== undefined) ?? 'The database cannot be reached.';
}

type Failure = { code: string; message: string };

const isPassing = ({ code, message }: Failure): boolean =>
  NETWORK_CODES.has(code) || PASSING_STATES.has(code) || CONNECTION_EXCEPTION.test(code) || PG_WORDS.test(message);

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
