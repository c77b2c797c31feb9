import { type Reply, refused } from './route.js';

/** The limits; GitHub's own stand in {@link GITHUB_LIMITS}. */
export type LimitOptions = {
  concurrent: number;
  pointsAMinute: number;
  /** Requests that make something. */
  contentAMinute: number;
  contentAnHour: number;
  /** Requests of any kind, by the hour that began with the first of them. */
  anHour: number;
};

export const GITHUB_LIMITS: LimitOptions = {
  concurrent: 100,
  pointsAMinute: 900,
  contentAMinute: 80,
  contentAnHour: 500,
  anHour: 5_000,
};

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
  /** What every answer says of the hour. */
  headers(now: number): Readonly<Record<string, string>>;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WAIT_S = 60;

/** Counts the requests of a token; a read is one point, anything else five. */
export function createLimits(options: LimitOptions | undefined): Limits {
  const counts = { breaches: 0, early: 0 };
  let running = 0;
  let waitUntil = 0;
  let minute: { at: number; points: number; content: boolean }[] = [];
  let made: number[] = [];
  let hour = { used: 0, until: 0 };

  const isTooMuch = (
    { pointsAMinute, concurrent, ...most }: LimitOptions,
    points: number,
    content: boolean,
  ): boolean => {
    const spent = minute.reduce((sum, one) => sum + one.points, points);
    const more = content ? 1 : 0;
    const inMinute = minute.filter((one) => one.content).length + more;
    return (
      running > concurrent ||
      spent > pointsAMinute ||
      inMinute > most.contentAMinute ||
      made.length + more > most.contentAnHour
    );
  };
  return {
    counts: () => ({ ...counts }),
    enter(method, now) {
      running++;
      if (options === undefined) return undefined;
      if (now >= hour.until) hour = { used: 0, until: now + HOUR_MS };
      if (now < waitUntil) {
        counts.early++;
        return refusal(Math.ceil((waitUntil - now) / 1_000), 429);
      }
      if (hour.used >= options.anHour) {
        counts.breaches++;
        waitUntil = hour.until;
        return refused(403, 'API rate limit exceeded for installation.');
      }
      hour.used++;
      minute = minute.filter(({ at }) => at > now - MINUTE_MS);
      made = made.filter((at) => at > now - HOUR_MS);
      const isRead = method === 'GET' || method === 'HEAD';
      const asked = { at: now, points: isRead ? 1 : 5, content: !isRead && method !== 'DELETE' };
      if (isTooMuch(options, asked.points, asked.content)) {
        counts.breaches++;
        waitUntil = now + WAIT_S * 1_000;
        // Either status is used.
        return refusal(WAIT_S, counts.breaches % 2 === 0 ? 429 : 403);
      }
      minute.push(asked);
      if (asked.content) made.push(now);
      return undefined;
    },
    leave: () => void running--,
    headers(now): Record<string, string> {
      if (options === undefined) return {};
      return {
        'x-ratelimit-limit': String(options.anHour),
        'x-ratelimit-remaining': String(options.anHour - hour.used),
        'x-ratelimit-reset': String(Math.ceil(Math.max(hour.until, now) / 1_000)),
      };
    },
  };
}

const refusal = (seconds: number, status: 403 | 429): Reply => ({
  ...refused(status, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'),
  headers: { 'retry-after': String(seconds) },
});
