import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { Actor, PersonId, Role } from '../case/roles.js';
import { CLIENT_ROLES } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { endOfDay } from '../clocks/businessTime.js';
import { knownPeople, namedFor, unlessRole } from '../people/named.js';
import { say } from '../say.js';
import { DAY_MS, type Instant, toMs } from '../time.js';
import { lentMs } from './lent.js';

/** True when `to` already hands on that role, step by step, to `from`; for different roles two people may stand in for each other. */
function leadsBack(state: CaseState, role: Role, from: PersonId, to: PersonId, now: Instant): boolean {
  const seen = new Set<PersonId>();
  const next = [to];
  for (let person = next.pop(); person !== undefined; person = next.pop()) {
    if (person === from) return true;
    if (seen.has(person)) continue;
    seen.add(person);
    for (const d of state.delegations)
      if (d.role === role && d.from === person && toMs(d.until) > toMs(now)) next.push(d.to);
  }
  return false;
}

/** Lends one's own vote in a role to a colleague until a day; never to a requester of what waits, never in a circle. */
export function decideDelegation(
  state: CaseState,
  command: Extract<HumanCommand, { type: 'Delegate' }>,
  actor: Actor,
  now: Instant,
): Decision {
  const { role, to, reason } = command;
  const denied = unlessRole(state, actor, [role]);
  if (denied) return denied;
  const colleagues = CLIENT_ROLES.flatMap((r) => namedFor(state, r));
  if (!knownPeople(state).includes(to)) return refuse('UnknownPerson', say('people.unknown', { person: to }));
  if (!colleagues.includes(to)) return refuse('NotYourRole', say('approvals.delegate-outside'));
  if (leadsBack(state, role, actor.personId, to, now))
    return refuse('DelegationCircle', say('approvals.delegation-circle', { person: to }));
  const waiting = Object.values(state.approvals).find(
    (a) =>
      (a.status === 'asked' || a.status === 'returned') &&
      a.deciders.some((d) => d.role === role) &&
      a.requesters.includes(to),
  );
  if (waiting !== undefined)
    return refuse('DelegateIsRequester', say('approvals.delegate-is-requester', { approval: waiting.id, person: to }));
  const until = endOfDay(state.calendars.client, command.until);
  const days = (toMs(until) - toMs(now)) / DAY_MS;
  const max = state.plan.numbers.delegationMaxDays;
  if (days <= 0 || days > max + 1) return refuse('UntilOutOfRange', say('approvals.delegation-end', { limit: max }));
  // As a waiver's, the limit is one sum: a vote that is lent anew each month has left its role.
  const all = lentMs(state, role, actor.personId, { from: now, until }) / DAY_MS;
  if (all > max + 1)
    return refuse('UntilOutOfRange', say('approvals.lent-before', { limit: max, days: Math.round(all - days) }));
  return record({ type: 'ApprovalDelegated', role, to, until, reason });
}

/** Takes back what one has lent, or gives back what one was lent. */
export function endDelegation(
  state: CaseState,
  { role, person, reason }: Extract<HumanCommand, { type: 'EndDelegation' }>,
  actor: Actor,
): Decision {
  const denied = unlessRole(state, actor, CLIENT_ROLES);
  if (denied) return denied;
  const me = actor.personId;
  const found = state.delegations.find(
    (d) => d.role === role && ((d.from === me && d.to === person) || (d.to === me && d.from === person)),
  );
  if (found === undefined) return refuse('NotFound', say('approvals.no-delegation', { role, person }));
  return record({ type: 'DelegationEnded', from: found.from, to: found.to, role, reason });
}
