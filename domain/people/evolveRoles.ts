import type { CaseEvent, RecordedEvent } from '../case/events.js';
import { HELD_ROLES, type HeldRole, type PersonId, sideOf } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { namedFor } from './named.js';

export type RoleEvent = Extract<CaseEvent, { type: 'RoleNominated' | 'RoleTaken' | 'RoleEnded' }>;

/** Folds the facts of who acts for the client, and as the vendor's contact. */
export function evolveRoles(state: CaseState, event: RoleEvent, { at, actor }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'RoleNominated': {
      const { role, person, replaces } = event;
      const nomination = { role, person, by: actor.personId, at, ...(replaces !== undefined && { replaces }) };
      return { ...state, nominations: [...(state.nominations ?? []), nomination] };
    }
    case 'RoleTaken': {
      const { role, person } = event;
      const replaces = role === 'vendor-contact' ? namedFor(state, role)[0] : event.replaces;
      const named = [...namedFor(state, role).filter((p) => p !== replaces), person];
      const rest = state.nominations?.filter((n) => n.role !== role || n.person !== person);
      const taken = { ...withHolders(state, { [role]: named }), nominations: rest };
      if (replaces === undefined) return taken;
      return gone({ ...taken, takenOverBy: succeeded(taken, replaces, person) }, replaces, sideOf(role));
    }
    case 'RoleEnded': {
      const { person, roles } = event;
      const left = roles.map((role) => [role, namedFor(state, role).filter((p) => p !== person)]);
      const nominations = state.nominations?.filter((n) => n.person !== person);
      return gone({ ...withHolders(state, Object.fromEntries(left)), nominations }, person, 'client');
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}

const withHolders = (state: CaseState, holders: Partial<Record<HeldRole, PersonId[]>>): CaseState => ({
  ...state,
  holders: { ...state.holders, ...holders },
});

/** What waits for somebody who holds no role any more waits for whoever took theirs, and for their successor in turn. */
function succeeded(state: CaseState, before: PersonId, after: PersonId): CaseState['takenOverBy'] {
  const { [after]: _back, ...known } = state.takenOverBy ?? {};
  const moved = Object.entries(known).map(([from, to]) => [from, to === before ? after : to]);
  return hasRole(state, before) ? known : { ...Object.fromEntries(moved), [before]: after };
}

const hasRole = (state: CaseState, person: PersonId): boolean =>
  HELD_ROLES.some((role) => namedFor(state, role).includes(person));

/** Whoever has no part any more stays known by name: the record speaks of them. */
const gone = (state: CaseState, person: PersonId, side: 'client' | 'vendor'): CaseState => ({
  ...state,
  formerPeople: { ...state.formerPeople, [person]: side },
});
