import { narrowed } from '../access/needs.js';
import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState, Person } from '../case/state.js';
import { change } from '../record.js';

export type RecertificationEvent = Extract<
  CaseEvent,
  { type: 'RecertificationOpened' | 'AccessRecertified' | 'RecertificationLapsed' }
>;

/** Folds the facts of recertification: what is removed, or not confirmed in time, is needed no longer. */
export function evolveRecertification(state: CaseState, event: RecertificationEvent, { at }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'RecertificationOpened': {
      const { round, leases, deadline } = event;
      return { ...state, recertification: { since: at, round, unanswered: leases, deadline } };
    }
    case 'AccessRecertified': {
      const { lease, decision, profile } = event;
      const left = answered(state, lease);
      if (decision === 'confirm') return left;
      return decision === 'remove' ? withoutNeed(left, lease) : withProfile(left, lease, profile);
    }
    case 'RecertificationLapsed': {
      const { lease } = event;
      const left = withoutNeed(answered(state, lease), lease);
      return { ...left, leases: change(left.leases, lease, (l) => ({ ...l, unconfirmed: true })) };
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}

function answered(state: CaseState, lease: string): CaseState {
  const { recertification: running } = state;
  if (running === undefined) return state;
  return { ...state, recertification: { ...running, unanswered: running.unanswered.filter((id) => id !== lease) } };
}

function changeNeeds(state: CaseState, id: string, f: (needs: Person['needs'], resource: string) => Person['needs']) {
  const lease = state.leases[id];
  if (lease === undefined) return state;
  const people = change(state.people, lease.person, (p) => ({ ...p, needs: f(p.needs, lease.resource) }));
  return { ...state, people };
}

const withoutNeed = (state: CaseState, lease: string): CaseState =>
  changeNeeds(state, lease, (needs, resource) => needs.filter((n) => n.resource !== resource));

const withProfile = (state: CaseState, lease: string, profile: string | undefined): CaseState =>
  changeNeeds(state, lease, (needs, resource) =>
    needs.flatMap((n) =>
      n.resource === resource && profile !== undefined ? narrowed(state.plan, [n], [{ ...n, profile }]) : [n],
    ),
  );

/** The state from the first access on: the interval to the first round counts from it. */
export const sinceFirstAccess = (state: CaseState, at: string): CaseState =>
  state.recertification === undefined ? { ...state, recertification: { since: at, round: 0, unanswered: [] } } : state;
