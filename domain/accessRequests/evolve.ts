import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState, Person, StandingNeed } from '../case/state.js';
import { change, without } from '../record.js';

export type AccessRequestEvent = Extract<CaseEvent, { type: 'AccessRequestApproved' | 'AccessRequestEnded' }>;

/** The person with a need beside the others, or in the place of the one of the same resource. */
export const withNeed = (person: Person, need: StandingNeed): Person => ({
  ...person,
  needs: [...person.needs.filter((n) => n.resource !== need.resource), need],
});

/** Folds the facts of requests for access: what is approved stands from then on. */
export function evolveAccessRequest(state: CaseState, event: AccessRequestEvent, { at }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'AccessRequestApproved': {
      const need: StandingNeed = { ...event.need, since: at };
      return { ...state, people: change(state.people, event.person, (p) => withNeed(p, need)) };
    }
    case 'AccessRequestEnded':
      return { ...state, approvals: without(state.approvals, event.approval) };
    default: {
      const never: never = event;
      return never;
    }
  }
}
