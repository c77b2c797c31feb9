import { z } from 'zod';
import { LONGEST_WAIT_MS, ProviderError } from '../port.js';
import { type Refusal, reasonOf, wordsOf } from './reasons.js';

const SECONDARY_LIMIT_MS = 60_000;

const failure = z.object({
  status: z.number(),
  response: z.object({ headers: z.record(z.string(), z.unknown()), data: z.unknown() }).optional(),
});

/** How long GitHub asks for no requests at all, milliseconds; undefined where an error is no refusal for too many of them. */
export function askedToWaitMs(error: unknown, nowMs: number): number | undefined {
  const status = answeredStatus(error);
  if (status !== 403 && status !== 429) return undefined;
  const { code, retryAfterMs } = toProviderError(error, nowMs);
  return code === 'ProviderRateLimited' ? retryAfterMs : undefined;
}

/** How many requests the hour has left and until when, as an answer or a refusal says; undefined where it does not. */
export function leftOfHour(answered: unknown, nowMs: number): { requests: number; untilMs: number } | undefined {
  const read = z.object({ headers: z.record(z.string(), z.unknown()) }).safeParse(answered);
  const headers = read.success ? read.data.headers : {};
  const requests = wholeNumber(headers['x-ratelimit-remaining']);
  const resetSeconds = wholeNumber(headers['x-ratelimit-reset']);
  if (requests === undefined || resetSeconds === undefined) return undefined;
  return { requests, untilMs: nowMs + bounded(resetSeconds * 1000 - theirNow(headers, nowMs)) };
}

/** What a failed request was answered with; undefined when there was no answer. */
export const answerOf = (error: unknown): unknown => failure.safeParse(error).data?.response;

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
 * @param nowMs milliseconds since the epoch, against which GitHub's reset time is read where its answer has no date
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
  const refusal: Refusal = { status, headers: response.headers, data: response.data };
  if (isRateLimit(refusal)) {
    const retryAfterMs = waitMs(response.headers, nowMs);
    return new ProviderError('ProviderRateLimited', 'GitHub asks for fewer requests.', retryAfterMs);
  }
  if (status >= 500 || status === 408) {
    return new ProviderError('ProviderUnavailable', `GitHub is not able to answer (HTTP ${status}).`);
  }
  if (status < 400) {
    return new ProviderError('ProviderAnswerUnreadable', `GitHub gave an answer that cannot be read (HTTP ${status}).`);
  }
  return new ProviderError('ProviderRefused', reasonOf(refusal));
}

function isRateLimit(refusal: Refusal): boolean {
  const { status, headers } = refusal;
  if (status === 429) return true;
  if (status === 422) return /\bspammed\b/i.test(wordsOf(refusal));
  if (status !== 403) return false;
  if (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0') return true;
  /* The secondary limit may come without any header; its text is the only sign of it. */
  return /\bsecondary rate\b|\babuse detection\b/i.test(wordsOf(refusal));
}

function waitMs(headers: Record<string, unknown>, nowMs: number): number {
  const seconds = wholeNumber(headers['retry-after']);
  if (seconds !== undefined) return bounded(seconds * 1000);
  const resetSeconds = headers['x-ratelimit-remaining'] === '0' ? wholeNumber(headers['x-ratelimit-reset']) : undefined;
  if (resetSeconds === undefined) return SECONDARY_LIMIT_MS;
  return bounded(resetSeconds * 1000 - theirNow(headers, nowMs));
}

/* By GitHub's clock, where it can be read: this machine's may be off. */
function theirNow(headers: Record<string, unknown>, nowMs: number): number {
  const theirs = typeof headers.date === 'string' ? Date.parse(headers.date) : Number.NaN;
  return Number.isNaN(theirs) ? nowMs : theirs;
}

const bounded = (ms: number): number => Math.min(Math.max(0, ms), LONGEST_WAIT_MS);

/** However long it is: a number beyond all bounds is one still. */
const wholeNumber = (value: unknown): number | undefined =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value.slice(0, 300)) : undefined;
