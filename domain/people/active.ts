import { nextProof } from '../access/schedule.js';
import { CLIENT_ROLES, type PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { namedFor } from './named.js';

/** Why a case still needs to know who a person is, as the end of a sentence; undefined when it does not. */
export function whyActive(state: CaseState, person: PersonId): string | undefined {
  if (state.status === 'new' || state.status === 'closed') return undefined;
  const role = [...CLIENT_ROLES, 'vendor-contact' as const].find((r) => namedFor(state, r).includes(person));
  if (role !== undefined) return `is named for ${role}`;
  const status = state.people[person]?.status;
  if (status === 'proposed' || status === 'accepted') return 'is on the roster';
  // Absence is proven at the provider by the account, up to a week after the end.
  const owed = Object.values(state.leases).some(
    (l) => l.person === person && (l.want === 'present' || l.absentAt === undefined || nextProof(l) !== undefined),
  );
  if (owed) return 'has access that is not proven absent for the last time';
  const assets = [...(state.intake.assets ?? []), ...(state.formerAssets ?? [])];
  if (assets.some((a) => a.administrator === person || a.checker === person))
    return 'administers or checks a data set or model';
  if (state.delegations.some((d) => d.to === person)) return 'holds a delegation';
  if (Object.values(state.tasks).some((t) => t.assignees.includes(person))) return 'holds a task';
  if (Object.values(state.letters).some((l) => l.to === person)) return 'has a letter waiting';
  if (Object.values(state.flags).some((f) => f.status === 'remedy' && f.remedy?.owner === person))
    return 'owns a remedy';
  return state.intake.sourcing?.transfer?.team.includes(person) ? 'takes the capability over' : undefined;
}
