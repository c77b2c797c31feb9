import { withoutDeclarations, withoutQuestions } from '../access/evolveAccounts.js';
import { narrowed } from '../access/needs.js';
import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { EngineerIntake } from '../case/intake.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState, Person } from '../case/state.js';
import { sendAgain } from '../mail/undelivered.js';
import { change, own, put } from '../record.js';
import { withCandidate } from '../replacement/evolve.js';
import type { Instant } from '../time.js';

export type PersonEvent = Extract<
  CaseEvent,
  {
    type:
      | 'PersonProposed'
      | 'PersonAccepted'
      | 'PersonCorrected'
      | 'PersonRejected'
      | 'NeedsSet'
      | 'DepartureRecorded'
      | 'PersonLeft'
      | 'AccessSuspended'
      | 'AccessResumed';
  }
>;

/** A person as proposed for the roster. */
export const proposed = (engineer: EngineerIntake & { details?: string }, by: PersonId, at: Instant): Person => ({
  id: engineer.person,
  employer: engineer.employer,
  country: engineer.country,
  jobRole: engineer.jobRole,
  needs: engineer.needs.map((need) => ({ ...need, since: at })),
  status: 'proposed',
  proposedBy: by,
  ...(engineer.details === undefined ? {} : { details: engineer.details }),
});

/** Remembers who corrected the address of a person of the vendor beside themselves. */
const addressBy = (state: CaseState, person: PersonId, by: PersonId): CaseState =>
  person === by || own(state.people, person) === undefined
    ? state
    : {
        ...state,
        people: change(state.people, person, (p) => ({
          ...p,
          addressBy: [...new Set([...(p.addressBy ?? []), by])],
        })),
      };

/** Folds the facts about people. */
export function evolvePeople(state: CaseState, event: PersonEvent, { at, actor }: RecordedEvent): CaseState {
  const set = (f: (p: Person) => Person): CaseState => ({ ...state, people: change(state.people, event.person, f) });
  switch (event.type) {
    case 'PersonProposed': {
      // Whoever is proposed once more is still who had their address changed.
      const { addressBy: before } = own(state.people, event.person) ?? {};
      const person = { ...proposed(event, actor.personId, at), ...(before === undefined ? {} : { addressBy: before }) };
      return withCandidate({ ...state, people: put(state.people, event.person, person) }, event.replaces, event.person);
    }
    case 'PersonAccepted':
      return withoutQuestions(
        withoutDeclarations(
          set(({ account: _before, correctedBy: _by, addressBy: _address, ...p }) => ({
            ...p,
            status: 'accepted',
            decidedBy: actor.personId,
            // A login that is accepted again begins no new time-box.
            needs: p.status === 'accepted' ? p.needs : p.needs.map((need) => ({ ...need, since: at })),
            ...(event.details === undefined ? {} : { account: event.details }),
          })),
          event.person,
          at,
        ),
        event.person,
        at,
        'accepted',
      );
    case 'PersonCorrected': {
      const { details } = event;
      const after = details === undefined ? state : set((p) => ({ ...p, details, correctedBy: actor.personId }));
      if (!event.changed.includes('email')) return after;
      return sendAgain(addressBy(after, event.person, actor.personId), event.person, at, 'address-corrected');
    }
    case 'PersonRejected':
      return withoutQuestions(
        set((p) => ({ ...p, status: 'rejected', decidedBy: actor.personId })),
        event.person,
        at,
        'rejected',
      );
    case 'NeedsSet':
      return set((p) => ({ ...p, needs: narrowed(state.plan, p.needs, event.needs) }));
    case 'DepartureRecorded':
      return set((p) => ({ ...p, lastInstant: event.lastInstant }));
    case 'PersonLeft':
      return set((p) => ({ ...p, status: 'left' }));
    case 'AccessSuspended':
      return set((p) => ({ ...p, suspended: { by: actor.personId, reason: event.reason } }));
    case 'AccessResumed':
      return set(({ suspended: _ended, ...p }) => p);
    default: {
      const never: never = event;
      return never;
    }
  }
}
