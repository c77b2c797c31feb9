import type { CaseState } from '../../../domain/case/state.js';
import { odditiesOf } from '../../../domain/lifecycle/oddities.js';
import { say } from '../../../domain/say.js';
import { Book } from '../../support/domain/book.js';

const opened = (): CaseState => new Book().state;
const NOW = '2026-09-01T08:00:00.000Z';
const withIntake = (change: Partial<CaseState['intake']>): CaseState => {
  const state = opened();
  return { ...state, intake: { ...state.intake, ...change } };
};

test('given an opening like any other, then nothing is asked about', () => {
  expect(odditiesOf(opened(), NOW)).toEqual([]);
});

test('given a start long past or far ahead, a rate for a team or a day, an AI Act that does not apply in the EU, or one person at every gate, then each is asked about', () => {
  expect(odditiesOf(opened(), '2026-09-20T08:00:00.000Z')).toEqual([
    say('lifecycle.start-past', { start: '2026-09-01' }),
  ]);
  expect(odditiesOf(withIntake({ monthlyRateUsd: 118_000 }), NOW)).toEqual([
    say('lifecycle.rate-high', { rate: 118_000 }),
  ]);
  // Said plainly, so it binds nothing; and a deployer of the EU is likely to be bound.
  expect(odditiesOf(withIntake({ aiAct: { euMarket: false } }), NOW)).toEqual([say('lifecycle.ai-act-not-concerned')]);
  expect(odditiesOf(withIntake({ startDate: '2027-09-02' }), NOW)).toEqual([]);
  expect(odditiesOf(withIntake({ startDate: '2027-09-03' }), NOW)).toEqual([
    say('lifecycle.start-far', { start: '2027-09-03' }),
  ]);
  expect(odditiesOf(withIntake({ monthlyRateUsd: 500 }), NOW)).toEqual([]);
  expect(odditiesOf(withIntake({ monthlyRateUsd: 499 }), NOW)).toEqual([say('lifecycle.rate-low', { rate: 499 })]);
  const { client } = opened().intake;
  const people = Object.fromEntries(Object.keys(client.people).map((role) => [role, ['procurement']]));
  const alone = withIntake({ client: { ...client, people } });
  expect(odditiesOf(alone, NOW)).toEqual([say('lifecycle.one-decider', { person: 'procurement' })]);
});
