import type { Actor, PersonId, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { inPlaceOf, namedFor } from '../people/named.js';
import { type Instant, toMs } from '../time.js';
import type { Approval } from './approval.js';

/** A capacity in which somebody may vote: for a role of the deciders, in their own right or on behalf of somebody. */
export type Capacity = { role: Role; onBehalfOf?: PersonId };

/** Votes that a role still lacks. */
const lacking = (approval: Approval, role: Role): number => {
  const quorum = approval.deciders.find((d) => d.role === role)?.quorum ?? 0;
  return quorum - approval.votes.filter((v) => v.role === role).length;
};

/** True when the votes given are enough. */
export const isComplete = (approval: Approval): boolean => {
  const full = (d: { role: Role; quorum: number }): boolean =>
    approval.votes.filter((v) => v.role === d.role).length >= d.quorum;
  return approval.rule === 'any' ? approval.deciders.some(full) : approval.deciders.every(full);
};

/** True for whoever's own decision it is: anybody of the roles, or the one owner, or who took over from them. */
const mayBeTheirs = (state: CaseState, { decider }: Approval, person: PersonId): boolean =>
  decider === undefined || inPlaceOf(state, decider) === person;

/** Every capacity that a person has for an approval, whatever speaks against using it. */
export function capacitiesOf(state: CaseState, approval: Approval, actor: Actor, now: Instant): Capacity[] {
  const named = namedFor(state, actor.role).includes(actor.personId);
  const theirs = named && mayBeTheirs(state, approval, actor.personId);
  const own: Capacity[] = approval.deciders.flatMap((d) => (theirs && d.role === actor.role ? [{ role: d.role }] : []));
  const lent: Capacity[] = state.delegations.flatMap((d) =>
    d.to === actor.personId &&
    toMs(d.until) > toMs(now) &&
    mayBeTheirs(state, approval, d.from) &&
    approval.deciders.some((x) => x.role === d.role)
      ? [{ role: d.role, onBehalfOf: d.from }]
      : [],
  );
  const calledIn: Capacity[] =
    named && approval.escalatedTo === actor.role
      ? approval.deciders.filter((d) => lacking(approval, d.role) > 0).map((d) => ({ role: d.role }))
      : [];
  return [...own, ...lent, ...calledIn];
}

/** True when nobody who asked for it stands behind the capacity (AU-2, delegates included). */
export const isDisinterested = (approval: Approval, personId: PersonId, capacity: Capacity): boolean =>
  !approval.requesters.includes(personId) &&
  (capacity.onBehalfOf === undefined || !approval.requesters.includes(capacity.onBehalfOf));

/** People who can be asked to decide now: named or delegated, disinterested, and not done yet. */
export function decidersNow(state: CaseState, approval: Approval, now: Instant): PersonId[] {
  const voted = approval.votes.flatMap((v) => [v.by, ...(v.onBehalfOf === undefined ? [] : [v.onBehalfOf])]);
  const waiting = approval.deciders.filter((d) => lacking(approval, d.role) > 0).map((d) => d.role);
  const roles: Role[] = approval.escalatedTo === undefined ? waiting : [...waiting, approval.escalatedTo];
  const named = roles.flatMap((r) => namedFor(state, r)).filter((p) => mayBeTheirs(state, approval, p));
  const lent = state.delegations
    .filter(
      (d) =>
        waiting.includes(d.role) &&
        toMs(d.until) > toMs(now) &&
        mayBeTheirs(state, approval, d.from) &&
        !approval.requesters.includes(d.from),
    )
    .map((d) => d.to);
  return [...new Set([...named, ...lent])].filter((p) => !approval.requesters.includes(p) && !voted.includes(p));
}
