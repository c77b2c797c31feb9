import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { dayByTerms } from '../clocks/agreedDay.js';
import { localDay } from '../clocks/businessTime.js';
import { isRunning } from '../clocks/pauses.js';
import { isClient } from '../controls/sides.js';
import { type SettledTerms, settledTerms } from '../controls/terms.js';
import { contentHash } from '../hash.js';
import { type Instant, notAfter } from '../time.js';
import { askedFrom, deliverBy, isOwed, milestonesOf } from './clock.js';
import type { Milestone, MilestoneTerms, Staying } from './milestone.js';

/** The vendor supplied the terms, first or after the client, and somebody of the client's has approved them; all others are those of one side alone. */
const isOfBoth = (state: CaseState, { by, seconded, decided }: SettledTerms): boolean =>
  decided && [by, ...seconded].some((person) => !isClient(state, person));

type Named = NonNullable<SettledTerms['terms']['project']>['milestones'][number];

/** What holds of a known milestone once terms name it: nothing of what is delivered changes, and terms of one side change no criterion. */
function heldTerms(state: CaseState, settled: SettledTerms, before: Milestone, named: Named): MilestoneTerms {
  if (!isOwed(before)) return termsOf(before);
  const both = isOfBoth(state, settled);
  return {
    ...termsOf(before),
    ...(both ? { acceptance: named.acceptance } : {}),
    ...(both || isClient(state, settled.by) ? { acceptedBy: named.acceptedBy } : {}),
    due: both ? named.due : dayByTerms(state, settled, before.due, named.due),
  };
}

/** The milestones of the terms, once they stand, where they are other ones than those that the case has. */
function agreement(state: CaseState, now: Instant): CaseEvent[] {
  const settled = settledTerms(state);
  const named = settled?.terms.project?.milestones;
  if (settled === undefined || named === undefined) return [];
  const agreed = contentHash(named);
  const both = isOfBoth(state, settled);
  if (state.milestones?.agreed === agreed && !(both && state.milestones.oneSided === true)) return [];
  const known = Object.values(state.milestones?.list ?? {});
  const left = [...known];
  const stays: Staying[] = [];
  const stay = (m: Milestone) => stays.push({ milestone: m.id, because: isOwed(m) ? 'one-sided' : 'delivered' });
  const today = localDay(state.calendars.vendor, now);
  let last = known.length;
  const milestones = named.map((one): MilestoneTerms => {
    const at = left.findIndex((m) => m.title === one.name);
    const [before] = at < 0 ? [] : left.splice(at, 1);
    const { name: title, due, acceptance, acceptedBy } = one;
    const asNamed = { title, acceptance, acceptedBy, due };
    // Nobody is late by a day that was over when it was agreed.
    if (before === undefined) return { id: `milestone-${++last}`, ...asNamed, due: due < today ? today : due };
    const held = heldTerms(state, settled, before, one);
    if (contentHash(held) !== contentHash({ id: before.id, ...asNamed })) stay(before);
    return held.due === before.due || held.due >= today ? held : { ...held, due: today };
  });
  // What was delivered is answered, and what was accepted stays, whatever later terms say; one side alone drops nothing.
  const kept = left.filter((m) => !both || !isOwed(m));
  for (const m of kept) stay(m);
  const all = [...milestones, ...kept.map(termsOf)];
  return [{ type: 'MilestonesAgreed', agreed, milestones: all, ...(stays.length === 0 ? {} : { stays }) }];
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
    const agreed = agreement(state, now);
    if (agreed.length > 0) return agreed;
    return running(state).flatMap((m): CaseEvent[] => {
      const due = deliverBy(state, m);
      return notAfter(due, now) ? [{ type: 'MilestoneLate', milestone: m.id, due }] : [];
    });
  },
  agenda: (state): Instant[] =>
    isRunning(state) ? running(state).flatMap((m) => [askedFrom(state, m), deliverBy(state, m)]) : [],
};
