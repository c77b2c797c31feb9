import { type DesiredLease, desiredAccess, judgeNeed, leaseId } from '../access/desiredAccess.js';
import type { Obstacle } from '../access/obstacle.js';
import type { AccessAsked } from '../approvals/approval.js';
import type { CaseState } from '../case/state.js';
import { own, put } from '../record.js';
import type { Instant } from '../time.js';
import { withNeed } from './evolve.js';

/** What would follow if a request were approved now: on what access would rest, what is missing for it to open, and what the person would lose. */
export type Outlook = { rests?: DesiredLease; missing: Obstacle[]; losses: string[] };

/** Judges a request as if it were approved at this instant; nothing is recorded. */
export function outlookOf(state: CaseState, access: AccessAsked, now: Instant): Outlook {
  const { resource, profile, task } = access;
  const person = own(state.people, access.person);
  if (person === undefined) return { missing: [], losses: [] };
  const need = { resource, profile, task, since: now };
  const after = withNeed(person, need);
  const then = { ...state, people: put(state.people, person.id, after) };
  const held = (seen: CaseState): string[] =>
    desiredAccess(seen, now).flatMap((lease) => (lease.person === person.id ? [lease.resource] : []));
  const before = held(state);
  const kept = held(then);
  const judged = judgeNeed(then, after, need, now);
  const losses = before.filter(
    (ref) => !kept.includes(ref) && leaseId(person.id, ref) !== leaseId(person.id, resource),
  );
  return Array.isArray(judged) ? { missing: judged, losses } : { rests: judged, missing: [], losses };
}
