import type { StopCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { Actor, PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { unlessRole } from '../people/named.js';
import { own, put } from '../record.js';
import { say } from '../say.js';
import type { Obstacle } from './obstacle.js';
import { STOPPERS, type Stop, type StopReach, type StopScope } from './stop.js';

/** A resource is one in any case: a stop that misses a place by a capital letter would stop nothing. */
const samePlace = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const scopeOf = ({ scope }: StopReach): StopScope => (scope === 'case' ? 'vendor' : scope);

const reaches = (stop: StopReach, person: PersonId, resource: string): boolean => {
  switch (stop.scope) {
    case 'person':
      return stop.person === person;
    case 'case':
      return true;
    case 'resource':
      return samePlace(stop.resource, resource);
    default: {
      const never: never = stop;
      return never;
    }
  }
};

/** What keeps somebody from a place because it was stopped. */
export const stopObstacles = ({ stops = {} }: CaseState, person: PersonId, resource: string): Obstacle[] =>
  Object.values(stops)
    .filter((stop) => reaches(stop, person, resource))
    .map(({ by, reason }) => ({ cause: 'stopped', detail: say('access.stopped', { by, reason }) }));

/**
 * Decides a stop and its lifting.
 *
 * A stop comes from outside of the case and may be made by somebody whom the case does not name: it only takes away. It is lifted by somebody whom the
 * case names, and never by whoever stopped.
 */
export function decideStop(state: CaseState, command: StopCommand, actor: Actor): Decision {
  const stop = own(state.stops, command.stop);
  if (command.type === 'StopAccess') {
    const { type: _type, ...told } = command;
    const roles = STOPPERS[scopeOf(told)];
    if (!roles.includes(actor.role))
      return refuse('NotYourRole', say('people.not-your-role', { roles, role: actor.role }));
    return stop === undefined
      ? record({ type: 'AccessStopped', ...told })
      : refuse('DuplicateId', say('access.already-stopped'));
  }
  if (stop === undefined) return refuse('CaseNotInState', say('access.not-stopped'));
  const denied = unlessRole(state, actor, STOPPERS[scopeOf(stop)]);
  if (denied) return denied;
  if (stop.by === actor.personId) return refuse('RequesterMayNotDecide', say('access.own-stop'));
  const { by: _by, since: _since, ...reach } = stop;
  return record({ type: 'StopLifted', stop: command.stop, ...reach, reason: command.reason });
}

export type StopEvent = Extract<CaseEvent, { type: 'AccessStopped' | 'StopLifted' }>;

/** Folds stops: a lifted one is gone from the state and stays in the ledger. */
export function evolveStops(state: CaseState, event: StopEvent, { at, actor }: RecordedEvent): CaseState {
  if (event.type === 'AccessStopped') {
    const { type: _type, stop: id, ...reach } = event;
    const stop: Stop = { ...reach, by: actor.personId, since: at };
    return { ...state, stops: put(state.stops ?? {}, id, stop) };
  }
  const { [event.stop]: _lifted, ...stops } = state.stops ?? {};
  return { ...state, stops };
}
