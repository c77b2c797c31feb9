import type { z } from 'zod';
import type { WhileAllowed } from '../port.js';
import { changedAnswer, pageOf } from './answers.js';
import { checkedBaseUrl } from './baseUrl.js';
import { isMissing, ScimFailure, toProviderError, unreadable } from './errors.js';
import { exchange, type Route, type ScimOptions } from './http.js';

const PAGE_SIZE = 100;
const MOST_PAGES = 100;

/** The requests that the provider makes; each throws `ProviderError` and nothing else. */
export type Requests = {
  /** Sends one request and reads its answer. */
  send<T>(route: Route, answer: z.ZodType<T>, whileAllowed?: WhileAllowed): Promise<T>;
  /** As `send`; undefined when the directory itself says that there is no such thing. */
  find<T>(route: Route, answer: z.ZodType<T>): Promise<T | undefined>;
  /** As `send`, for a change; false when it was refused because of how things are: already so, or changed meanwhile. */
  change(route: Route, whileAllowed?: WhileAllowed): Promise<boolean>;
  /** Reads every page of a search. */
  findAll<T>(route: Route, resource: z.ZodType<T>): Promise<T[]>;
};

/** Builds the requests upon fetch, without repeats: repeating is the workflow's. */
export function createRequests(options: ScimOptions): Requests {
  const baseUrl = checkedBaseUrl(options.baseUrl);

  async function call(route: Route, whileAllowed: WhileAllowed = (send) => send()): Promise<unknown> {
    const startedAt = Date.now();
    let status: number | undefined;
    try {
      return await whileAllowed(() =>
        exchange(baseUrl, route, options, (answered) => {
          status = answered;
        }),
      );
    } finally {
      const { method = 'GET', template } = route;
      options.log?.({ route: `${method} ${template}`, status, durationMs: Date.now() - startedAt });
    }
  }

  const read = async <T>(route: Route, answer: z.ZodType<T>, whileAllowed?: WhileAllowed): Promise<T> => {
    const result = answer.safeParse(await call(route, whileAllowed));
    if (!result.success) throw unreadable();
    return result.data;
  };

  /* Pages are counted, and an empty one ends them, whatever the directory says of its total. */
  async function all<T>(route: Route, resource: z.ZodType<T>): Promise<T[]> {
    const found: T[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const query = { ...route.query, startIndex: String(found.length + 1), count: String(PAGE_SIZE) };
      const { totalResults, Resources } = await read({ ...route, query }, pageOf(resource));
      found.push(...Resources);
      if (Resources.length === 0 || found.length >= totalResults) return found;
    }
    throw unreadable(`that did not end after ${MOST_PAGES} pages`);
  }

  return {
    send: (route, answer, whileAllowed) => mapped(() => read(route, answer, whileAllowed)),
    find: (route, answer) =>
      mapped(() => read(route, answer).catch((error) => (isMissing(error) ? undefined : rethrown(error)))),
    change: (route, whileAllowed) =>
      mapped(async () => {
        try {
          await read(route, changedAnswer, whileAllowed);
          return true;
        } catch (error) {
          if (isOfTheState(error)) return false;
          throw error;
        }
      }),
    findAll: (route, resource) => mapped(() => all(route, resource)),
  };
}

/* 404 too: the group went while it was changed. */
const isOfTheState = (error: unknown): boolean =>
  isMissing(error) ||
  (error instanceof ScimFailure &&
    (error.status === 409 || (error.status === 400 && ['noTarget', 'uniqueness'].includes(error.scimType ?? ''))));

async function mapped<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toProviderError(error);
  }
}

const rethrown = (error: unknown): never => {
  throw error;
};
