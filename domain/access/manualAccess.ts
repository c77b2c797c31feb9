import type { HumanCommand } from '../case/commands.js';
import { type Decision, isRefusal, record, refuse } from '../case/decision.js';
import type { Resource } from '../case/intake.js';
import type { Actor } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { inPlaceOf, unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { leaseId, mayOpen } from './desiredAccess.js';
import type { AccessIntent, Lease } from './lease.js';
import { decideAccessOutcome } from './report.js';
import { refOf } from './resources.js';

type ManualCommand = Extract<HumanCommand, { type: 'AttestManualChange' | 'VerifyManualAccess' }>;

/** Who opens and closes something by hand by now, and who checks. */
export type Hands = Required<Pick<Resource, 'administrator' | 'checker'>> & Pick<Lease, 'resource'>;

/** By whose hands a lease is opened and closed; undefined where a system does it. */
export function handsOf(state: CaseState, { resource }: Lease): Hands | undefined {
  const { intake, formerResources = [] } = state;
  const found = [...intake.resources, ...formerResources].find((r) => refOf(r) === resource);
  if (found?.administrator === undefined || found.checker === undefined) return undefined;
  const [administrator, checker] = [inPlaceOf(state, found.administrator), inPlaceOf(state, found.checker)];
  return { resource, administrator, checker };
}

/** What a check of this lease is about. */
export function intentOfCheck(lease: Lease): AccessIntent {
  if (lease.want === 'present') return lease.seen === 'present' ? 'look' : 'open';
  return lease.absentAt === undefined ? 'close' : 'look';
}

/**
 * Access to data sets and models that no system gives: their administrator opens and closes by hand and says so with evidence, and another
 * person checks. What is checked goes onto the record exactly as what is read at a provider.
 */
export function decideManualAccess(state: CaseState, command: ManualCommand, actor: Actor, now: Instant): Decision {
  const lease = own(state.leases, leaseId(command.person, command.resource));
  const hands = lease === undefined ? undefined : handsOf(state, lease);
  if (lease === undefined || hands === undefined)
    return refuse(
      'UnknownLease',
      say('access.no-manual-grant', { person: command.person, resource: command.resource }),
    );
  const denied = unlessRole(state, actor, [actor.role]);
  if (denied) return denied;
  return command.type === 'AttestManualChange'
    ? report(state, lease, hands, command, actor, now)
    : check(state, lease, hands, command, actor, now);
}

function report(
  state: CaseState,
  lease: Lease,
  hands: Hands,
  { is, evidence }: Extract<ManualCommand, { type: 'AttestManualChange' }>,
  actor: Actor,
  now: Instant,
): Decision {
  if (actor.personId !== hands.administrator)
    return refuse(
      'NotYourRole',
      say('access.not-administrator', { resource: hands.resource, administrator: hands.administrator }),
    );
  const opening = is === 'opened';
  if (opening !== (lease.want === 'present'))
    return refuse('AccessNotWanted', say(opening ? 'access.not-to-be-opened' : 'access.not-to-be-closed'));
  const verdict = opening ? mayOpen(state, lease.id, now) : { allowed: true as const };
  if (!verdict.allowed) return refuse('AccessNotWanted', say('access.close-again', { why: verdict.why }));
  return record({ type: 'ManualChangeAttested', lease: lease.id, is, evidence });
}

function check(
  state: CaseState,
  lease: Lease,
  hands: Hands,
  { found, evidence }: Extract<ManualCommand, { type: 'VerifyManualAccess' }>,
  actor: Actor,
  now: Instant,
): Decision {
  if (actor.personId !== hands.checker)
    return refuse('NotYourRole', say('access.not-checker', { resource: hands.resource, checker: hands.checker }));
  if (lease.attested?.by === actor.personId) return refuse('RequesterMayNotDecide', say('access.verify-own-change'));
  const seen = {
    kind: 'access-seen',
    lease: lease.id,
    intent: intentOfCheck(lease),
    seen: found,
    acted: false,
    providerRequests: 0,
  } as const;
  const decision = decideAccessOutcome(state, seen, now);
  return isRefusal(decision)
    ? decision
    : record({ type: 'ManualAccessVerified', lease: lease.id, found, evidence }, ...decision.events);
}
