import { Octokit } from '@octokit/rest';
import type { z } from 'zod';
import { ProviderError, type WhileAllowed } from '../port.js';
import { anyAnswer } from './answers.js';
import { checkedBaseUrl } from './baseUrl.js';
import { costOf, type Urgency } from './budget.js';
import { appCredentials, type GitHubApp, type Installation, tokenCredentials } from './credentials.js';
import { answeredStatus, answerOf, askedToWaitMs, leftOfHour, toProviderError } from './errors.js';
import { type Clock, createPacing, MACHINE_CLOCK, type Sent, UNPACED } from './pacing.js';

const PAGE_SIZE = 100;
const MOST_PAGES = 100;
const TIMEOUT_MS = 10_000;

/** Routes by which GitHub sends somebody a letter. */
const SENDS_LETTERS = 'PUT /repositories/{repository_id}/collaborators/{username}';

/** One request as it went, once it was let go, without anything personal in it: the route is the template, not the path. */
export type RequestNote = { route: string; status?: number; durationMs: number };

/** How to reach GitHub. */
export type GitHubOptions = (
  | {
      /** A token of an account that administers the repositories. */
      token: string;
    }
  | {
      /** An App that is installed on them. */
      app: GitHubApp;
    }
) & {
  /** Address of the REST API; https, unless the host is this machine. */
  baseUrl: string;
  /** Bound of one request with its answer, in milliseconds. Default 10,000. */
  timeoutMs?: number;
  /** Keeps GitHub's limits (see `budget.ts`). Default true; false against a sandbox. */
  throttle?: boolean;
  /** Default: the machine's. */
  clock?: Clock;
  /** Sends a request. Default: the platform's. */
  fetch?: typeof fetch;
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
  /** Throws `ProviderRateLimited` where GitHub's limits leave no room for a request of that method soon. */
  requireRoom(method: string): void;
  /** The installation of the App that asks; undefined where a token of an account does. */
  installation(): Promise<Installation | undefined>;
  /** The same requests, with another urgency. */
  as(urgency: Urgency): Requests;
  /** As `send`, with the headers of the answer. */
  look<T>(route: string, parameters: Parameters, answer: z.ZodType<T>): Promise<{ data: T; headers: AnswerHeaders }>;
};

/** The headers of an answer, by their names in small letters. */
export type AnswerHeaders = Readonly<Record<string, string | number | undefined>>;

/** Builds the requests upon octokit, without its retries: repeating is the workflow's. They are urgent as looks are, unless told. */
export function createRequests(options: GitHubOptions): Requests {
  const { clock = MACHINE_CLOCK, throttle = true } = options;
  const octokit = createOctokit(options);
  const credentials =
    'token' in options ? tokenCredentials(options.token) : appCredentials(options.app, octokit, clock);
  const pacing = throttle ? createPacing(clock) : UNPACED;
  const bounded = (whileAllowed?: WhileAllowed) => boundedFetch(options, whileAllowed);

  /** Sends one request, and tells what is learnt of the limits by how it ends. */
  async function attempt(route: string, parameters: Parameters, whileAllowed?: WhileAllowed): Promise<Sent<Answered>> {
    const startedAt = clock.now();
    const note = (status?: number) => options.log?.({ route, status, durationMs: clock.now() - startedAt });
    try {
      const request = { fetch: bounded(whileAllowed) };
      const send = async (renew: boolean) => {
        const headers = { authorization: await credentials.authorization(renew) };
        return await octokit.request(route, { ...parameters, request, headers });
      };
      const value = await send(false).catch((error: unknown) => {
        if (answeredStatus(error) !== 401 || !credentials.renews) throw error;
        return send(true);
      });
      note(value.status);
      return { value, ended: { left: leftOfHour(value, clock.now()) } };
    } catch (error) {
      note(answeredStatus(error));
      const now = clock.now();
      return { error, ended: { waitMs: askedToWaitMs(error, now), left: leftOfHour(answerOf(error), now) } };
    }
  }

  return requestsOf('looking');

  function requestsOf(urgency: Urgency): Requests {
    async function call<T>(
      route: string,
      parameters: Parameters,
      answer: z.ZodType<T>,
      whileAllowed?: WhileAllowed,
    ): Promise<{ data: T; more: boolean; headers: AnswerHeaders }> {
      const cost = costOf(methodOf(route), route === SENDS_LETTERS);
      const response = await pacing.run(cost, urgency, () => attempt(route, parameters, whileAllowed));
      const read = answer.safeParse(response.data);
      if (!read.success) throw new ProviderError('ProviderAnswerUnreadable', 'GitHub gave an answer of another shape.');
      const { headers } = response;
      return { data: read.data, more: /\brel="?next\b/.test(headers.link ?? ''), headers: { ...headers } };
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
      installation: () => mapped(credentials.installation),
      requireRoom: (method) => pacing.requireRoom(costOf(method, false), urgency),
      as: requestsOf,
    };
  }
}

const methodOf = (route: string): string => route.split(' ')[0] ?? '';

type Answered = Awaited<ReturnType<Octokit['request']>>;

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

function createOctokit(options: GitHubOptions): Octokit {
  const silent = () => {};
  return new Octokit({
    baseUrl: checkedBaseUrl(options.baseUrl),
    userAgent: 'drawbridge',
    /* octokit's own log lines hold paths, and paths hold logins. */
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: { fetch: boundedFetch(options) },
  });
}

/* The whole answer is read within the bound: octokit would take one that breaks off in the middle for an empty text. */
function boundedFetch(
  { timeoutMs = TIMEOUT_MS, fetch: sendOff = fetch }: GitHubOptions,
  whileAllowed: WhileAllowed = (send) => send(),
): typeof fetch {
  return (input, init) =>
    whileAllowed(async () => {
      /* A change is never sent on to where an answer leads: it was meant for the place that it was addressed to. */
      const redirect = init?.method === undefined || init.method === 'GET' ? 'follow' : 'error';
      const answer = await sendOff(input, { ...init, redirect, signal: AbortSignal.timeout(timeoutMs) });
      const body = await answer.arrayBuffer();
      const { status, headers } = answer;
      return new Response(body.byteLength === 0 ? null : body, { status, headers });
    });
}
