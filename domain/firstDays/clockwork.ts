import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { dayByTerms } from '../clocks/agreedDay.js';
import { startOfDay } from '../clocks/businessTime.js';
import { isRunning } from '../clocks/pauses.js';
import { isClient } from '../controls/sides.js';
import { settledTerms } from '../controls/terms.js';
import { own } from '../record.js';
import { type Instant, notAfter } from '../time.js';
import { isExpected, lateFrom, openFirstDays, sideMissing } from './clock.js';

/** First days of people who are accepted and whom the terms name, where their day or manager is another one than on the record. */
function agreement(state: CaseState): CaseEvent[] {
  const settled = settledTerms(state);
  const { managers = [] } = settled?.terms.staffAugmentation ?? {};
  return managers.flatMap(({ engineer: person, manager, onboardedBy }): CaseEvent[] => {
    const known = own(state.firstDays, person);
    if (settled === undefined || !isExpected(state, person) || known?.confirmed !== undefined) return [];
    // What the client has missed, its own terms do not make good.
    const isOwnMiss = known?.missedBy === 'client' && isClient(state, settled.by);
    const due = isOwnMiss ? known.due : dayByTerms(state, settled, known?.due, onboardedBy);
    return known?.due === due && known.manager === manager ? [] : [{ type: 'FirstDayAgreed', person, manager, due }];
  });
}

/** Somebody whom the terms name once more is not told of twice in one breath. */
const oncePerPerson = (facts: CaseEvent[]): CaseEvent[] => facts.slice(0, 1);

/** The first day of each person comes onto the record with the terms; each is late once, after its day. */
export const firstDaysClockwork: Clockwork = {
  name: 'first-days',
  facts: (state, now) => {
    if (!isRunning(state)) return [];
    const agreed = oncePerPerson(agreement(state));
    if (agreed.length > 0) return agreed;
    return openFirstDays(state).flatMap((firstDay): CaseEvent[] => {
      const due = lateFrom(state, firstDay);
      if (firstDay.lateSince !== undefined || !notAfter(due, now)) return [];
      return [{ type: 'FirstDayLate', person: firstDay.person, due, side: sideMissing(state, firstDay, due, now) }];
    });
  },
  agenda: (state): Instant[] =>
    isRunning(state)
      ? openFirstDays(state).flatMap((f) => [
          ...(f.lateSince === undefined ? [lateFrom(state, f)] : []),
          ...(f.announced === undefined ? [] : [startOfDay(state.calendars.client, f.announced.day)]),
        ])
      : [],
};
