import { nextProof } from '../access/schedule.js';
import { CLIENT_ROLES, type PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { type Said, say } from '../say.js';
import { inPlaceOf, namedFor } from './named.js';

/** Why a case still needs to know who a person is; undefined when it does not. */
export function whyActive(state: CaseState, person: PersonId): Said | undefined {
  if (state.status === 'new' || state.status === 'closed') return undefined;
  const role = [...CLIENT_ROLES, 'vendor-contact' as const].find((r) => namedFor(state, r).includes(person));
  if (role !== undefined) return say('people.active-role', { role });
  if (state.nominations?.some((n) => n.person === person)) return say('people.active-nominated');
  const status = state.people[person]?.status;
  if (status === 'proposed' || status === 'accepted') return say('people.active-roster');
  // Absence is proven at the provider by the account, up to a week after the end.
  const owed = Object.values(state.leases).some(
    (l) => l.person === person && (l.want === 'present' || l.absentAt === undefined || nextProof(l) !== undefined),
  );
  if (owed) return say('people.active-access');
  const resources = [...state.intake.resources, ...(state.formerResources ?? [])];
  const handling = resources
    .flatMap((r) => [r.administrator, r.checker].filter((p) => p !== undefined))
    .map((p) => inPlaceOf(state, p));
  if (handling.includes(person)) return say('people.active-asset');
  if (state.delegations.some((d) => d.to === person)) return say('people.active-delegate');
  if (Object.values(state.tasks).some((t) => t.assignees.includes(person))) return say('people.active-task');
  if (Object.values(state.letters).some((l) => l.to === person)) return say('people.active-letter');
  if (Object.values(state.flags).some((f) => f.status === 'remedy' && f.remedy?.owner === person))
    return say('people.active-remedy');
  return state.intake.sourcing?.transfer?.team.includes(person) ? say('people.active-transfer') : undefined;
}
