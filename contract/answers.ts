import { z } from 'zod';
import { ERRORS, type ErrorCode } from '../domain/case/errors.js';

/** Where a fact stands in the ledger: its number, its hash, the time of the case. */
export const receipt = z.object({ seq: z.number(), hash: z.string(), at: z.string() });

/** What a command came to when it counted. */
export const recorded = z.object({
  status: z.literal('recorded'),
  receipt,
  events: z.array(z.string()).describe('Types of the facts recorded with it, in order.'),
  notes: z.array(z.string()).describe('What the sender should know, one sentence each.'),
  control: z.enum(['met', 'open', 'refused']).optional().describe('After evidence: the status of its control.'),
});

const codes = Object.keys(ERRORS);

/** A problem of RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string().describe(`One of ${codes.join(', ')}.`),
  detail: z.string().describe('One sentence.'),
  instance: z.string().describe('Id of the request; it finds the request in the logs.'),
  faults: z
    .array(
      z.object({
        path: z.string().optional(),
        line: z.number().optional(),
        column: z.number().optional(),
        message: z.string(),
      }),
    )
    .optional(),
  faultsLeftOut: z.number().optional(),
  receipt: receipt.optional().describe('Set when the refusal itself is on the record.'),
});

const problemOf = (codesHere: ErrorCode[]) => ({
  description: `Codes: ${codesHere.join(', ')}. \`GET /api/errors/{code}\` explains one.`,
  content: { 'application/problem+json': { schema: problem } },
});

const EVERYWHERE: ErrorCode[] = [
  'Malformed',
  'Unauthenticated',
  'Forbidden',
  'CsrfRejected',
  'SignInTooOld',
  'BrowserNeeded',
  'ReadOnlyToken',
  'TooManyRequests',
  'DatabaseUnavailable',
  'Internal',
];

/** The problems that a route answers with, by HTTP status, for its schema. */
export function problems(...more: ErrorCode[]): Record<number, ReturnType<typeof problemOf>> {
  const byStatus: Record<number, ErrorCode[]> = {};
  for (const code of new Set([...EVERYWHERE, ...more])) {
    const { status } = ERRORS[code];
    byStatus[status] = [...(byStatus[status] ?? []), code];
  }
  return Object.fromEntries(Object.entries(byStatus).map(([status, list]) => [status, problemOf(list)]));
}

/** The problems of a command: every refusal of the domain and every way in which a service can be away. */
export const commandProblems = () =>
  problems(
    ...Object.keys(ERRORS).filter(
      (code): code is ErrorCode => !/^(Provider|Mail|Recipient|NotFound|TooManyRequests|PayloadTooLarge)/.test(code),
    ),
    'PayloadTooLarge',
  );
