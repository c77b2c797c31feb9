import { z } from 'zod';
import { ProviderError } from '../port.js';

const SECONDARY_LIMIT_MS = 60_000;

const failure = z.object({
  status: z.number(),
  response: z.object({ headers: z.record(z.string(), z.unknown()), data: z.unknown() }).optional(),
});
type Failure = z.infer<typeof failure>;

/** The HTTP status of an error that GitHub answered; undefined when there was no answer. */
export function answeredStatus(error: unknown): number | undefined {
  const read = failure.safeParse(error);
  return read.success && read.data.response !== undefined ? read.data.status : undefined;
}

/**
 * Turns anything that a request threw into a `ProviderError`.
 *
 * Nothing of the request or of the answer's text goes into the message: both hold logins, and a message ends in logs
 * and on the record.
 *
 * @param nowMs milliseconds since the epoch, against which GitHub's reset time is read
 */
export function toProviderError(error: unknown, nowMs: number = Date.now()): ProviderError {
  if (error instanceof ProviderError) return error;
  /* Thrown where the request was about to be sent; octokit wraps it. */
  if (error instanceof Error && error.cause instanceof ProviderError) return error.cause;
  const read = failure.safeParse(error);
  if (!read.success) return new ProviderError('ProviderAnswerUnreadable', 'GitHub gave an answer that cannot be read.');
  const { status, response } = read.data;
  /* octokit says 500 for a connection that never came about, was dropped, or took too long. */
  if (response === undefined) {
    return new ProviderError('ProviderUnavailable', 'GitHub could not be reached, or did not answer in time.');
  }
  if (isRateLimit(status, response)) {
    const retryAfterMs = waitMs(response.headers, nowMs);
    return new ProviderError('ProviderRateLimited', 'GitHub asks for fewer requests.', retryAfterMs);
  }
  if (status >= 500 || status === 408) {
    return new ProviderError('ProviderUnavailable', `GitHub is not able to answer (HTTP ${status}).`);
  }
  if (status < 400) {
    return new ProviderError('ProviderAnswerUnreadable', `GitHub gave an answer that cannot be read (HTTP ${status}).`);
  }
  return new ProviderError('ProviderRefused', refusal(status));
}

function isRateLimit(status: number, response: NonNullable<Failure['response']>): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  const { headers, data } = response;
  if (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0') return true;
  /* The secondary limit may come without any header; its text is the only sign of it. */
  const said = z.object({ message: z.string() }).safeParse(data);
  return said.success && /\bsecondary rate\b/i.test(said.data.message);
}

function waitMs(headers: Record<string, unknown>, nowMs: number): number {
  const seconds = wholeNumber(headers['retry-after']);
  if (seconds !== undefined) return seconds * 1000;
  const resetSeconds = headers['x-ratelimit-remaining'] === '0' ? wholeNumber(headers['x-ratelimit-reset']) : undefined;
  return resetSeconds === undefined ? SECONDARY_LIMIT_MS : Math.max(0, resetSeconds * 1000 - nowMs);
}

const wholeNumber = (value: unknown): number | undefined =>
  typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : undefined;

function refusal(status: number): string {
  switch (status) {
    case 401:
      return 'GitHub does not accept the token (HTTP 401).';
    case 403:
      return 'The token is not allowed to do this on the repository (HTTP 403).';
    case 404:
      return 'GitHub knows no such repository or account, or the token may not see it (HTTP 404).';
    case 422:
      return 'GitHub refuses the request as it stands (HTTP 422).';
    default:
      return `GitHub refuses the request (HTTP ${status}).`;
  }
}
