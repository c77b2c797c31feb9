import fc from 'fast-check';
import type { HumanCommand } from '../../domain/case/commands.js';
import { isRefusal } from '../../domain/case/decision.js';
import { decide } from '../../domain/decider/decide.js';
import { openDisputes } from '../../domain/disputes/disputes.js';
import { askedFrom, isOwed, milestonesOf } from '../../domain/milestones/clock.js';
import { inProject } from '../support/domain/agreements.js';
import { as, type Book } from '../support/domain/book.js';
import { atWork } from '../support/domain/wayToWork.js';

const manager = as('engineering-manager');
const contact = as('vendor-contact');
const milestone = 'milestone-1';
const DAYS = ['2026-10-01', '2026-10-09', '2026-10-16', '2026-11-02'];

/** One thing that somebody does about the first milestone, or time that passes. */
const step = fc.oneof(
  fc.constant<HumanCommand>({ type: 'DeliverMilestone', milestone, evidence: 'https://git.example/1' }),
  fc
    .record({ delivery: fc.integer({ min: 1, max: 3 }), answer: fc.constantFrom('accept' as const, 'return' as const) })
    .map((given): HumanCommand => ({ type: 'AnswerMilestone', milestone, ...given, reason: 'Seen.' })),
  fc.constantFrom(...DAYS).map((due): HumanCommand => ({ type: 'MoveMilestone', milestone, due, reason: 'Asked.' })),
  fc
    .record({ due: fc.constantFrom(...DAYS), answer: fc.constantFrom('agree' as const, 'decline' as const) })
    .map((given): HumanCommand => ({ type: 'AnswerMilestoneMove', milestone, ...given, reason: 'Seen.' })),
  fc.constantFrom(1, 24, 200),
);
const life = fc.array(fc.tuple(step, fc.constantFrom(manager, contact, as('executive'))), { maxLength: 12 });

const isTaken = ({ state, now }: Book, by: ReturnType<typeof as>, command: HumanCommand): boolean =>
  !isRefusal(decide(state, command, by, now));

/** Milestones that nobody can lead on, or that nobody is asked about although something is due. */
const stuck = (book: Book): string[] =>
  milestonesOf(book.state).flatMap((m) => {
    const { id, deliveries: delivery, status } = m;
    if (status === 'accepted') return [];
    const lead: [ReturnType<typeof as>, HumanCommand] = isOwed(m)
      ? [contact, { type: 'DeliverMilestone', milestone: id, evidence: 'https://git.example/2' }]
      : [manager, { type: 'AnswerMilestone', milestone: id, delivery, answer: 'accept', reason: 'Fine.' }];
    const task = book.state.tasks[isOwed(m) ? `deliver:${id}` : `accept-milestone:${id}`];
    const early = status === 'planned' && book.now < askedFrom(book.state, m);
    return isTaken(book, ...lead) && (early || (task?.assignees.length ?? 0) > 0) ? [] : [`${id} ${status}`];
  });

test('given any acts on a milestone, then somebody can always lead on, is asked to, and no day moves by the vendor alone', () => {
  fc.assert(
    fc.property(life, (steps) => {
      const book = inProject();
      for (const [what, by] of steps) {
        const before = milestonesOf(book.state).find(({ id }) => id === milestone);
        if (typeof what === 'number') book.after(what);
        else book.act(by, what);
        const after = milestonesOf(book.state).find(({ id }) => id === milestone);
        if (by === contact && before?.due !== after?.due)
          expect(before?.move).toMatchObject({ by: 'client', due: after?.due });
        if (by === manager && after !== undefined && before !== undefined && after.due < before.due)
          expect(before.move).toMatchObject({ by: 'vendor', due: after.due });
        expect(stuck(book)).toEqual([]);
      }
      const late = book.since(0, 'MilestoneLate').map((event) => JSON.stringify(event));
      expect(new Set(late).size).toBe(late.length);
    }),
    { numRuns: 40 },
  );
});

const READERS = [manager, as('procurement'), as('executive'), contact];

test('given readings by anybody and any answers, then every open dispute has somebody who is asked and can answer it', () => {
  const acts = fc.array(
    fc.tuple(
      fc.constantFrom('read', 'raise', 'uphold', 'correct', 'wait'),
      fc.constantFrom(...READERS),
      fc.integer({ min: 10, max: 40 }),
    ),
    { minLength: 3, maxLength: 14 },
  );
  fc.assert(
    fc.property(acts, (steps) => {
      const book = atWork().after(24);
      for (const [what, by, value] of steps) {
        const open = openDisputes(book.state).at(-1)?.id ?? 'dispute-1';
        if (what === 'wait') book.after(value);
        if (what === 'read') book.act(by, { type: 'RecordReading', kpi: 'Velocity', value, source: 'board' });
        if (what === 'raise')
          book.act(contact, {
            type: 'RaiseDispute',
            about: 'reading',
            of: 'Velocity',
            reason: 'No.',
            evidence: `e${value}`,
          });
        if (what === 'uphold') book.act(by, { type: 'AnswerDispute', dispute: open, answer: 'uphold', reason: 'So.' });
        if (what === 'correct')
          book.act(by, { type: 'AnswerDispute', dispute: open, answer: 'correct', value, reason: 'So.' });
        for (const { id, recordedBy } of openDisputes(book.state)) {
          const task = book.state.tasks[`dispute:${id}`];
          const [person = ''] = task?.assignees ?? [];
          const answer: HumanCommand = { type: 'AnswerDispute', dispute: id, answer: 'uphold', reason: 'So.' };
          expect(task !== undefined && isTaken(book, as(task.role, person), answer)).toBe(true);
          expect(recordedBy).not.toContain(person);
        }
      }
    }),
    { numRuns: 40 },
  );
});
