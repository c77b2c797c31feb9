import { type Decision, record } from '../case/decision.js';
import type { EffectOutcome } from '../case/effects.js';
import type { CaseEvent } from '../case/events.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { leaseId } from './desiredAccess.js';
import type { Lease } from './lease.js';

/** True of an access that ended and was read back as absent. */
const isGone = (lease: Lease): boolean => lease.want === 'absent' && lease.absentAt !== undefined;

/** Who is expected on a repository: those who are granted access, and those whose closing is under way. */
export const knownOn = (state: CaseState, repository: string): PersonId[] =>
  Object.values(state.leases)
    .filter((l) => l.resource === repository && !isGone(l))
    .map((l) => l.person);

/** By what a person of the case is known on a repository: the login of the access there, or the one accepted or proposed. */
export const loginsOn = ({ people, leases }: CaseState, repository: string): Record<PersonId, string> =>
  Object.fromEntries(
    Object.values(people).flatMap((p) => {
      const told = leases[leaseId(p.id, repository)]?.account ?? p.account ?? p.details;
      return told === undefined ? [] : [[p.id, told]];
    }),
  );

/** Who was found on a repository unexpectedly: access that had ended is withdrawn again, also after its last proof; whoever never had any is an unknown account. */
export function decideSurvey(
  { leases }: CaseState,
  { repository, unknownAccounts: found }: Extract<EffectOutcome, { kind: 'repository-surveyed' }>,
): Decision {
  const unknownAccounts = found.filter((person) => leases[leaseId(person, repository)] === undefined);
  const back = found.flatMap((person): CaseEvent[] => {
    const lease = leases[leaseId(person, repository)];
    // Somebody may have been granted access again while the list was read.
    return lease !== undefined && isGone(lease) ? [{ type: 'AccessFoundAfterEnd', lease: lease.id }] : [];
  });
  return record({ type: 'RepositorySurveyed', repository, unknownAccounts }, ...back);
}
