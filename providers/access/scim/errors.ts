import { ProviderError } from '../port.js';
import { errorAnswer, type ScimType } from './answers.js';

/** What to wait when a directory asks for fewer requests and does not say how long. */
const UNSAID_WAIT_MS = 60_000;

/** What a directory answered instead of what was asked for. */
export class ScimFailure extends Error {
  constructor(
    readonly status: number,
    /** True when SCIM itself answered, and not something before or beside it. */
    readonly isScim: boolean,
    readonly scimType: ScimType | undefined,
    readonly retryAfter: string | null,
  ) {
    super(`HTTP ${status}`);
  }
}

/** Reads an answer that is none of success. */
export function failureOf(status: number, retryAfter: string | null, body: unknown): ScimFailure {
  const said = errorAnswer.safeParse(body);
  return new ScimFailure(status, said.success, said.data?.scimType, retryAfter);
}

/** True when SCIM itself says that there is no such thing; an address that leads elsewhere answers 404 to everything. */
export const isMissing = (error: unknown): boolean =>
  error instanceof ScimFailure && error.status === 404 && error.isScim;

/**
 * Turns anything that a request threw into a `ProviderError`.
 *
 * Nothing of the request or of the answer's text goes into the message: both hold names. Kept are the status and the
 * kind of refusal, which is one of a closed list.
 *
 * @param nowMs milliseconds since the epoch, against which a date to wait for is read
 */
export function toProviderError(error: unknown, nowMs: number = Date.now()): ProviderError {
  if (error instanceof ProviderError) return error;
  if (!(error instanceof ScimFailure))
    return new ProviderError('ProviderUnavailable', 'The directory could not be reached, or did not answer in time.');
  const { status, scimType, retryAfter } = error;
  const what = [`HTTP ${status}`, scimType].filter(Boolean).join(', ');
  if (status === 429) {
    const waitMs = waitOf(retryAfter, nowMs) ?? UNSAID_WAIT_MS;
    return new ProviderError('ProviderRateLimited', 'The directory asks for fewer requests.', waitMs);
  }
  if (status >= 500 || status === 408)
    return new ProviderError(
      'ProviderUnavailable',
      `The directory is not able to answer (${what}).`,
      waitOf(retryAfter, nowMs),
    );
  if (status === 409 || status === 412)
    return new ProviderError('ProviderUnavailable', `The directory was changed at the same moment (${what}).`);
  if (status < 400)
    return new ProviderError('ProviderAnswerUnreadable', `The directory gave an answer that cannot be read (${what}).`);
  return new ProviderError('ProviderRefused', refusal(error, what));
}

/** An answer of another shape than asked for. */
export const unreadable = (why = 'of another shape'): ProviderError =>
  new ProviderError('ProviderAnswerUnreadable', `The directory gave an answer ${why}.`);

function refusal({ status, isScim }: ScimFailure, what: string): string {
  if (status === 401) return `The directory does not accept the token (${what}).`;
  if (status === 403) return `The token is not allowed to do this in the directory (${what}).`;
  if (status === 404 && !isScim) return `There is no SCIM at the directory’s address (${what}).`;
  if (status === 404) return `The directory knows no such user or group (${what}).`;
  return `The directory refuses the request (${what}).`;
}

/* Seconds, or a date (RFC 9110, 10.2.3). */
function waitOf(retryAfter: string | null, nowMs: number): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d{1,12}$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const at = /^[A-Z][a-z]{2}, /.test(retryAfter) ? Date.parse(retryAfter) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}
