import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ERRORS, type ErrorCode, isErrorCode } from '../domain/case/errors.js';
import type { Receipt } from '../domain/case/receipt.js';
import { ERROR_WORDS } from '../presentation/words/errors.js';
import { isDatabaseUnavailable } from '../store/errors.js';
import type { Fault } from './parts.js';

declare module 'fastify' {
  interface FastifyReply {
    /** The code of the problem that was answered. */
    problemCode?: ErrorCode;
  }
}

/** Seconds after which a caller repeats when a service is away. */
const RETRY_AFTER_SECONDS = 2;
/** Faults told in one answer; more would not be read. */
const FAULTS_MAX = 20;

type Details = { faults?: Fault[]; receipt?: Receipt; retryAfterSeconds?: number };

/** What a request ends in when it does not end well: a code of the one table and one sentence. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly code: ErrorCode,
    detail?: string,
    readonly details: Details = {},
  ) {
    super(detail ?? ERROR_WORDS[code]);
  }
}

/** A problem with a file; its first fault makes the sentence. `file` begins it: `The policy file,`. */
export function fileProblem(file: string, faults: Fault[]): Problem {
  const [first] = faults;
  const where = first?.line === undefined ? '' : ` line ${first.line}, column ${first.column ?? 1}:`;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  return new Problem('Malformed', `${file}${where} ${first?.message ?? 'is not readable'}${more}`, { faults });
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** What Fastify itself says no to, in our words. */
function fromFastify(error: FastifyError): Problem | undefined {
  if (error.statusCode === 413) return new Problem('PayloadTooLarge');
  if (error.statusCode === 429) return new Problem('TooManyRequests');
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Problem('Malformed', 'This address does not accept that content type.');
  if (error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return new Problem('Malformed', 'The body is empty. Send JSON.');
  if (error instanceof SyntaxError || error.statusCode === 400)
    return new Problem('Malformed', 'The body is not valid JSON.');
  return undefined;
}

/** The problem that an error comes to; what nobody expected becomes `Internal`. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = codeOf(error);
  if (isErrorCode(code))
    return new Problem(code, ERRORS[code].status !== 500 && error instanceof Error ? error.message : undefined);
  if (isDatabaseUnavailable(error)) return new Problem('DatabaseUnavailable');
  if (code === 'BadCursor')
    return new Problem('Malformed', 'Unknown cursor. Use the `nextCursor` of an earlier answer of this list.', {
      faults: [{ path: 'cursor', message: 'must be a `nextCursor` of an earlier answer' }],
    });
  return (error instanceof Error ? fromFastify(error as FastifyError) : undefined) ?? new Problem('Internal');
}

/** `NotYourRole` as a heading: `Not your role`. */
const titleOf = (code: ErrorCode): string => {
  const words = code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The body of RFC 9457 for a problem. */
function problemBody(problem: Problem, requestId: string) {
  const { code, details } = problem;
  const faults = details.faults ?? [];
  return {
    type: `/api/errors/${code}`,
    title: titleOf(code),
    status: ERRORS[code].status,
    code,
    detail: problem.message,
    instance: requestId,
    ...(faults.length > 0 && { faults: faults.slice(0, FAULTS_MAX) }),
    ...(faults.length > FAULTS_MAX && { faultsLeftOut: faults.length - FAULTS_MAX }),
    ...(details.receipt !== undefined && { receipt: details.receipt }),
  };
}

/** Answers with `application/problem+json`; 503 and 429 say when to repeat. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(error);
  const { status } = ERRORS[problem.code];
  if (status >= 500) request.log.error({ code: problem.code, frames: framesOf(error) }, 'request failed');
  if (status === 503 || problem.details.retryAfterSeconds !== undefined)
    reply.header('retry-after', String(problem.details.retryAfterSeconds ?? RETRY_AFTER_SECONDS));
  reply.problemCode = problem.code;
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problemBody(problem, request.id));
}

/** Where an error came from without its message, which may hold what people have written. */
const framesOf = (error: unknown): string[] =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => line.trimStart().startsWith('at '))
        .slice(0, 12)
    : [];
