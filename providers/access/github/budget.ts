/** What a request is for; where the budget is short, the first comes first: what takes access away before what gives it. */
export const URGENCIES = ['closing', 'looking', 'opening', 'surveying'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What a request costs, by GitHub's reckoning. */
export type Cost = { points: number; isWrite: boolean; makes: boolean; sendsLetter: boolean };

/** When a request may be sent, and what it waits for until then; never, where only the end of another lets it. */
export type Free = { at: number; behind?: 'hold' | 'points' | 'writes' };

/** How a request ended. */
export type Ended = {
  /** GitHub asks for a wait of so many milliseconds. */
  waitMs?: number;
  /** How many requests are left until when, as GitHub says. */
  left?: { requests: number; untilMs: number };
};

/** What one token may still spend; all instants are milliseconds since the epoch. */
export type Budget = {
  freeAt(cost: Cost, urgency: Urgency, now: number): Free;
  /** Notes that a request leaves; the answer notes how it ended. */
  sent(cost: Cost, now: number): (ended: Ended, now: number) => void;
};

/** Nine tenths of GitHub's own limits: others use the token too, and both clocks count a little differently. */
const POINTS_A_MINUTE = 810;
const MADE_A_MINUTE = 72;
export const MADE_AN_HOUR = 450;
const AT_ONCE = 10;
/** Requests that are left for closing when the hour's run out. */
const RESERVED = 100;
const WRITES_APART_MS = 1_000;
const LETTERS_APART_MS = 3_000;
const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
/** The least part of the limits that is used, and what comes back with each hour without a refusal. */
const SHARE = 1 / 8;

/** A request in the windows: from when it leaves until a window after its answer, for in between GitHub has counted it. */
type Spent = { cost: Cost; endedAt: number };

/** What a request costs: a read one point, anything else five; what is neither read nor removed counts as made. */
export function costOf(method: string, sendsLetter: boolean): Cost {
  const isWrite = method !== 'GET' && method !== 'HEAD';
  return { points: isWrite ? 5 : 1, isWrite, makes: isWrite && method !== 'DELETE', sendsLetter };
}

/**
 * Keeps the limits of GitHub for one token: points and makings a minute, makings an hour, few at once, writes one by one.
 *
 * 1. After a refusal nothing is sent before the time that GitHub names is over.
 * 2. A refusal within the own limits means that somebody else uses the token. Then half of them is used, and an eighth more for
 *    each hour without another: two workers come to share them without knowing of each other.
 * 3. The last requests of an hour are for closing.
 */
export function createBudget(): Budget {
  let minute: Spent[] = [];
  let madeInHour: Spent[] = [];
  let running = 0;
  let writing = 0;
  let writeFrom = 0;
  let letterFrom = 0;
  let holdUntil = 0;
  let share = 1;
  let refusedAt = 0;
  let left: { requests: number; untilMs: number } | undefined;

  const shareAt = (now: number) => Math.min(1, share + Math.floor((now - refusedAt) / HOUR_MS) * SHARE);
  const made = ({ cost }: Spent) => (cost.makes ? 1 : 0);

  return {
    freeAt({ points, isWrite, makes, sendsLetter }, urgency, now) {
      const runsOut =
        left !== undefined && left.untilMs > now && left.requests <= (urgency === 'closing' ? 0 : RESERVED);
      const hold = Math.max(holdUntil, runsOut ? (left?.untilMs ?? 0) : 0);
      if (hold > now) return { at: hold, behind: 'hold' };
      const part = shareAt(now);
      const pointsAt = roomAt(minute, ({ cost }) => cost.points, POINTS_A_MINUTE * part - points, MINUTE_MS, now);
      const atOnce = running >= AT_ONCE ? Number.POSITIVE_INFINITY : now;
      if (pointsAt > now || atOnce > now) return { at: Math.max(pointsAt, atOnce), behind: 'points' };
      if (!isWrite) return { at: now };
      const at = Math.max(
        writing > 0 ? Number.POSITIVE_INFINITY : writeFrom,
        sendsLetter ? letterFrom : now,
        makes ? roomAt(minute, made, MADE_A_MINUTE * part - 1, MINUTE_MS, now) : now,
        makes ? roomAt(madeInHour, made, MADE_AN_HOUR * part - 1, HOUR_MS, now) : now,
      );
      return at > now ? { at, behind: 'writes' } : { at: now };
    },
    sent(cost, now) {
      minute = minute.filter(({ endedAt }) => endedAt + MINUTE_MS > now);
      madeInHour = madeInHour.filter(({ endedAt }) => endedAt + HOUR_MS > now);
      const one: Spent = { cost, endedAt: Number.POSITIVE_INFINITY };
      minute.push(one);
      if (cost.makes) madeInHour.push(one);
      running++;
      if (cost.isWrite) writing++;
      if (left !== undefined) left = { ...left, requests: left.requests - 1 };
      return ({ waitMs, left: told }, at) => {
        one.endedAt = at;
        running--;
        if (cost.isWrite) {
          writing--;
          writeFrom = now + WRITES_APART_MS;
          if (cost.sendsLetter) letterFrom = now + LETTERS_APART_MS;
        }
        if (told !== undefined) left = told;
        if (waitMs === undefined) return;
        /* Of what was under way together all is refused: that is one refusal. */
        if (at >= holdUntil) share = Math.max(SHARE, shareAt(at) / 2);
        refusedAt = at;
        holdUntil = Math.max(holdUntil, at + waitMs);
      };
    },
  };
}

/* The instant at which so much of a window is over that no more than `most` is left in it. */
function roomAt(
  spent: readonly Spent[],
  of: (one: Spent) => number,
  most: number,
  windowMs: number,
  now: number,
): number {
  const inWindow = spent.filter(({ endedAt }) => endedAt + windowMs > now);
  let sum = inWindow.reduce((before, one) => before + of(one), 0);
  if (sum <= most) return now;
  for (const one of inWindow.sort((a, b) => a.endedAt - b.endedAt)) {
    sum -= of(one);
    if (sum <= most) return one.endedAt + windowMs;
  }
  return Number.POSITIVE_INFINITY;
}
