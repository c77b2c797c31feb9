import { type Decision, record } from '../case/decision.js';
import type { EffectOutcome } from '../case/effects.js';
import type { CaseEvent } from '../case/events.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { plusBusinessHours } from '../clocks/businessTime.js';
import { own } from '../record.js';
import type { Instant } from '../time.js';
import { accountKey } from './account.js';
import { isDeclaredOurs } from './accounts.js';
import { leaseId } from './desiredAccess.js';
import type { Lease } from './lease.js';

/** True of an access that ended and was read back as absent. */
const isGone = (lease: Lease): boolean => lease.want === 'absent' && lease.absentAt !== undefined;

/** Who is expected on a resource: those who are granted access, and those whose closing is under way. */
export const knownOn = (state: CaseState, resource: string): PersonId[] =>
  Object.values(state.leases)
    .filter((l) => l.resource === resource && !isGone(l))
    .map((l) => l.person);

/** By what a person of the case is known on a resource: the login of the access there, or the one accepted or proposed. Who was rejected is nobody's without an access there. */
export const loginsOn = ({ people, leases }: CaseState, resource: string): Record<PersonId, string> =>
  Object.fromEntries(
    Object.values(people).flatMap((p) => {
      const offered = p.status === 'rejected' ? undefined : (p.account ?? p.details);
      const told = leases[leaseId(p.id, resource)]?.account ?? offered;
      return told === undefined ? [] : [[p.id, told]];
    }),
  );

/**
 * Who was found on a resource unexpectedly. Access that had ended is withdrawn again, also after its last proof, and so is what somebody accepted
 * holds without a grant. Of anybody else it is asked once whose they are; a login that was only proposed proves nothing.
 */
export function decideSurvey(
  state: CaseState,
  { resource, unknownAccounts: found, permissions = {} }: Extract<EffectOutcome, { kind: 'resource-surveyed' }>,
  now: Instant,
): Decision {
  const unknownAccounts: PersonId[] = [];
  const facts: CaseEvent[] = [];
  const { accountAnswerHours } = state.plan.numbers;
  for (const person of found.filter((one) => !isDeclaredOurs(state, resource, one))) {
    const id = leaseId(person, resource);
    const lease = own(state.leases, id);
    const member = own(state.people, person);
    const held = own(permissions, person);
    const permission = held === undefined ? {} : { permission: held };
    // Somebody may have been granted access again while the list was read.
    if (lease !== undefined)
      facts.push(...(isGone(lease) ? [{ type: 'AccessFoundAfterEnd' as const, lease: id }] : []));
    else if (member?.status === 'accepted' && member.account !== undefined) {
      const { account } = member;
      facts.push({ type: 'AccessFoundWithoutGrant', lease: id, person, resource, account, ...permission });
    } else {
      unknownAccounts.push(person);
      const known = own(state.accounts, accountKey(person, resource));
      const answerBy = plusBusinessHours(state.calendars.client, now, accountAnswerHours);
      // What was declared of somebody who is proposed since says nothing any more.
      if (known?.question === undefined && known?.declared?.is !== 'vendor')
        facts.push({ type: 'UnknownAccountFound', resource, person, ...permission, answerBy });
    }
  }
  return record({ type: 'ResourceSurveyed', resource, unknownAccounts }, ...facts);
}
