import fc from 'fast-check';
import { type Cost, costOf, createBudget, HOUR_MS, MADE_AN_HOUR } from '../../../providers/access/github/budget.js';
import { createLimits, GITHUB_LIMITS } from '../../../sandbox/github/limits.js';

const START = Date.parse('2026-09-01T08:00:00.000Z');
const MINUTE_MS = 60_000;
const [READ, REMOVAL, CHANGE] = [costOf('GET', false), costOf('DELETE', false), costOf('PUT', false)];

/** Sends as soon as it may, so often, each answered at once; answers the instant after the last. */
function spend(budget: ReturnType<typeof createBudget>, cost: Cost, times: number, from = START): number {
  let now = from;
  for (let i = 0; i < times; i++) {
    now = Math.max(now, budget.freeAt(cost, 'looking', now).at);
    budget.sent(cost, now)({}, now);
  }
  return now;
}

test.each([
  ['GET', false, { points: 1, isWrite: false, makes: false, sendsLetter: false }],
  ['HEAD', false, { points: 1, isWrite: false, makes: false, sendsLetter: false }],
  ['DELETE', false, { points: 5, isWrite: true, makes: false, sendsLetter: false }],
  ['PATCH', false, { points: 5, isWrite: true, makes: true, sendsLetter: false }],
  ['PUT', true, { points: 5, isWrite: true, makes: true, sendsLetter: true }],
])('given a %s, when asked what it costs, then as GitHub reckons', (method, sendsLetter, cost) => {
  expect(costOf(method, sendsLetter)).toEqual(cost);
});

describe('given a budget', () => {
  test('when nine tenths of a minute’s points are read, then the next waits until the first is a minute old', () => {
    const budget = createBudget();
    expect(spend(budget, READ, 810)).toBe(START);
    expect(budget.freeAt(READ, 'closing', START)).toEqual({ at: START + MINUTE_MS, behind: 'points' });
    expect(budget.freeAt(READ, 'closing', START + MINUTE_MS)).toEqual({ at: START + MINUTE_MS });
  });

  test('when a request takes long, then it counts from its answer: in between GitHub may have counted it', () => {
    const budget = createBudget();
    spend(budget, READ, 809);
    budget.sent(READ, START)({}, START + 9_000);
    spend(budget, READ, 809, START + MINUTE_MS);
    expect(budget.freeAt(READ, 'looking', START + MINUTE_MS)).toEqual({ at: START + 69_000, behind: 'points' });
  });

  test('when something is changed, then the next change waits a second, and one that sends a letter three', () => {
    const budget = createBudget();
    const letter = costOf('PUT', true);
    budget.sent(letter, START)({}, START + 200);
    const free = (cost: Cost) => budget.freeAt(cost, 'opening', START + 200);
    expect([free(READ), free(REMOVAL), free(CHANGE), free(letter)]).toEqual([
      { at: START + 200 },
      { at: START + 1_000, behind: 'writes' },
      { at: START + 1_000, behind: 'writes' },
      { at: START + 3_000, behind: 'writes' },
    ]);
  });

  test('when a change is under way, then no other leaves before it ended', () => {
    const budget = createBudget();
    const end = budget.sent(CHANGE, START);
    expect(budget.freeAt(REMOVAL, 'closing', START + 5_000).at).toBe(Number.POSITIVE_INFINITY);
    end({}, START + 5_000);
    expect(budget.freeAt(REMOVAL, 'closing', START + 5_000)).toEqual({ at: START + 5_000 });
  });

  test('when so much is made as an hour bears, then the next waits for the hour, and removals and reads do not', () => {
    const budget = createBudget();
    const now = spend(budget, CHANGE, MADE_AN_HOUR);
    expect(budget.freeAt(CHANGE, 'opening', now + MINUTE_MS)).toEqual({ at: START + HOUR_MS, behind: 'writes' });
    expect([REMOVAL, READ].map((cost) => budget.freeAt(cost, 'closing', now + MINUTE_MS))).toEqual(
      Array(2).fill({ at: now + MINUTE_MS }),
    );
  });

  test('when ten requests are under way, then an eleventh waits for one of them', () => {
    const budget = createBudget();
    const ends = Array.from({ length: 10 }, () => budget.sent(READ, START));
    expect(budget.freeAt(READ, 'closing', START)).toEqual({ at: Number.POSITIVE_INFINITY, behind: 'points' });
    ends[3]?.({}, START + 10);
    expect(budget.freeAt(READ, 'closing', START + 10)).toEqual({ at: START + 10 });
  });

  test('when GitHub refuses several at once, then nothing leaves before the wait is over, and half is used from then on', () => {
    const budget = createBudget();
    const ends = [budget.sent(READ, START), budget.sent(READ, START)];
    for (const end of ends) end({ waitMs: 90_000 }, START + 100);
    const over = START + 90_100;
    expect(budget.freeAt(READ, 'closing', START + 200)).toEqual({ at: over, behind: 'hold' });
    spend(budget, READ, 405, over);
    expect(budget.freeAt(READ, 'closing', over)).toEqual({ at: over + MINUTE_MS, behind: 'points' });
  });

  test('when hours go by without another refusal, then an eighth more is used after each', () => {
    const budget = createBudget();
    budget.sent(READ, START)({ waitMs: 1_000 }, START);
    const roomAfter = (hours: number) => {
      const now = START + hours * HOUR_MS;
      for (let reads = 0; ; reads++) {
        if (budget.freeAt(READ, 'looking', now).at > now) return reads;
        budget.sent(READ, now)({}, now);
      }
    };
    expect([1, 2, 3, 4, 9].map(roomAfter)).toEqual([506, 607, 708, 810, 810]);
  });

  test('when the hour’s last hundred requests are left, then they are for closing, and after its end for all', () => {
    const budget = createBudget();
    const until = START + 600_000;
    budget.sent(READ, START)({ left: { requests: 100, untilMs: until } }, START);
    const free = (at: number) =>
      (['closing', 'looking', 'opening'] as const).map((one) => budget.freeAt(READ, one, at));
    expect(free(START)).toEqual([{ at: START }, { at: until, behind: 'hold' }, { at: until, behind: 'hold' }]);
    expect(free(until)).toEqual(Array(3).fill({ at: until }));
  });
});

test('given any requests that each leave as soon as they may, when they arrive at whatever time, then no limit of GitHub’s is broken', () => {
  const request = fc.record({
    method: fc.constantFrom('GET', 'GET', 'DELETE', 'PUT'),
    takesMs: fc.integer({ min: 0, max: 9_000 }),
    arrives: fc.double({ min: 0, max: 1, noNaN: true }),
    pauseMs: fc.constantFrom(0, 0, 0, 0, 40_000),
  });
  fc.assert(
    fc.property(fc.array(request, { minLength: 900, maxLength: 1_400, size: 'max' }), (all) => {
      const [budget, limits] = [createBudget(), createLimits(GITHUB_LIMITS)];
      const arrivals: { at: number; method: string }[] = [];
      let now = START;
      for (const { method, takesMs, arrives, pauseMs } of all) {
        const cost = costOf(method, false);
        now = Math.max(now + pauseMs, budget.freeAt(cost, 'looking', now + pauseMs).at);
        arrivals.push({ at: now + takesMs * arrives, method });
        budget.sent(cost, now)({}, now + takesMs);
      }
      for (const { at, method } of arrivals.sort((a, b) => a.at - b.at)) {
        limits.enter(method, at);
        limits.leave();
      }
      expect(limits.counts()).toEqual({ breaches: 0, early: 0 });
    }),
    { numRuns: 10 },
  );
});
