import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import type { z } from 'zod';
import { ProviderError, type WhileAllowed } from '../port.js';
import { anyAnswer } from './answers.js';
import { checkedBaseUrl } from './baseUrl.js';
import { answeredStatus, toProviderError } from './errors.js';

const PAGE_SIZE = 100;
const MOST_PAGES = 100;
const TIMEOUT_MS = 10_000;

/** One request as it went, without anything personal in it: the route is the template, not the path. */
export type RequestNote = { route: string; status?: number; durationMs: number };

/** How to reach GitHub. */
export type GitHubOptions = {
  /** Address of the REST API; https, unless the host is this machine. */
  baseUrl: string;
  /** A token that administers the repositories. */
  token: string;
  /** Bound of one request with its answer, in milliseconds. Default 10,000. */
  timeoutMs?: number;
  /** Spaces requests as GitHub asks, writes a second or more apart. Default true; false against a sandbox. */
  throttle?: boolean;
  /** Told of every request after it ended. */
  log?: (note: RequestNote) => void;
};

/** Parameters of a route: those in its template, the rest as query or body. */
export type Parameters = Record<string, string | number>;

/** The requests that the provider makes; each throws `ProviderError` and nothing else. */
export type Requests = {
  /** Sends one request and reads its answer; within `whileAllowed` nothing but that is left to do: the throttle has let it through. */
  send<T>(route: string, parameters: Parameters, answer: z.ZodType<T>, whileAllowed?: WhileAllowed): Promise<T>;
  /** As `send`; undefined when GitHub answers 404. */
  find<T>(route: string, parameters: Parameters, answer: z.ZodType<T>): Promise<T | undefined>;
  /** True when GitHub answers that there is something, false when it answers 404. */
  has(route: string, parameters: Parameters, whileAllowed?: WhileAllowed): Promise<boolean>;
  /** Reads every page of a list; undefined when GitHub answers 404. */
  findAll<T>(route: string, parameters: Parameters, page: z.ZodType<T[]>): Promise<T[] | undefined>;
  /** As `send`, with the headers of the answer. */
  look<T>(route: string, parameters: Parameters, answer: z.ZodType<T>): Promise<{ data: T; headers: AnswerHeaders }>;
};

/** The headers of an answer, by their names in small letters. */
export type AnswerHeaders = Readonly<Record<string, string | number | undefined>>;

/** Builds the requests upon octokit, without its retries: repeating is the workflow's. */
export function createRequests(options: GitHubOptions): Requests {
  const octokit = createOctokit(options);

  async function call<T>(
    route: string,
    parameters: Parameters,
    answer: z.ZodType<T>,
    whileAllowed?: WhileAllowed,
  ): Promise<{ data: T; more: boolean; headers: AnswerHeaders }> {
    const startedAt = Date.now();
    const note = (status?: number) => options.log?.({ route, status, durationMs: Date.now() - startedAt });
    try {
      const response = await octokit.request(route, {
        ...parameters,
        ...(whileAllowed && { request: { fetch: boundedFetch(options.timeoutMs ?? TIMEOUT_MS, whileAllowed) } }),
      });
      note(response.status);
      const read = answer.safeParse(response.data);
      if (!read.success) throw new ProviderError('ProviderAnswerUnreadable', 'GitHub gave an answer of another shape.');
      const { headers } = response;
      return { data: read.data, more: /\brel="?next\b/.test(headers.link ?? ''), headers: { ...headers } };
    } catch (error) {
      if (!(error instanceof ProviderError)) note(answeredStatus(error));
      throw error;
    }
  }

  /* Pages are counted and never taken from the answer's links: a link could lead the token to another host. */
  async function all<T>(route: string, parameters: Parameters, answer: z.ZodType<T[]>): Promise<T[]> {
    const found: T[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { data, more } = await call(route, { ...parameters, per_page: PAGE_SIZE, page }, answer);
      found.push(...data);
      if (!more) return found;
    }
    throw new ProviderError('ProviderAnswerUnreadable', `GitHub's list did not end after ${MOST_PAGES} pages.`);
  }

  return {
    send: (route, parameters, answer, whileAllowed) =>
      mapped(async () => (await call(route, parameters, answer, whileAllowed)).data),
    find: (route, parameters, answer) => unlessMissing(async () => (await call(route, parameters, answer)).data),
    has: async (route, parameters, whileAllowed) =>
      (await unlessMissing(async () => {
        await call(route, parameters, anyAnswer, whileAllowed);
        return true;
      })) ?? false,
    look: (route, parameters, answer) => mapped(() => call(route, parameters, answer)),
    findAll: (route, parameters, page) => unlessMissing(() => all(route, parameters, page)),
  };
}

async function mapped<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toProviderError(error);
  }
}

const unlessMissing = <T>(work: () => Promise<T>): Promise<T | undefined> =>
  mapped(async () => {
    try {
      return await work();
    } catch (error) {
      if (answeredStatus(error) === 404) return undefined;
      throw error;
    }
  });

function createOctokit({ baseUrl, token, timeoutMs = TIMEOUT_MS, throttle = true }: GitHubOptions): Octokit {
  const silent = () => {};
  const ThrottledOctokit = Octokit.plugin(throttling);
  const spaced = {
    enabled: throttle,
    onRateLimit: () => false,
    onSecondaryRateLimit: () => false,
    /* The plugin knows the routes that have GitHub send letters by the repository's name alone. */
    triggersNotification: (path: string) => /^\/repositories\/[^/]+\/collaborators\/[^/]+$/.test(path),
  };
  return new ThrottledOctokit({
    auth: token,
    baseUrl: checkedBaseUrl(baseUrl),
    userAgent: 'drawbridge',
    /* octokit's own log lines hold paths, and paths hold logins. */
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: { fetch: boundedFetch(timeoutMs) },
    throttle: spaced,
  });
}

/* The whole answer is read within the bound: octokit would take one that breaks off in the middle for an empty text. */
function boundedFetch(timeoutMs: number, whileAllowed: WhileAllowed = (send) => send()): typeof fetch {
  return (input, init) =>
    whileAllowed(async () => {
      /* A change is never sent on to where an answer leads: it was meant for the place that it was addressed to. */
      const redirect = init?.method === undefined || init.method === 'GET' ? 'follow' : 'error';
      const answer = await fetch(input, { ...init, redirect, signal: AbortSignal.timeout(timeoutMs) });
      const body = await answer.arrayBuffer();
      const { status, headers } = answer;
      return new Response(body.byteLength === 0 ? null : body, { status, headers });
    });
}
