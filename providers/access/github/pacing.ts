import { LONGEST_WAIT_MS, ProviderError } from '../port.js';
import {
  type Budget,
  type Cost,
  createBudget,
  type Ended,
  type Free,
  HOUR_MS,
  MADE_AN_HOUR,
  URGENCIES,
  type Urgency,
} from './budget.js';

/** Time as the provider takes it. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(ms: number): Promise<void>;
};

/** The machine's own. */
export const MACHINE_CLOCK: Clock = {
  now: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** What of a request's end the budget learns from. */
export type Sent<T> = { value: T; ended: Ended } | { error: unknown; ended: Ended };

/** Lets requests go when the budget has room for them. */
export type Pacing = {
  /** Sends when it may; throws `ProviderRateLimited` where that would be too late. */
  run<T>(cost: Cost, urgency: Urgency, send: () => Promise<Sent<T>>): Promise<T>;
  /** Throws `ProviderRateLimited` where a request of that cost could not be sent soon. */
  requireRoom(cost: Cost, urgency: Urgency): void;
};

/** Longest wait for room, milliseconds: whoever asks is bounded in time, and comes again. */
const LONGEST_IN_LINE_MS = 15_000;
/** What is made in an hour, spread over it. */
const STEP_MS = HOUR_MS / MADE_AN_HOUR;

type Waiting = { cost: Cost; urgency: Urgency; since: number; go(): void; giveUp(waitMs: number): void };

/**
 * Lines requests up before the budget of their token: the most urgent first, in the order in which they came.
 *
 * Whoever cannot be let through within seconds is told when to come again, each at an instant of its own, so that nobody holds
 * a place in the line for hours, and not all come back at once.
 */
export function createPacing(clock: Clock = MACHINE_CLOCK, budget: Budget = createBudget()): Pacing {
  let line: Waiting[] = [];
  let promised = 0;
  let alarmAt = Number.POSITIVE_INFINITY;

  const tooLate = (at: number, now: number): number => {
    const soonest = Number.isFinite(at) ? at : now + LONGEST_IN_LINE_MS;
    promised = Math.max(soonest, promised + STEP_MS);
    if (promised > now + LONGEST_WAIT_MS) promised = soonest;
    return promised - now;
  };

  function pump(): void {
    const now = clock.now();
    const left: Waiting[] = [];
    let next = Number.POSITIVE_INFINITY;
    let isShort = false;
    let known = new Map<string, Free>();
    for (const urgency of URGENCIES)
      for (const one of line.filter((waiting) => waiting.urgency === urgency)) {
        const kind = `${urgency} ${one.cost.points} ${one.cost.makes} ${one.cost.sendsLetter}`;
        const free = known.get(kind) ?? budget.freeAt(one.cost, urgency, now);
        const { at, behind } = free;
        known.set(kind, free);
        const until = one.since + LONGEST_IN_LINE_MS;
        if (at <= now && !isShort) {
          one.go();
          /* What it spends, the next ones cannot. */
          known = new Map();
          continue;
        }
        if (now >= until || (Number.isFinite(at) && at > until)) {
          one.giveUp(tooLate(at, now));
          continue;
        }
        /* What all have in common is not taken by those behind from those before. */
        if (behind === 'points') isShort = true;
        left.push(one);
        next = Math.min(next, at, until);
      }
    line = left;
    if (next < alarmAt) alarm(next, now);
  }

  function alarm(at: number, now: number): void {
    alarmAt = at;
    void clock.sleep(Math.max(1, Math.ceil(at - now))).then(() => {
      if (alarmAt !== at) return;
      alarmAt = Number.POSITIVE_INFINITY;
      pump();
    });
  }

  async function sendNow<T>(cost: Cost, send: () => Promise<Sent<T>>): Promise<T> {
    const end = budget.sent(cost, clock.now());
    const sent = await send();
    end(sent.ended, clock.now());
    pump();
    if ('error' in sent) throw sent.error;
    return sent.value;
  }

  return {
    run: (cost, urgency, send) =>
      new Promise((resolve, reject) => {
        line.push({
          cost,
          urgency,
          since: clock.now(),
          go: () => void sendNow(cost, send).then(resolve, reject),
          giveUp: (waitMs) => reject(askedForFewer(waitMs)),
        });
        pump();
      }),
    requireRoom(cost, urgency) {
      const now = clock.now();
      const { at } = budget.freeAt(cost, urgency, now);
      if (Number.isFinite(at) && at > now + LONGEST_IN_LINE_MS) throw askedForFewer(tooLate(at, now));
    },
  };
}

const askedForFewer = (waitMs: number): ProviderError =>
  new ProviderError('ProviderRateLimited', 'The limits of GitHub leave no room for this now.', waitMs);

/** Lets everything go at once, for a GitHub that has no limits. */
export const UNPACED: Pacing = {
  async run(_cost, _urgency, send) {
    const sent = await send();
    if ('error' in sent) throw sent.error;
    return sent.value;
  },
  requireRoom: () => undefined,
};
