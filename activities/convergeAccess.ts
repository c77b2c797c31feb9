import { mayOpen } from '../domain/access/desiredAccess.js';
import { fromRef } from '../domain/access/resources.js';
import type { EffectOutcome } from '../domain/case/effects.js';
import type { CaseState } from '../domain/case/state.js';
import { fromMs, type Instant, toMs } from '../domain/time.js';
import { type AccessProvider, type AccessTarget, ProviderError, type WhileAllowed } from '../providers/access/port.js';
import type { Store } from '../store/contract.js';
import type { EffectActivities, EffectContext } from './contract.js';
import { countRequests } from './countRequests.js';

/** What converging needs. */
export type ConvergeAccessPorts = {
  store: { cases: Pick<Store['cases'], 'get'>; people: Pick<Store['people'], 'login'>; openings: Store['openings'] };
  provider: AccessProvider;
};

/** Longest time that a request which gives access may be under way, milliseconds; what lapses within it is not opened. */
const OPEN_WITHIN_MS = 30_000;

type Converge = Parameters<EffectActivities['convergeAccess']>[0];
type Failed = Extract<EffectOutcome, { kind: 'access-failed' }>;

/**
 * Brings one lease at the provider nearer to what the record wants, and answers what a separate reading request saw. The only place where
 * access is given or taken.
 *
 * 1. What the record wants is read again and judged again: an effect may have waited for long.
 * 2. Nothing is opened unless its papers are in force when the request leaves and for as long as it may take. Until the provider has answered it,
 *    nothing that takes the access away can be recorded: that record waits.
 * 3. A look changes nothing; what it finds comes back through the record.
 * 4. `absent` is answered only when the provider was asked after the closing.
 * 5. What was there and is gone is not opened: somebody removed it, and the record says what follows.
 */
export function createConvergeAccess({ store, provider }: ConvergeAccessPorts): EffectActivities['convergeAccess'] {
  return async (effect, context) => {
    const found = await store.cases.get(context.caseId);
    if (found === undefined) throw new Error('The store has no such case.');
    const account = await accountOf(store, context.caseId, effect);
    if (typeof account !== 'string') return account;
    const { counted, requests } = countRequests(provider);
    try {
      const seen = await converge(counted, { resource: fromRef(effect.resource).id, account }, effect, {
        store,
        context,
        state: found.state,
      });
      return { kind: 'access-seen', lease: effect.lease, intent: effect.intent, ...seen, providerRequests: requests() };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const { code, message, retryAfterMs } = error;
      return {
        kind: 'access-failed',
        lease: effect.lease,
        intent: effect.intent,
        code,
        message,
        ...(retryAfterMs !== undefined && { retryAfterMs }),
      };
    }
  };
}

/** The login that the access was granted to, and no other. */
async function accountOf(
  { people }: ConvergeAccessPorts['store'],
  caseId: string,
  { person, lease, intent, account }: Converge,
): Promise<string | Failed> {
  const found = await people.login(caseId, person, account);
  const fail = (code: string, message: string): Failed => ({ kind: 'access-failed', lease, intent, code, message });
  if (found === 'erased') return fail('RecipientErased', 'The personal data of the person was erased.');
  return found?.login ?? fail('RecipientUnknown', 'No account at the provider is known for the person.');
}

async function converge(
  provider: AccessProvider,
  target: AccessTarget,
  effect: Converge,
  { store, context, state }: { store: ConvergeAccessPorts['store']; context: EffectContext; state: CaseState },
) {
  const before = await provider.observe(target);
  const closing =
    effect.intent === 'close' && state.leases[effect.lease]?.want === 'absent' && before.state !== 'absent';
  if (closing) {
    await provider.close(target);
    return seenAs(await provider.observe(target), true);
  }
  // An attempt that did not come to its end may have closed it.
  if (effect.intent === 'close') return seenAs(before, context.again === true);
  if (effect.intent !== 'open' || (effect.wasThere && before.state === 'absent')) return seenAs(before, false);
  const permission = openable(state, effect, caseNow(effect, context));
  if (permission === undefined || (before.state !== 'absent' && before.permission === permission))
    return seenAs(before, false);
  const acted = await open(provider, target, permission, { effect, store, context });
  return seenAs(await provider.observe(target), acted);
}

/** What has been recorded since the state was read does not let it be opened any more. */
class Ended extends Error {}

/** Asks for access; false when the record had ended it before anything was sent. */
async function open(
  provider: AccessProvider,
  target: AccessTarget,
  permission: string,
  { effect, store, context }: { effect: Converge; store: ConvergeAccessPorts['store']; context: EffectContext },
): Promise<boolean> {
  let prevented: unknown;
  const whileAllowed: WhileAllowed = async (send) => {
    let sent = false;
    try {
      return await store.openings.hold(context.caseId, async (held) => {
        if (!(await held.stillHeld()))
          throw new ProviderError('OpeningTooLate', 'It took too long to ask for access; nothing was sent.');
        // Judged last: between this and the sending nothing is waited for.
        if (openable(held.state, effect, caseNow(effect, context)) !== permission) throw new Ended();
        sent = true;
        return send();
      });
    } catch (error) {
      if (!sent) prevented = error;
      throw error;
    }
  };
  try {
    await provider.open(target, permission, whileAllowed);
    return true;
  } catch (error) {
    if (prevented instanceof Ended) return false;
    // What kept it from being sent is not the provider's.
    throw prevented ?? error;
  }
}

/** The permission that may be opened at `now`; undefined when nothing may. */
function openable(state: CaseState, { lease, account, notAfter }: Converge, now: Instant): string | undefined {
  if (state.leases[lease]?.account !== account) return undefined;
  const verdict = mayOpen(state, lease, now);
  const limits = [notAfter, verdict.allowed ? verdict.notAfter : undefined];
  // What lapses while the request is under way would be opened without it.
  const over = limits.some((limit) => limit !== undefined && toMs(limit) <= toMs(now) + OPEN_WITHIN_MS);
  return verdict.allowed && !over ? verdict.permission : undefined;
}

/** The later of two readings, so that neither a slow queue nor a slow machine clock opens anything too late. */
function caseNow({ decidedAt }: Converge, { clockOffsetMs }: EffectContext): Instant {
  return fromMs(Math.max(Date.now() + clockOffsetMs, toMs(decidedAt)));
}

const seenAs = ({ state, permission }: Awaited<ReturnType<AccessProvider['observe']>>, acted: boolean) => ({
  seen: state,
  ...(permission !== undefined && { permission }),
  acted,
});
