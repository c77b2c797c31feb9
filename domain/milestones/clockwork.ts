import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { dayByTerms } from '../clocks/agreedDay.js';
import { isRunning } from '../clocks/pauses.js';
import { isClient } from '../controls/sides.js';
import { settledTerms } from '../controls/terms.js';
import { contentHash } from '../hash.js';
import { type Instant, notAfter } from '../time.js';
import { askedFrom, deliverBy, isOwed, milestonesOf } from './clock.js';
import type { Milestone, MilestoneTerms } from './milestone.js';

/** The milestones of the terms, once they stand, where they are other ones than those that the case has. */
function agreement(state: CaseState): CaseEvent[] {
  const settled = settledTerms(state);
  const named = settled?.terms.project?.milestones;
  if (settled === undefined || named === undefined) return [];
  const alone = !settled.decided && !isClient(state, settled.by);
  const agreed = contentHash(named);
  if (state.milestones?.agreed === agreed) return [];
  const known = Object.values(state.milestones?.list ?? {});
  const left = [...known];
  let last = known.length;
  const milestones = named.map(({ name: title, due, acceptance, acceptedBy }): MilestoneTerms => {
    const at = left.findIndex((m) => m.title === title);
    const [before] = at < 0 ? [] : left.splice(at, 1);
    if (before !== undefined && alone) return termsOf(before);
    const id = before?.id ?? `milestone-${++last}`;
    return { id, title, acceptance, acceptedBy, due: dayByTerms(state, settled, before?.due, due) };
  });
  // What was delivered is answered, and what was accepted stays, whatever later terms say; what is owed the vendor alone never drops.
  const kept = left.filter((m) => alone || !isOwed(m)).map(termsOf);
  return [{ type: 'MilestonesAgreed', agreed, milestones: [...milestones, ...kept] }];
}

const termsOf = ({ id, title, acceptance, acceptedBy, due }: Milestone): MilestoneTerms => ({
  id,
  title,
  acceptance,
  acceptedBy,
  due,
});

/** Milestones that are still to come in time. */
const running = (state: CaseState): Milestone[] =>
  milestonesOf(state).filter((m) => isOwed(m) && m.lateSince === undefined);

/** The milestones of the terms come onto the record once their gate is open; each is late once, after its day. */
export const milestonesClockwork: Clockwork = {
  name: 'milestones',
  facts: (state, now) => {
    if (!isRunning(state)) return [];
    const agreed = agreement(state);
    if (agreed.length > 0) return agreed;
    return running(state).flatMap((m): CaseEvent[] => {
      const due = deliverBy(state, m);
      return notAfter(due, now) ? [{ type: 'MilestoneLate', milestone: m.id, due }] : [];
    });
  },
  agenda: (state): Instant[] =>
    isRunning(state) ? running(state).flatMap((m) => [askedFrom(state, m), deliverBy(state, m)]) : [],
};
