import { surveyFacts } from '../../../domain/access/survey.js';
import { SYSTEM } from '../../../domain/case/roles.js';
import type { CaseState } from '../../../domain/case/state.js';
import { effectsDue } from '../../../domain/decider/effectsDue.js';
import { evolve } from '../../../domain/decider/evolve.js';
import { HOUR_MS, plusMs } from '../../../domain/time.js';
import { as, type Book } from '../../support/domain/book.js';
import { breachesOf } from '../../support/domain/oracle.js';
import { atWork } from '../../support/domain/wayToWork.js';

const REPOSITORY = 'github:meridian/eta-model';
const ADA = `ada/${REPOSITORY}`;

const found = (...unknownAccounts: string[]) => ({ resource: REPOSITORY, unknownAccounts, permissions: {} });

/** A case at work that Ada has left. */
function left(): Book {
  const book = atWork();
  book.act(as('vendor-contact'), { type: 'RecordDeparture', person: 'ada', reason: 'Left.' });
  return book;
}

/** The state with a lease changed by hand. */
const having = (state: CaseState, change: object): CaseState => {
  const lease = state.leases[ADA];
  if (lease === undefined) throw new Error('Ada has no lease.');
  return { ...state, leases: { ...state.leases, [ADA]: { ...lease, ...change } } };
};

describe('the look at a repository', () => {
  test('given a former engineer proven absent for the last time, when an owner adds her again, then the daily look finds her and she is withdrawn', () => {
    const book = left();
    book.after(24 * 9);
    expect(book.state.leases[ADA]?.proofs).toEqual([1, 24, 168]);
    const mark = book.mark;
    book.provider.add(ADA);
    book.after(26);
    expect(book.since(mark, 'AccessFoundAfterEnd', 'AccessWithdrawn', 'AbsenceProven', 'RedFlagRaised')).toEqual([
      { type: 'AccessFoundAfterEnd', lease: ADA, seen: 'present' },
      { type: 'AccessWithdrawn', lease: ADA },
      { type: 'AbsenceProven', lease: ADA, hours: 1 },
    ]);
    expect(book.since(mark, 'ResourceSurveyed')).toEqual([]);
    expect(book.provider.has(ADA)).toBe(false);
    expect(Object.keys(book.state.tasks).filter((id) => id.startsWith('unknown-account:'))).toEqual([]);
    expect(breachesOf(book.rows)).toEqual([]);
  });

  test('given somebody who never had access there, when a look finds them, then they are an unknown account and a question to security and the engineering manager', () => {
    const book = atWork();
    const mark = book.mark;
    book.provider.add(`owl/${REPOSITORY}`);
    book.after(26);
    const at = book.rows.find(({ event }) => event.type === 'UnknownAccountFound')?.at ?? book.now;
    expect(book.since(mark, 'ResourceSurveyed', 'UnknownAccountFound', 'AccessFoundAfterEnd')).toEqual([
      { type: 'ResourceSurveyed', resource: REPOSITORY, unknownAccounts: ['owl'] },
      // Found as a Wednesday's work begins; a working day of the client has eight hours.
      { type: 'UnknownAccountFound', resource: REPOSITORY, person: 'owl', answerBy: plusMs(at, 8 * HOUR_MS) },
    ]);
    expect(book.state.tasks[`unknown-account:${REPOSITORY}:owl`]?.assignees).toEqual([
      'security',
      'engineering-manager',
    ]);
    expect(Object.keys(book.state.flags)).toEqual([]);
  });

  test('given somebody who is granted access again while the list is read, when it names them, then nothing is said of them', () => {
    const again = having(left().state, { want: 'present' });
    expect(surveyFacts(again, found('ada'), '2026-09-10T08:00:00.000Z')).toEqual([
      { type: 'ResourceSurveyed', resource: REPOSITORY, unknownAccounts: [] },
    ]);
  });

  test('given a proof that waits after failures, when a look finds the person, then the closing waits for nothing', () => {
    const book = left();
    const waiting = having(book.state, { nextAttemptAt: plusMs(book.now, 4_800_000), failures: 5 });
    const event = { type: 'AccessFoundAfterEnd', lease: ADA } as const;
    const state = evolve(waiting, { seq: waiting.seq + 1, at: book.now, actor: SYSTEM, commandId: 'c', event });
    const due = effectsDue(state, book.now).filter((e) => e.kind === 'converge-access');
    expect(due).toMatchObject([{ lease: ADA, intent: 'close' }]);
    expect(state.leases[ADA]?.failures).toBeUndefined();
  });
});
