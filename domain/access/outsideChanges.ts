import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { EffectOutcome } from '../case/effects.js';
import type { CaseEvent } from '../case/events.js';
import type { Actor, PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import { type Instant, notAfter } from '../time.js';
import { accountKey, type OutsideChange } from './account.js';
import { ACCOUNT_KEEPERS } from './declareAccounts.js';
import type { Lease } from './lease.js';
import type { Obstacle } from './obstacle.js';
import { isManual } from './resources.js';

type Seen = Extract<EffectOutcome, { kind: 'access-seen' }>;

/** What somebody changed by hand at the provider since access was last seen as it was granted. An invitation that is gone was withdrawn or has expired: nothing was held. */
export function changedOutside(lease: Lease, { seen, permission }: Seen): CaseEvent[] {
  if (isManual(lease.resource) || (lease.seen !== 'present' && !lease.wasThere)) return [];
  if (seen === 'absent') return [{ type: 'AccessChangedOutside', lease: lease.id, change: 'removed' }];
  const wasAsGranted = lease.held === lease.permission;
  return wasAsGranted && seen === 'present' && permission !== undefined && permission !== lease.permission
    ? [{ type: 'AccessChangedOutside', lease: lease.id, change: 'permission', from: lease.permission, to: permission }]
    : [];
}

/** What the first closing finds gone that was there when the access ended: somebody had removed it, and it does not come back when what ended it is over. Of leavers, and in a case that closes, it is no news. */
export function removedBeforeEnd(state: CaseState, lease: Lease, outcome: Seen, now: Instant): CaseEvent[] {
  const { seen, acted, intent } = outcome;
  if (isManual(lease.resource) || lease.wasThere === undefined) return [];
  if (intent !== 'close' || seen !== 'absent' || acted) return [];
  const person = own(state.people, lease.person);
  const stays =
    person?.status === 'accepted' && (person.lastInstant === undefined || !notAfter(person.lastInstant, now));
  return state.status === 'open' && stays ? [{ type: 'AccessChangedOutside', lease: lease.id, change: 'removed' }] : [];
}

/** What was removed by hand is not asked for again until somebody has decided that it may. */
export const outsideObstacles = ({ outsideChanges }: CaseState, person: PersonId, resource: string): Obstacle[] =>
  own(outsideChanges, accountKey(person, resource))?.change === 'removed'
    ? [{ cause: 'removed-outside', detail: say('access.removed-outside') }]
    : [];

/** Changes by hand on which somebody has to decide, by the grant that they are of: a removal as long as somebody needs the access. */
export const openOutsideChanges = ({ outsideChanges = {}, people }: CaseState): [string, OutsideChange][] =>
  Object.entries(outsideChanges).filter(([lease, { change, keptClosed }]) => {
    if (change === 'permission') return true;
    const person = own(people, lease.slice(0, lease.indexOf('/')));
    const isNeeded = person?.needs.some(({ resource }) => accountKey(person.id, resource) === lease);
    return keptClosed === undefined && person?.status === 'accepted' && isNeeded === true;
  });

/** Decides on what was changed by hand: a removal is restored or stands, a permission that was put right is noted. */
export function decideOutsideChange(
  state: CaseState,
  { person, resource, decision, reason }: Extract<HumanCommand, { type: 'ReviewOutsideChange' }>,
  actor: Actor,
): Decision {
  const denied = unlessRole(state, actor, ACCOUNT_KEEPERS);
  if (denied) return denied;
  const lease = accountKey(person, resource);
  const found = own(state.outsideChanges, lease);
  if (found === undefined) return refuse('UnknownLease', say('access.not-changed-outside', { person, resource }));
  if ((found.change === 'permission') !== (decision === 'noted'))
    return refuse(
      'AccessNotWanted',
      found.change === 'removed' ? say('access.review-removed') : say('access.review-permission'),
    );
  if (decision === 'keep-closed' && found.keptClosed !== undefined)
    return refuse('AlreadyDecided', say('access.kept-closed', { by: found.keptClosed.by }));
  return record({ type: 'OutsideChangeReviewed', lease, decision, reason });
}
