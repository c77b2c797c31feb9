/** How GitHub misbehaves; counts start when the fault is set. */
export type GithubFault =
  | { kind: 'none' }
  /** Every connection is reset before anything is done. */
  | { kind: 'down' }
  /** The next `times` (default 1) requests are answered so and not done; `retryAfterS` in seconds. */
  | {
      kind: 'status';
      status: 401 | 403 | 404 | 422 | 429 | 500 | 502 | 503;
      times?: number;
      retryAfterS?: number;
      /** What the answer says; default: something short. */
      message?: string;
      /** Further headers of it. */
      headers?: Record<string, string>;
      /** Only requests that change something. */
      changesOnly?: true;
    }
  /** Every answer is late by so many milliseconds. */
  | { kind: 'slow'; delayMs: number }
  /** Every answer is of another shape, and nothing is done. */
  | { kind: 'garbled' }
  /** The n-th DELETE of a collaborator (from 1) is answered 204 and not done, where `drop(n)` says so. */
  | { kind: 'dropDelete'; drop: (n: number) => boolean }
  /** The next `times` (default 1) changes are done and the connection is reset before the answer. */
  | { kind: 'dropAnswer'; times?: number };

/** What becomes of one request. */
export type Verdict = {
  delayMs?: number;
  reset?: 'before' | 'after';
  /** Answered instead of what was asked. */
  instead?: { status: number; json?: unknown; headers?: Record<string, string> };
};
export type Judge = (method: string, path: string) => Verdict;

const COLLABORATOR = /\/collaborators\/[^/]+$/;
const SAID: Readonly<Record<number, string>> = { 401: 'Bad credentials', 429: 'You have exceeded a rate limit' };

/** Turns a fault into a judge of requests that keeps the fault's own counts. */
export function judgeOf(fault: GithubFault): Judge {
  let count = 0;
  switch (fault.kind) {
    case 'none':
      return () => ({});
    case 'down':
      return () => ({ reset: 'before' });
    case 'slow':
      return () => ({ delayMs: fault.delayMs });
    case 'garbled':
      return () => ({ instead: { status: 200, json: { rights: 'all' } } });
    case 'status': {
      const headers = {
        ...(fault.retryAfterS !== undefined && { 'retry-after': String(fault.retryAfterS) }),
        ...fault.headers,
      };
      const json = { message: fault.message ?? SAID[fault.status] ?? 'Fault' };
      return (method) =>
        (fault.changesOnly && method === 'GET') || count++ >= (fault.times ?? 1)
          ? {}
          : { instead: { status: fault.status, json, headers } };
    }
    case 'dropDelete':
      return (method, path) =>
        method === 'DELETE' && COLLABORATOR.test(path) && fault.drop(++count) ? { instead: { status: 204 } } : {};
    case 'dropAnswer':
      return (method) => (method !== 'GET' && count++ < (fault.times ?? 1) ? { reset: 'after' } : {});
    default:
      return fault satisfies never;
  }
}
