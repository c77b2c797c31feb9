import type { Clockwork } from '../case/clockwork.js';
import type { CaseState, Person } from '../case/state.js';
import { notAfter } from '../time.js';

const leaving = (state: CaseState): Person[] =>
  Object.values(state.people).filter(
    (p) => (p.status === 'accepted' || p.status === 'proposed') && p.lastInstant !== undefined,
  );

/** A person has left once the last instant of a recorded departure is reached. */
export const peopleClockwork: Clockwork = {
  name: 'people',
  facts: (state, now) =>
    leaving(state).flatMap((p) =>
      p.lastInstant !== undefined && notAfter(p.lastInstant, now) ? [{ type: 'PersonLeft', person: p.id }] : [],
    ),
  agenda: (state) => leaving(state).flatMap((p) => (p.lastInstant === undefined ? [] : [p.lastInstant])),
};
