import { mayOpen } from '../../domain/access/desiredAccess.js';
import { fromRef } from '../../domain/access/resources.js';
import type { CaseState } from '../../domain/case/state.js';
import { earliest, fromMs, type Instant, plusMs, toMs } from '../../domain/time.js';
import {
  type AccessProvider,
  type AccessTarget,
  ProviderError,
  type WhileAllowed,
} from '../../providers/access/port.js';
import type { Store } from '../../store/contract.js';
import type { EffectContext } from '../contract.js';

/** Longest time that a request which gives access may be under way, milliseconds; what lapses within it is not opened. */
const OPEN_WITHIN_MS = 30_000;

/** What may be opened, and until when. */
export type Openable = { permission: string; notAfter: Instant };

/** Access of a case that is to be opened. */
export type Opening = {
  caseId: string;
  lease: string;
  /** Which of the things told of the person the grant has to name. */
  account: { details: string | undefined };
  /** It is another case's, on whose behalf it is asked for. */
  isOther?: true;
  /** The instant from which it is not opened any more, as it was when that was decided. */
  notAfter?: Instant;
};

/** What has been recorded since the state was read does not let it be opened any more. */
class Ended extends Error {}

/**
 * Asks for access that a case grants; false when the record had ended it before anything was sent. Until the provider has answered, nothing
 * that takes it away can be recorded in that case.
 */
export async function openWhileAllowed(
  provider: AccessProvider,
  target: AccessTarget,
  { permission, until }: { permission: string; until?: Instant },
  { opening, openings, now }: { opening: Opening; openings: Store['openings']; now(): Instant },
): Promise<boolean> {
  let prevented: unknown;
  const whileAllowed: WhileAllowed = async (send) => {
    let sent = false;
    try {
      return await openings.hold(opening.caseId, async (held) => {
        if (!(await held.stillHeld()))
          throw new ProviderError('OpeningTooLate', 'It took too long to ask for access; nothing was sent.');
        const stopped = await held.stopOn(stoppable(held.state, opening, target));
        // What somebody else was granted is not given back either; their own case says why.
        if (stopped !== undefined && opening.isOther) throw new Ended();
        if (stopped !== undefined)
          throw new ProviderError('AccessStopped', 'This access was stopped for all cases; nothing was sent.');
        // Judged last: between this and the sending nothing is waited for.
        const may = openable(held.state, opening, now());
        const { notAfter = may?.notAfter } = opening;
        if (may?.permission !== permission || toMs(may.notAfter) < toMs(notAfter ?? may.notAfter)) throw new Ended();
        sent = true;
        return send();
      });
    } catch (error) {
      if (!sent) prevented = error;
      throw error;
    }
  };
  try {
    await provider.grant(target, { permission, ...(until && { until }) }, whileAllowed);
    return true;
  } catch (error) {
    if (prevented instanceof Ended) return false;
    // What kept it from being sent is not the provider's.
    throw prevented ?? error;
  }
}

/** What is about to be opened, by every name of its place. */
function stoppable({ intake, leases }: CaseState, { lease }: Opening, { place }: AccessTarget) {
  const { person = '', resource = '' } = leases[lease] ?? {};
  return { person, vendor: intake.vendor.name, places: [resource, `${fromRef(resource).provider}:${place.name}`] };
}

/** What may be opened at `now`; undefined when nothing may. */
export function openable(state: CaseState, opening: Opening, now: Instant): Openable | undefined {
  const { lease, account, notAfter } = opening;
  if (state.leases[lease]?.account !== account.details) return undefined;
  const verdict = mayOpen(state, lease, now);
  if (!verdict.allowed) return undefined;
  const ends = earliest([notAfter, verdict.notAfter]) ?? verdict.notAfter;
  // What lapses while the request is under way would be opened without it.
  return toMs(ends) > toMs(now) + OPEN_WITHIN_MS ? { permission: verdict.permission, notAfter: ends } : undefined;
}

/** An instant of the case by the clock of the world: in a rehearsal's virtual time the two differ. */
export const atProvider = (at: Instant, { clockOffsetMs }: EffectContext): Instant => plusMs(at, -clockOffsetMs);

/** The later of two readings, so that neither a slow queue nor a slow machine clock opens anything too late. */
export const caseNow = (decidedAt: Instant, { clockOffsetMs }: EffectContext): Instant =>
  fromMs(Math.max(Date.now() + clockOffsetMs, toMs(decidedAt)));
