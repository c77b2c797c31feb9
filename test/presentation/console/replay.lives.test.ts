import type { Plan, PlannedStage, StageId } from '../../../domain/case/plan.js';
import { underPlan } from '../../../domain/decider/underPlan.js';
import { played } from '../../../presentation/console/replay.js';
import { Book } from '../../support/domain/book.js';
import { afterFirstWeek } from '../../support/domain/firstMonth.js';

const under = (book: Book, change: (plan: Plan) => Partial<Plan>) => {
  const { plan } = book.state;
  return played(underPlan(book.state, { ...plan, ...change(plan) }, book.now), { zone: 'Europe/Berlin' });
};
const stage = (plan: Plan, id: StageId, more: Partial<PlannedStage>): Partial<Plan> => ({
  stages: plan.stages.map((one) => (one.id === id ? { ...one, ...more } : one)),
});
const control = (plan: Plan, id: string, more: Partial<Plan['controls'][string]>): Partial<Plan> => {
  const before = plan.controls[id];
  if (before === undefined) throw new Error(`The plan has no ${id}.`);
  return { controls: { ...plan.controls, [id]: { ...before, ...more } } };
};

const onDay30 = afterFirstWeek().until('2026-09-30T12:00:00.000Z');

test('the same plan changes nothing', () => {
  expect(under(onDay30, () => ({}))).toEqual({ gates: [], decisions: [], dates: [], access: [], follows: [] });
});

test('another day for an item is told as another date of its task', () => {
  const { dates, gates, access } = under(new Book(), (plan) =>
    control(plan, 'ON-1', { binding: { kind: 'track', day: 3 } }),
  );
  expect({ dates, gates, access }).toEqual({
    dates: [
      { what: expect.stringContaining('ON-1'), before: '2026-09-01T22:00:00.000Z', after: '2026-09-03T22:00:00.000Z' },
    ],
    gates: [],
    access: [],
  });
});

const GATE = 'Gate: Day-30 review';
const hold = { kind: 'gate', holds: ['stage'] } as const;
const decides = (id: string) => (plan: Plan) =>
  control(plan, id, {
    applies: true,
    stage: 'day-30-review',
    behind: [],
    binding: { ...hold, holds: [...hold.holds] },
  });

test.each<[string, (plan: Plan) => Partial<Plan>, string]>([
  ['not before a later day', (plan) => stage(plan, 'day-30-review', { notBeforeDay: 40 }), 'falls-away'],
  ['for a control more, which nobody has supplied', decides('DP-1'), 'falls-away'],
  ['on more answers', decides('IP-1'), 'asked-again'],
])('a gate that is asked is told as a decision: %s', (_, change, expected) => {
  expect(under(onDay30, change).decisions).toEqual([{ what: GATE, change: expected }]);
});

test('a gate that could be decided at once is asked, and the record would say so', () => {
  const { decisions, follows } = under(afterFirstWeek(), (plan) => stage(plan, 'day-30-review', { notBeforeDay: 1 }));
  expect({ decisions, first: follows[0] }).toEqual({
    decisions: [{ what: GATE, change: 'asked' }],
    first: 'Day-30 review gate: waiting for the engineering manager and procurement',
  });
});

test('a gate that is not there any more goes', () => {
  const { gates, decisions } = under(onDay30, (plan) => ({
    stages: plan.stages.filter(({ id }) => id !== 'day-30-review'),
  }));
  expect({ gates, decisions }).toEqual({ gates: [{ stage: 'day-30-review', change: 'goes' }], decisions: [] });
});
