import { resourcesOf } from '../access/resources.js';
import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { isRunning } from '../clocks/pauses.js';
import { own } from '../record.js';
import { type Said, say } from '../say.js';
import { type Instant, notAfter } from '../time.js';
import { type AccessRequest, isStillGiven, openRequests } from './request.js';

/** Why what was asked for cannot be given any more; undefined while it can. */
function whyMoot(state: CaseState, { access }: AccessRequest): Said | undefined {
  const { person, resource, profile } = access;
  if (state.status !== 'open') return say('access-request.case-closing');
  const status = own(state.people, person)?.status;
  if (status !== 'accepted') return say('access-request.not-accepted', { person });
  if (!resourcesOf(state.intake).some(({ ref }) => ref === resource))
    return say('access-request.out-of-scope', { resource });
  return isStillGiven(state, access) ? undefined : say('access-request.profile-changed', { profile });
}

function ended(state: CaseState, request: AccessRequest, now: Instant): CaseEvent[] {
  const { person, resource, askedBy } = request.access;
  const end = { type: 'AccessRequestEnded' as const, approval: request.id, person, resource, askedBy };
  const moot = whyMoot(state, request);
  if (moot !== undefined) return [{ ...end, how: 'moot', reason: moot }];
  return isRunning(state) && notAfter(request.due, now) ? [{ ...end, how: 'lapsed' }] : [];
}

/** A request that nobody has decided on in time lapses, and one for what cannot be given any more ends. */
export const accessRequestsClockwork: Clockwork = {
  name: 'access-requests',
  facts: (state, now) => openRequests(state).flatMap((request) => ended(state, request, now)),
  agenda: (state) => openRequests(state).map(({ due }) => due),
};
