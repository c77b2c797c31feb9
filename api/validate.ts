import type { FastifyRequest, FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { isPlainText } from '../domain/plainText.js';
import type { Fault } from './parts.js';
import { Problem } from './problems.js';

/** Levels of nesting that a JSON body may have. */
const DEPTH_MAX = 24;
/** Values that a JSON body may have in all. */
const VALUES_MAX = 10_000;
/** Unknown fields that are told by name. */
const NAMED_MAX = 5;

const pathOf = (path: PropertyKey[]): string =>
  path.reduce<string>(
    (at, key) => (typeof key === 'number' ? `${at}[${key}]` : at === '' ? String(key) : `${at}.${String(key)}`),
    '',
  );

const KINDS: Record<string, string> = {
  string: 'a text',
  array: 'a list',
  object: 'an object',
  boolean: 'true or false',
};

const unknownOf = (keys: string[]): string => {
  const named = keys.slice(0, NAMED_MAX).map((key) => `\`${key.slice(0, 60)}\``);
  return `${named.join(', ')}${keys.length > NAMED_MAX ? ` and ${keys.length - NAMED_MAX} more` : ''}`;
};

/** One issue of zod as a sentence's end: what would be right. */
function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${unknownOf(issue.keys)} is not known here`;
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${KINDS[issue.expected] ?? `a ${issue.expected}`}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return `must be at most ${String(issue.maximum)}${issue.origin === 'string' ? ' characters long' : ''}`;
    case 'too_small':
      return `must be at least ${String(issue.minimum)}${issue.origin === 'string' ? ' characters long' : ''}`;
    case 'invalid_union':
      return 'has none of the forms that are possible here';
    default:
      return issue.message;
  }
}

/** What is wrong with a value, one fault a place. */
const faultsOf = (error: z.core.$ZodError): Fault[] =>
  error.issues.map((issue) => ({ path: pathOf(issue.path), message: messageOf(issue) }));

/** A problem whose sentence is its first fault. */
function malformed(where: string, faults: Fault[]): Problem {
  const [first] = faults;
  const at = first?.path ? `${where}: \`${first.path}\` ` : `${where} `;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  return new Problem('Malformed', `${at}${first?.message ?? 'is not valid'}${more}.`, { faults });
}

const WHERE: Record<string, string> = {
  body: 'The body',
  params: 'The address',
  querystring: 'The query',
  headers: 'The headers',
};

/** A part of a request as its schema reads it. Throws `Malformed` with every fault. */
export function checked<T>(schema: z.ZodType<T>, part: string, data: unknown): T {
  const read = schema.safeParse(data, { reportInput: true });
  if (read.success) return read.data;
  throw malformed(WHERE[part] ?? 'The request', faultsOf(read.error));
}

/** Checks every part of a request by its zod schema; a misfit is one `Malformed` problem. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart = '' }) =>
  (data: unknown) => {
    try {
      return { value: checked(schema, httpPart, data) };
    } catch (error) {
      if (error instanceof Problem) return { error };
      throw error;
    }
  };

/** Refuses a body that is too deep, too branched, or holds odd characters anywhere, before any schema walks through it. */
export async function checkPlainJson(request: FastifyRequest): Promise<void> {
  const waiting: { value: unknown; depth: number }[] = [{ value: request.body, depth: 0 }];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (++seen > VALUES_MAX || depth > DEPTH_MAX)
      throw new Problem('Malformed', `The body must have at most ${VALUES_MAX} values and ${DEPTH_MAX} levels.`);
    if (typeof value === 'string' && !isPlainText(value)) throw oddText();
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!isPlainText(key)) throw oddText();
      waiting.push({ value: inner, depth: depth + 1 });
    }
  }
}

const oddText = (): Problem =>
  new Problem(
    'Malformed',
    'The body contains control characters, lone surrogates or direction overrides. Send plain text.',
  );
