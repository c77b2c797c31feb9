import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { say } from '../say.js';
import { type Instant, notAfter } from '../time.js';
import { type DesiredLease, desiredAccess, judgeNeed } from './desiredAccess.js';
import { basisOf, type Lease } from './lease.js';
import type { Obstacle } from './obstacle.js';

const asGranted = ({ id, ...d }: DesiredLease): CaseEvent => ({ type: 'AccessGranted', lease: id, ...d });

const sameGrant = (lease: Lease, d: DesiredLease): boolean =>
  lease.want === 'present' &&
  lease.permission === d.permission &&
  lease.account === d.account &&
  lease.notAfter === d.notAfter &&
  lease.basis === basisOf(d.restsOn);

/** The first thing that speaks against a lease that was held. */
function obstacleTo(state: CaseState, lease: Lease, now: Instant): Obstacle {
  const person = state.people[lease.person];
  const need = person?.needs.find((n) => n.resource === lease.resource);
  const found = person === undefined || need === undefined ? undefined : judgeNeed(state, person, need, now);
  const first = Array.isArray(found) ? found[0] : undefined;
  if (first?.cause === 'control-lapsed' && lease.waiversEnd?.some((end) => notAfter(end, now)))
    return { cause: 'waiver-ended', detail: first.detail };
  if (lease.unconfirmed && need === undefined)
    return { cause: 'not-recertified', detail: say('access.not-recertified') };
  return first ?? { cause: 'need-ended', detail: say('access.need-ended') };
}

/** Grants what is desired and ends what is not, naming the cause. */
export const leasesClockwork: Clockwork = {
  name: 'leases',
  facts: (state, now) => {
    const desired = desiredAccess(state, now);
    const granted = desired.flatMap((d): CaseEvent[] => {
      const lease = state.leases[d.id];
      return lease !== undefined && sameGrant(lease, d) ? [] : [asGranted(d)];
    });
    const ended = Object.values(state.leases).flatMap((lease): CaseEvent[] => {
      if (lease.want !== 'present' || desired.some((d) => d.id === lease.id)) return [];
      return [{ type: 'AccessEnded', lease: lease.id, ...obstacleTo(state, lease, now) }];
    });
    return [...ended, ...granted];
  },
  agenda: (state, now) => [
    ...desiredAccess(state, now).map((d) => d.notAfter),
    ...Object.values(state.leases).flatMap((l): Instant[] =>
      l.want === 'present' && l.notAfter !== undefined ? [l.notAfter] : [],
    ),
  ],
};
