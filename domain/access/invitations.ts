import type { EffectOutcome } from '../case/effects.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { plusBusinessHours } from '../clocks/businessTime.js';
import { type Instant, notAfter } from '../time.js';
import type { Lease } from './lease.js';

type Seen = Extract<EffectOutcome, { kind: 'access-seen' }>;

/** Invitations to one place in a row that may come to nothing; somebody has to look into it before there is another one. */
const MOST_INVITATIONS = 3;

/** Business hours of the vendor after which an invitation that nobody has accepted is told. */
const TOLD_AFTER_HOURS = 4;

/** An invitation that was there and is no more, without having become access: it lapsed, or somebody declined or withdrew it. */
export function endedInvitation(lease: Lease, { seen, lapsedInvitation }: Seen): CaseEvent[] {
  if (lease.seen !== 'invited' || seen !== 'absent') return [];
  const times = (lease.invitationsEnded ?? 0) + 1;
  return [{ type: 'InvitationEnded', lease: lease.id, how: lapsedInvitation ? 'lapsed' : 'declined', times }];
}

/** True once so many invitations came to nothing that nobody is invited again by itself. */
export const isNotInvitedAgain = ({ want, seen, invitationsEnded = 0 }: Lease): boolean =>
  want === 'present' && seen !== 'present' && invitationsEnded >= MOST_INVITATIONS;

/** When it is told that an invitation waits; undefined where none does. */
export const invitationToldAt = ({ calendars }: CaseState, lease: Lease): Instant | undefined =>
  lease.want !== 'present' || lease.seen !== 'invited' || lease.invitedSince === undefined
    ? undefined
    : plusBusinessHours(calendars.vendor, lease.invitedSince, TOLD_AFTER_HOURS);

/** Accesses whose invitation has waited for so long that it is told. */
export const waitingInvitations = (state: CaseState, now: Instant): Lease[] =>
  Object.values(state.leases).filter((lease) => {
    const at = invitationToldAt(state, lease);
    return at !== undefined && notAfter(at, now);
  });

/** What is kept of invitations once the access was seen so. */
export function invitationsSeen(before: Lease, seen: Lease['seen'], at: Instant): Partial<Lease> {
  const { invitedSince, invitationsEnded } = before;
  return {
    ...(seen === 'invited' && { invitedSince: before.seen === 'invited' ? (invitedSince ?? at) : at }),
    ...(seen !== 'present' && invitationsEnded !== undefined && { invitationsEnded }),
  };
}
