import { type Decision, record, refuse } from '../case/decision.js';
import type { Actor, PersonId, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { plusBusinessHours } from '../clocks/businessTime.js';
import { contentHash } from '../hash.js';
import { own } from '../record.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import type { Approval } from './approval.js';
import { decidersNow } from './eligible.js';

/** Asks deciders for a waiver, a remedy or a clearance; refused while the same question is open. */
export function requestFor(
  state: CaseState,
  kind: 'waiver' | 'remedy' | 'clearance',
  subject: string,
  deciders: { role: Role; quorum: number }[],
  rule: 'all' | 'any',
  request: NonNullable<Approval['request']>,
  actor: Actor,
  now: Instant,
): Decision {
  const earlier = Object.values(state.approvals).filter((a) => a.kind === kind && a.subject === subject);
  const open = earlier.find((a) => a.status === 'asked' || a.status === 'returned');
  if (open !== undefined) return refuse('DuplicateId', say('approvals.already-requested', { approval: open.id }));
  const id = `${kind}:${subject}:${earlier.length + 1}`;
  const requesters: PersonId[] = [actor.personId];
  const rejections = earlier.flatMap((a) => own(state.rejections, a.id) ?? []);
  const approval = {
    id,
    kind,
    subject,
    contentHash: contentHash({ id, kind, subject, request }),
    requesters,
    deciders,
    rule,
    due: plusBusinessHours(state.calendars.client, now, state.plan.numbers.taskHours),
    request,
    ...(rejections.length === 0 ? {} : { rejections }),
  };
  // Else it would stand in the way of whoever may ask.
  if (decidersNow(state, { ...approval, status: 'asked', votes: [], askedAt: now }, now).length === 0)
    return refuse('RequesterMayNotDecide', say('approvals.nobody-else-decides'));
  return record({ type: 'ApprovalRequested', approval });
}
