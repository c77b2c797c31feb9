import type { EffectOutcome } from '../../../domain/case/effects.js';
import { effectsDue } from '../../../domain/case/effectsDue.js';
import { handle } from '../../../domain/case/handle.js';
import { SYSTEM } from '../../../domain/case/roles.js';
import type { CaseState } from '../../../domain/case/state.js';
import { type Instant, MINUTE_MS, plusMs, toMs } from '../../../domain/time.js';
import { as, type Book } from '../support/book.js';
import { atWork } from '../support/wayToWork.js';

const ADA = 'ada/meridian/eta-model';

let looked: Book | undefined;

/** Ada at work and looked at every day, so that her lease has seen many attempts; the way there is played once. */
function lookedAt(): Pick<Book, 'state' | 'now'> {
  looked ??= atWork().after(24 * 6);
  expect(looked.state.leases[ADA]?.attempts).toBeGreaterThan(5);
  return looked;
}

/** The state once nothing but the end of Ada's access is on record. */
function suspended({ state, now }: Pick<Book, 'state' | 'now'>): CaseState {
  const command = { type: 'SuspendAccess', person: 'ada', reason: 'Stolen laptop.' } as const;
  return handle(state, { commandId: 'suspend', requestHash: '', actor: as('security'), command }, { now, runId: 'run' })
    .state;
}

/** Takes in what an attempt at Ada's access came to, and tells what was recorded of it. */
function reported(state: CaseState, intent: string, outcome: object, now: Instant) {
  const effectId = `access:${ADA}:${state.leases[ADA]?.attempts}:${intent}`;
  const said = { lease: ADA, ...outcome } as EffectOutcome;
  const command = { type: 'ReportEffect', effectId, outcome: said } as const;
  const envelope = { commandId: effectId, requestHash: '', actor: SYSTEM, command };
  const { entries, state: after } = handle(state, envelope, { now, runId: 'run' });
  return { state: after, facts: entries.map(({ event }) => event.type).filter((type) => type.startsWith('Acc')) };
}

const DOWN = { kind: 'access-failed', code: 'ProviderUnavailable', message: 'HTTP 503' };
const GONE = { kind: 'access-seen', seen: 'absent', acted: false, providerRequests: 1 };

/** What is due for Ada at an instant. */
const due = (state: CaseState, now: Instant): string[] =>
  effectsDue(state, now).flatMap((e) => (e.kind === 'converge-access' && e.lease === ADA ? [e.intent] : []));

/** Minutes after which attempts that fail one after the other are made again. */
function waits(now: Instant, state: CaseState, intent: string, times: number): number[] {
  let [at, left] = [now, state];
  return Array.from({ length: times }, () => {
    left = reported(left, intent, DOWN, at).state;
    const next = left.leases[ADA]?.nextAttemptAt ?? at;
    const minutes = (toMs(next) - toMs(at)) / MINUTE_MS;
    at = next;
    return minutes;
  });
}

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
    const there = { kind: 'access-seen', seen: 'present', permission: 'push', acted: false, providerRequests: 1 };
    const answered = reported(failed, 'look', there, book.now).state;
    expect(waits(book.now, answered, 'look', 2)).toEqual([5, 10]);
  });

  test.each(['look', 'open'])(
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
    const told = { ...DOWN, retryAfterMs: 30 * MINUTE_MS };
    const { state } = reported(suspended(book), 'close', told, book.now);
    expect(due(state, plusMs(book.now, 29 * MINUTE_MS))).toEqual([]);
    expect(due(state, plusMs(book.now, 30 * MINUTE_MS))).toEqual(['close']);
  });

  test.each(['look', 'open'])(
    'given an attempt to %s under way when access ends, when it read absent, then nothing is withdrawn and the closing is due at once',
    (intent) => {
      const book = lookedAt();
      const { state, facts } = reported(suspended(book), intent, GONE, book.now);
      expect([facts, due(state, book.now)]).toEqual([['AccessObserved'], ['close']]);
    },
  );

  test('given access that ended, when its closing read absent, then it is withdrawn', () => {
    const book = lookedAt();
    const { state, facts } = reported(suspended(book), 'close', GONE, book.now);
    expect([facts, due(state, book.now)]).toEqual([['AccessObserved', 'AccessWithdrawn'], []]);
  });
});
