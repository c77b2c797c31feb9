import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { sinceFirstAccess } from '../recertification/evolve.js';
import { change, put } from '../record.js';
import { invitationsSeen } from './invitations.js';
import { basisOf, endsElsewhere, holdsOther, isKeptOpen, isOvertaken, type Lease } from './lease.js';

export type AccessEvent = Extract<
  CaseEvent,
  {
    type:
      | 'AccessGranted'
      | 'AccessEnded'
      | 'AccessObserved'
      | 'InvitationEnded'
      | 'AccessOpened'
      | 'AccessWithdrawn'
      | 'AbsenceProven'
      | 'AccessFoundAfterEnd'
      | 'AccessFoundWithoutGrant'
      | 'AccessFailed'
      | 'ManualChangeAttested'
      | 'ManualAccessVerified';
  }
>;

/** Folds the facts of access. */
export function evolveAccess(state: CaseState, event: AccessEvent, { at, actor }: RecordedEvent): CaseState {
  const set = (f: (l: Lease) => Lease): CaseState => ({ ...state, leases: change(state.leases, event.lease, f) });
  switch (event.type) {
    case 'AccessGranted':
      return { ...state, leases: put(state.leases, event.lease, granted(state.leases[event.lease], event, at)) };
    case 'AccessEnded':
      return set((before) => {
        const {
          others: _o,
          until: _u,
          absentAt: _a,
          nextAttemptAt: _n,
          failures: _f,
          notAfter: _e,
          lastIntent: _i,
          attested: _t,
          wasThere: _w,
          ...l
        } = before;
        return { ...l, ...thereBefore(before), want: 'absent', wantSince: at, cause: event.cause, proofs: [] };
      });
    case 'AccessObserved':
      return set((l) => observed(l, event, at));
    case 'InvitationEnded':
      return set((l) => ({ ...l, invitationsEnded: event.times }));
    case 'AccessOpened':
      return sinceFirstAccess(
        set((l) => ({ ...l, everOpened: true })),
        at,
      );
    case 'AccessWithdrawn':
      return set((l) => ({ ...l, absentAt: at }));
    case 'AbsenceProven':
      return set((l) => ({ ...l, proofs: [...l.proofs, event.hours] }));
    case 'AccessFoundAfterEnd':
      return set(({ absentAt: _a, nextAttemptAt: _n, failures: _f, lastIntent: _i, ...l }) => ({
        ...l,
        wantSince: at,
        proofs: [],
      }));
    case 'AccessFoundWithoutGrant':
      return { ...state, leases: put(state.leases, event.lease, neverGranted(event, at)) };
    case 'AccessFailed':
      return set(({ wasThere, lastReason: _r, ...l }) => ({
        ...l,
        // A closing that failed may have closed it all the same.
        ...(wasThere && (l.want === 'present' || isOvertaken(l, event.intent)) ? { wasThere } : {}),
        attempts: l.attempts + 1,
        ...(isOvertaken(l, event.intent) ? {} : { failures: (l.failures ?? 0) + 1 }),
        nextAttemptAt: event.nextAttemptAt,
        lastError: event.code,
        ...(event.code === 'ProviderRefused' && { lastReason: event.message }),
      }));
    case 'ManualChangeAttested':
      return set((l) => ({ ...l, attested: { is: event.is, by: actor.personId } }));
    case 'ManualAccessVerified':
      return set(({ attested: _verified, ...l }) => l);
    default: {
      const never: never = event;
      return never;
    }
  }
}

function observed(before: Lease, event: Extract<AccessEvent, { type: 'AccessObserved' }>, at: string): Lease {
  const { nextAttemptAt: _n, failures = 0, lastError: _e, lastReason: _r, held: _p, wasThere, ...kept } = before;
  const { keptBy: _k, others: _o, until: stood, invitedSince: _s, invitationsEnded: _i, ...l } = kept;
  const { seen, permission, intent, ways, others, until } = event;
  const untilNow = until === undefined ? stood : until;
  const after: Lease = {
    ...l,
    ...(wasThere && isOvertaken(before, event.intent) ? { wasThere } : {}),
    seen,
    seenAt: at,
    ...(permission === undefined || seen === 'absent' ? {} : { held: permission }),
    ...(ways && { keptBy: ways }),
    ...(others && { others }),
    // A look at the place says nothing of it.
    ...(seen === 'present' && untilNow !== undefined && { until: untilNow }),
    ...invitationsSeen(before, seen, at),
    attempts: l.attempts + 1,
    lastIntent: intent,
  };
  const inVain =
    (intent === 'open' && (holdsOther(after) || endsElsewhere(after))) || (intent === 'close' && isKeptOpen(after));
  return inVain ? { ...after, failures: failures + 1 } : after;
}

const waiversAmong = (restsOn: string[]): { waiversEnd?: string[] } => {
  const ends = restsOn.flatMap((ref) => (ref.startsWith('waiver:') ? [ref.slice(ref.indexOf('@') + 1)] : []));
  return ends.length === 0 ? {} : { waiversEnd: ends };
};

const thereBefore = ({ seen, wasThere }: Lease): { wasThere?: true } =>
  seen === 'present' || wasThere ? { wasThere: true } : {};

function granted(before: Lease | undefined, event: Extract<AccessEvent, { type: 'AccessGranted' }>, at: string): Lease {
  const { lease: id, person, resource, permission, restsOn, notAfter, account } = event;
  const isHeld = before?.want === 'present' && before.account === account;
  const continues = isHeld && before.permission === permission;
  return {
    id,
    person,
    resource,
    permission,
    ...(account === undefined ? {} : { account }),
    want: 'present',
    wantSince: continues ? before.wantSince : at,
    firstGrantedAt: before?.firstGrantedAt ?? at,
    basis: basisOf(restsOn),
    ...waiversAmong(restsOn),
    ...(notAfter === undefined ? {} : { notAfter }),
    seen: continues ? before.seen : 'unknown',
    ...(continues && before.seenAt !== undefined ? { seenAt: before.seenAt } : {}),
    ...(continues && before.held !== undefined ? { held: before.held } : {}),
    ...(continues && before.until !== undefined ? { until: before.until } : {}),
    ...(isHeld && !continues ? thereBefore(before) : {}),
    ...(continues && before.wasThere ? { wasThere: true } : {}),
    proofs: [],
    attempts: before?.attempts ?? 0,
    ...(continues && before.lastIntent !== undefined ? { lastIntent: before.lastIntent } : {}),
    ...(continues && before.failures !== undefined ? { failures: before.failures } : {}),
    ...(continues && before.nextAttemptAt !== undefined ? { nextAttemptAt: before.nextAttemptAt } : {}),
    ...(continues && before.lastError !== undefined ? { lastError: before.lastError } : {}),
    ...(continues && before.lastReason !== undefined ? { lastReason: before.lastReason } : {}),
    ...(continues ? invitationsSeen(before, before.seen, at) : {}),
    ...(continues && before.attested !== undefined ? { attested: before.attested } : {}),
    everOpened: before?.everOpened ?? false,
  };
}

/** What somebody accepted was found with: it is closed and proven absent as any access that has ended. */
const neverGranted = (
  {
    lease: id,
    person,
    resource,
    permission = 'unknown',
    account,
  }: Extract<AccessEvent, { type: 'AccessFoundWithoutGrant' }>,
  at: string,
): Lease => ({
  id,
  person,
  resource,
  permission,
  account,
  want: 'absent',
  wantSince: at,
  basis: basisOf([]),
  cause: 'never-granted',
  seen: 'unknown',
  proofs: [],
  attempts: 0,
  everOpened: false,
});
