import { type Decision, record, refuse } from '../case/decision.js';
import type { EffectOutcome } from '../case/effects.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { own } from '../record.js';
import { say } from '../say.js';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, notAfter, plusMs, toMs } from '../time.js';
import { accountStanding, isGoneAt } from './identify.js';
import { endedInvitation } from './invitations.js';
import { type AccessIntent, isOvertaken, type Lease } from './lease.js';
import { changedOutside, removedBeforeEnd } from './outsideChanges.js';
import { fromRef } from './resources.js';
import { PROOF_HOURS } from './schedule.js';

type AccessOutcome = Extract<EffectOutcome, { kind: 'access-seen' | 'access-failed' }>;

/** Turns what was seen at the provider into facts: nothing is recorded as withdrawn before a closing read it back as absent. */
export function decideAccessOutcome(state: CaseState, outcome: AccessOutcome, now: Instant): Decision {
  const { intent } = outcome;
  const lease = own(state.leases, outcome.lease);
  if (lease === undefined) return refuse('Malformed', say('access.unknown-grant', { grant: outcome.lease }));
  if (outcome.attempts !== undefined && outcome.attempts !== lease.attempts) return record();
  if (outcome.kind === 'access-failed') {
    const { code, message } = outcome;
    return record({
      type: 'AccessFailed',
      lease: lease.id,
      intent,
      code,
      message,
      nextAttemptAt: retryAt(state, lease, intent, outcome.retryAfterMs, now),
    });
  }
  const { seen, permission, acted, providerRequests, ways, others, until } = outcome;
  const observed: CaseEvent = {
    type: 'AccessObserved',
    lease: lease.id,
    intent,
    seen,
    ...(permission === undefined ? {} : { permission }),
    acted,
    providerRequests,
    ...(ways && lease.want === 'absent' && { ways }),
    ...(others && { others }),
    ...(until !== undefined && lease.want === 'present' && { until }),
  };
  const found = identityFacts(state, lease, outcome);
  // What is no more was removed by nobody's hand from this access alone.
  if (outcome.gone !== undefined && lease.want === 'present') return record(observed, ...found);
  if (lease.want === 'present')
    return record(
      observed,
      ...found,
      ...changedOutside(lease, outcome),
      ...endedInvitation(lease, outcome),
      ...opened(lease, outcome),
    );
  if (isOvertaken(lease, intent)) return record(observed, ...found);
  const removed = outcome.gone === undefined ? removedBeforeEnd(state, lease, outcome, now) : [];
  return record(observed, ...found, ...removed, ...withdrawn(lease, outcome, now));
}

/** What an attempt learnt of who and where: another name, or that it is no more. */
function identityFacts(
  { people, places }: CaseState,
  { person, resource, account }: Lease,
  { gone, place, details }: Extract<AccessOutcome, { kind: 'access-seen' }>,
): CaseEvent[] {
  const facts: CaseEvent[] = [];
  const standing = own(places, resource);
  if (gone === 'place' && standing?.is !== 'gone') facts.push({ type: 'ResourceUnknown', resource, gone: true });
  if (place !== undefined && place.id === standing?.place?.id && place.name !== standing.place.name)
    facts.push({ type: 'ResourceIdentified', resource, place });
  if (account === undefined) return facts;
  const member = own(people, person);
  const { provider } = fromRef(resource);
  const standingThere = member && accountStanding(member);
  if (gone === 'account' && member?.details === account && !isGoneAt(standingThere, provider))
    facts.push({ type: 'AccountUnknown', person, of: account, providers: [provider], gone: true });
  if (details !== undefined) {
    const known = standingThere?.is === 'known' ? standingThere.providers : [];
    const providers = [...new Set([...known, provider])];
    facts.push({ type: 'AccountIdentified', person, of: account, details, providers });
  }
  return facts;
}

function opened(lease: Lease, outcome: Extract<AccessOutcome, { kind: 'access-seen' }>): CaseEvent[] {
  const isNew = outcome.seen === 'present' && lease.seen !== 'present';
  return isNew ? [{ type: 'AccessOpened', lease: lease.id, permission: outcome.permission ?? lease.permission }] : [];
}

function withdrawn(lease: Lease, outcome: Extract<AccessOutcome, { kind: 'access-seen' }>, now: Instant): CaseEvent[] {
  if (outcome.seen !== 'absent' && outcome.seen !== 'others')
    return lease.absentAt === undefined ? [] : [{ type: 'AccessFoundAfterEnd', lease: lease.id, seen: outcome.seen }];
  const others = outcome.others && { others: outcome.others };
  if (lease.absentAt === undefined) return [{ type: 'AccessWithdrawn', lease: lease.id, ...others }];
  const since = lease.absentAt;
  const owed = PROOF_HOURS.filter((h) => !lease.proofs.includes(h) && notAfter(plusMs(since, h * HOUR_MS), now));
  return owed.map((hours) => ({ type: 'AbsenceProven', lease: lease.id, hours, ...others }));
}

/** How many times the policy's minutes an attempt waits at most; a closing waits less, since somebody who has to be out may still be in. */
const LONGEST_WAIT = { open: 16, look: 16, close: 4 };

/** The longest wait that a provider is believed, milliseconds: whoever has to be out is not left in for longer than an hour by a number from outside. */
const LONGEST_ASKED_MS = { open: DAY_MS, look: DAY_MS, close: HOUR_MS };

/** When a failed attempt is made again: after the policy's minutes, twice as long with each failure in a row, and not before the provider allows it, within bounds. */
function retryAt(
  state: CaseState,
  lease: Lease,
  intent: AccessIntent,
  retryAfterMs: number | undefined,
  now: Instant,
): Instant {
  // Only a closing that failed keeps a closing waiting.
  if (isOvertaken(lease, intent)) return now;
  const longer = Math.min(2 ** (lease.failures ?? 0), LONGEST_WAIT[intent]);
  const wait = state.plan.numbers.effectRetryMinutes * MINUTE_MS * longer;
  return plusMs(now, Math.max(wait, Math.min(retryAfterMs ?? 0, LONGEST_ASKED_MS[intent])));
}

/** Failures in a row after which an opening that the provider refuses is told. */
const REFUSED_TOLD_AFTER = 2;

/** True of access that the provider refuses to give, for a reason that no further asking takes away. */
export const isRefused = ({ want, seen, lastError, failures = 0 }: Lease): boolean =>
  want === 'present' && seen !== 'present' && lastError === 'ProviderRefused' && failures >= REFUSED_TOLD_AFTER;

/** True while a withdrawal has not gone through for so long that somebody has to be told. */
export const isStuck = (lease: Lease, now: Instant): boolean =>
  lease.want === 'absent' && lease.absentAt === undefined && toMs(now) - toMs(lease.wantSince) >= HOUR_MS;
