import type { HumanCommand } from '../case/commands.js';
import { type Decision, isRefusal, record, refuse } from '../case/decision.js';
import type { Asset } from '../case/intake.js';
import type { Actor } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { inPlaceOf, unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { leaseId, mayOpen } from './desiredAccess.js';
import type { AccessIntent, Lease } from './lease.js';
import { decideAccessOutcome } from './report.js';

type ManualCommand = Extract<HumanCommand, { type: 'AttestManualChange' | 'VerifyManualAccess' }>;

/** The asset of a lease that is held by hand, with whoever administers and checks it by now; undefined for a repository. */
export function assetOf(state: CaseState, lease: Lease): Asset | undefined {
  const { intake, formerAssets = [] } = state;
  const asset = [...(intake.assets ?? []), ...formerAssets].find((a) => a.id === lease.resource);
  if (asset === undefined) return undefined;
  const [administrator, checker] = [inPlaceOf(state, asset.administrator), inPlaceOf(state, asset.checker)];
  return { ...asset, administrator, checker };
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
  const asset = lease === undefined ? undefined : assetOf(state, lease);
  if (lease === undefined || asset === undefined)
    return refuse(
      'UnknownLease',
      say('access.no-manual-grant', { person: command.person, resource: command.resource }),
    );
  const denied = unlessRole(state, actor, [actor.role]);
  if (denied) return denied;
  return command.type === 'AttestManualChange'
    ? report(state, lease, asset, command, actor, now)
    : check(state, lease, asset, command, actor, now);
}

function report(
  state: CaseState,
  lease: Lease,
  asset: Asset,
  { is, evidence }: Extract<ManualCommand, { type: 'AttestManualChange' }>,
  actor: Actor,
  now: Instant,
): Decision {
  if (actor.personId !== asset.administrator)
    return refuse(
      'NotYourRole',
      say('access.not-administrator', { resource: asset.id, administrator: asset.administrator }),
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
  asset: Asset,
  { found, evidence }: Extract<ManualCommand, { type: 'VerifyManualAccess' }>,
  actor: Actor,
  now: Instant,
): Decision {
  if (actor.personId !== asset.checker)
    return refuse('NotYourRole', say('access.not-checker', { resource: asset.id, checker: asset.checker }));
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
