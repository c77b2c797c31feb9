import type { AccessIntent } from '../../../domain/access/lease.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, plusMs } from '../../../domain/time.js';
import {
  ADA,
  CLOSED,
  DOWN,
  due,
  GONE,
  lookedAt,
  type Outcome,
  reported,
  suspended,
  waits,
} from '../../support/domain/outcomes.js';

describe('attempts at the provider', () => {
  test('given an access looked at for days, when its closing fails, then it is made again after five, ten and at most twenty minutes', () => {
    const book = lookedAt();
    expect(waits(book.now, suspended(book), 'close', 5)).toEqual([5, 10, 20, 20, 20]);
  });

  test('given an access looked at for days, when a look fails, then it waits from five minutes up to sixteen times as long', () => {
    const book = lookedAt();
    expect(waits(book.now, book.state, 'look', 6)).toEqual([5, 10, 20, 40, 80, 80]);
  });

  test('given failures in a row, when the provider answers once, then the next failure waits as the first did', () => {
    const book = lookedAt();
    const failed = reported(reported(book.state, 'look', DOWN, book.now).state, 'look', DOWN, book.now).state;
    const there: Outcome = {
      kind: 'access-seen',
      seen: 'present',
      permission: 'push',
      acted: false,
      providerRequests: 1,
    };
    const answered = reported(failed, 'look', there, book.now).state;
    expect(waits(book.now, answered, 'look', 2)).toEqual([5, 10]);
  });

  test.each(['look', 'open'] as const)(
    'given an attempt to %s under way when access ends, when it fails, then the closing is due at once and waits like any first one',
    (intent) => {
      const book = lookedAt();
      const before = reported(book.state, 'look', DOWN, book.now).state;
      const { state } = reported(suspended({ state: before, now: book.now }), intent, DOWN, book.now);
      expect(due(state, book.now)).toEqual(['close']);
      expect(waits(book.now, state, 'close', 2)).toEqual([5, 10]);
    },
  );

  test('given a provider that says when to come again, when a closing fails, then it comes no sooner', () => {
    const book = lookedAt();
    const told: Outcome = { ...DOWN, retryAfterMs: 30 * MINUTE_MS };
    const { state } = reported(suspended(book), 'close', told, book.now);
    expect(due(state, plusMs(book.now, 29 * MINUTE_MS))).toEqual([]);
    expect(due(state, plusMs(book.now, 30 * MINUTE_MS))).toEqual(['close']);
  });

  test.each<[AccessIntent, number]>([
    ['close', HOUR_MS],
    ['look', DAY_MS],
  ])(
    'given a provider that says to come again in ages, when an attempt to %s fails, then that is believed up to a bound',
    (intent, most) => {
      const book = lookedAt();
      const told: Outcome = { ...DOWN, retryAfterMs: 1e15 };
      const { state } = reported(intent === 'close' ? suspended(book) : book.state, intent, told, book.now);
      expect(state.leases[ADA]?.nextAttemptAt).toBe(plusMs(book.now, most));
    },
  );

  test.each(['look', 'open'] as const)(
    'given an attempt to %s under way when access ends, when it read absent, then nothing is withdrawn and the closing is due at once',
    (intent) => {
      const book = lookedAt();
      const { state, facts } = reported(suspended(book), intent, GONE, book.now);
      expect([facts, due(state, book.now)]).toEqual([['AccessObserved'], ['close']]);
    },
  );

  test('given access that ended, when its closing read absent, then it is withdrawn', () => {
    const book = lookedAt();
    const { state, facts } = reported(suspended(book), 'close', CLOSED, book.now);
    expect([facts, due(state, book.now)]).toEqual([['AccessObserved', 'AccessWithdrawn'], []]);
  });
});
