import { type Reply, refused } from './route.js';

/** The limits beside the hourly one; GitHub's own are 100, 900 and 80. */
export type LimitOptions = { concurrent: number; pointsAMinute: number; contentAMinute: number };

export const GITHUB_LIMITS: LimitOptions = { concurrent: 100, pointsAMinute: 900, contentAMinute: 80 };

/** How the limits were kept. */
export type LimitCounts = {
  /** Requests that were refused because a limit was reached. */
  breaches: number;
  /** Requests that came before the time to wait was over. */
  early: number;
};

export type Limits = {
  counts(): LimitCounts;
  /** A refusal, when a request is too much. */
  enter(method: string, now: number): Reply | undefined;
  leave(): void;
};

const MINUTE_MS = 60_000;
const WAIT_S = 60;

/** Counts the requests of a token; a read is one point, anything else five. */
export function createLimits(options: LimitOptions | undefined): Limits {
  const counts = { breaches: 0, early: 0 };
  let running = 0;
  let waitUntil = 0;
  let minute: { at: number; points: number; content: boolean }[] = [];

  const isTooMuch = (points: number, content: boolean): boolean => {
    if (options === undefined) return false;
    const spent = minute.reduce((sum, one) => sum + one.points, points);
    const made = minute.filter((one) => one.content).length + (content ? 1 : 0);
    return running > options.concurrent || spent > options.pointsAMinute || made > options.contentAMinute;
  };
  return {
    counts: () => ({ ...counts }),
    enter(method, now) {
      running++;
      if (options === undefined) return undefined;
      if (now < waitUntil) {
        counts.early++;
        return refusal(Math.ceil((waitUntil - now) / 1_000), 429);
      }
      minute = minute.filter(({ at }) => at > now - MINUTE_MS);
      const isRead = method === 'GET' || method === 'HEAD';
      const asked = { at: now, points: isRead ? 1 : 5, content: !isRead && method !== 'DELETE' };
      if (isTooMuch(asked.points, asked.content)) {
        counts.breaches++;
        waitUntil = now + WAIT_S * 1_000;
        // Either status is used.
        return refusal(WAIT_S, counts.breaches % 2 === 0 ? 429 : 403);
      }
      minute.push(asked);
      return undefined;
    },
    leave: () => void running--,
  };
}

const refusal = (seconds: number, status: 403 | 429): Reply => ({
  ...refused(status, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'),
  headers: { 'retry-after': String(seconds) },
});
