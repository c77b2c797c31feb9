import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import { problem } from '../../contract/answers.js';
import { kebab } from '../../contract/commands.js';
import { own } from '../../domain/record.js';
import { CliError, EXIT, type ExitCode, exitCodeOf, unreachable } from '../exit.js';
import type { Session } from './session.js';

/** Where the API is; without a token for what asks for none. */
type Address = Pick<Session, 'url'> & Partial<Session>;

/** One request: `body` is sent as JSON, `bytes` as they are. */
export type Ask = {
  method?: 'GET' | 'POST' | 'DELETE';
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  bytes?: { content: Uint8Array; mediaType: string; headers?: Record<string, string> };
  /** Idempotency key of a write; default: a new one, the same in every repetition. */
  key?: string;
  accept?: string;
};

/** Bound of one attempt, milliseconds. */
const TIMEOUT_MS = 60_000;
/** Repetitions after an answer that asks to come back soon. */
const REPEATS = 4;
/** Longest pause that is waited for here, seconds. */
const PATIENCE_SECONDS = 5;

/** Sends one request and gives the answer back when it is a success; throws {@link CliError} otherwise. */
export async function send(session: Address, path: string, ask: Ask = {}): Promise<Response> {
  const method = ask.method ?? (ask.body === undefined && ask.bytes === undefined ? 'GET' : 'POST');
  const key = ask.key ?? randomUUID();
  for (let attempt = 1; ; attempt++) {
    const response = await attemptOnce(session, path, ask, method, key);
    if (response.ok) return response;
    const pause = Number(response.headers.get('retry-after') ?? Number.NaN);
    // The same key makes repeating safe: what was done already is answered, not done again.
    if (response.status === 503 && attempt <= REPEATS && pause <= PATIENCE_SECONDS) await wait(pause * 1000);
    else throw await problemOf(response, method === 'GET' ? undefined : key);
  }
}

async function attemptOnce(session: Address, path: string, ask: Ask, method: string, key: string): Promise<Response> {
  const url = new URL(`${session.url}${path}`);
  for (const [name, value] of Object.entries(ask.query ?? {}))
    if (value !== undefined) url.searchParams.set(name, String(value));
  const body = ask.bytes?.content ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body));
  try {
    return await fetch(url, {
      method,
      headers: {
        accept: ask.accept ?? 'application/json',
        ...(session.token !== undefined && { authorization: `Bearer ${session.token}` }),
        ...(session.actAs !== undefined && { 'drawbridge-role': session.actAs }),
        ...(method !== 'GET' && { 'idempotency-key': key }),
        ...(body !== undefined && { 'content-type': ask.bytes?.mediaType ?? 'application/json' }),
        ...ask.bytes?.headers,
      },
      ...(body !== undefined && { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw notReached(session.url, error, method === 'GET' ? undefined : key);
  }
}

function notReached(url: string, error: unknown, key: string | undefined): CliError {
  const late = error instanceof Error && error.name === 'TimeoutError';
  return unreachable(
    late ? `The API at ${url} did not answer within a minute.` : `The API at ${url} cannot be reached.`,
    key === undefined
      ? 'Is "drawbridge up" (or "drawbridge api") running?'
      : `Repeat with --key ${key}; it counts once.`,
  );
}

/** Sentences of the API that speak of a request, as they are told to whoever typed a command. */
const TYPED: Record<string, string> = {
  CommandIdReused: 'This --key was already used for something else. Use a new one.',
  Unauthenticated:
    'The token is unknown, has expired or was revoked. Sign in again ("drawbridge sign-in"), or ask for a new one.',
};

/** A fault in an address or a query by the option or argument that it came from. */
const typed = (sentence: string): string =>
  sentence
    .replace(/^The query: `(\w+)` /, (_, name: string) => `--${name === 'caseId' ? 'case' : kebab(name)} `)
    .replace(/^The address: `(\w+)` /, (_, name: string) => `<${name === 'caseId' ? 'case' : kebab(name)}> `);

async function problemOf(response: Response, key: string | undefined): Promise<CliError> {
  const text = await response.text().catch(() => '');
  const found = readProblem(text);
  const said = found?.detail ?? found?.title ?? `The API answered ${response.status}.`;
  const message = (found?.code !== undefined && own(TYPED, found.code)) || typed(said);
  const exitCode: ExitCode = exitCodeOf(found?.code, response.status);
  return new CliError(exitCode, message, {
    ...(found?.code !== undefined && { code: found.code }),
    ...(found?.receipt !== undefined && { seq: found.receipt.seq }),
    ...(found?.faults !== undefined && { faults: found.faults }),
    ...(exitCode === EXIT.unreachable && key !== undefined && { hint: `Repeat with --key ${key}; it counts once.` }),
  });
}

/** What of the answer is a problem of the API; a proxy in between may answer otherwise. */
function readProblem(text: string): Partial<z.infer<typeof problem>> | undefined {
  try {
    return problem.partial().parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Asks for JSON of a known shape. */
export async function askJson<T>(session: Address, path: string, schema: z.ZodType<T>, ask: Ask = {}): Promise<T> {
  const response = await send(session, path, ask);
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw new CliError(EXIT.other, `The API's answer to ${path} is not understood: it may be of another version.`);
}
