import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState, Person } from '../case/state.js';
import { notAfter } from '../time.js';
import { delegationsOver } from './roles.js';

const leaving = (state: CaseState): Person[] =>
  Object.values(state.people).filter(
    (p) => (p.status === 'accepted' || p.status === 'proposed') && p.lastInstant !== undefined,
  );

/** A person has left once the last instant of a recorded departure is reached; a delegation ends with the part of either side of it. */
export const peopleClockwork: Clockwork = {
  name: 'people',
  facts: (state, now) => [
    ...delegationsOver(state),
    ...leaving(state).flatMap((p): CaseEvent[] =>
      p.lastInstant !== undefined && notAfter(p.lastInstant, now) ? [{ type: 'PersonLeft', person: p.id }] : [],
    ),
  ],
  agenda: (state) => leaving(state).flatMap((p) => (p.lastInstant === undefined ? [] : [p.lastInstant])),
};
