import { mayOpen } from '../domain/access/desiredAccess.js';
import type { WayIn } from '../domain/access/lease.js';
import { fromRef } from '../domain/access/resources.js';
import type { EffectOutcome } from '../domain/case/effects.js';
import type { CaseState } from '../domain/case/state.js';
import { own } from '../domain/record.js';
import { fromMs, type Instant, toMs } from '../domain/time.js';
import {
  type AccessProvider,
  type AccessTarget,
  type Account,
  type Observed,
  ProviderError,
  type Way,
  type WhileAllowed,
} from '../providers/access/port.js';
import { answersFor, type Providers } from '../providers/access/registry.js';
import type { Store } from '../store/contract.js';
import type { EffectActivities, EffectContext } from './contract.js';
import { countRequests } from './countRequests.js';

/** What converging needs. */
export type ConvergeAccessPorts = {
  store: {
    cases: Pick<Store['cases'], 'get'>;
    people: Pick<Store['people'], 'accounts' | 'carryCorrection'>;
    openings: Store['openings'];
  };
  providers: Providers;
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
 * 5. Nothing is opened that was stopped for all cases, whether or not this one was told.
 * 6. What was there and is gone is not opened: somebody removed it, and the record says what follows.
 */
export function createConvergeAccess({ store, providers }: ConvergeAccessPorts): EffectActivities['convergeAccess'] {
  return async (effect, context) => {
    const found = await store.cases.get(context.caseId);
    if (found === undefined) throw new Error('The store has no such case.');
    const account = await accountOf(store, context.caseId, effect);
    if ('kind' in account) return account;
    try {
      const { counted, requests } = countRequests(answersFor(providers, effect.resource));
      const target = { place: effect.place, account };
      const { observed, acted } = await converge(counted, target, effect, { store, context, state: found.state });
      const { lease, intent } = effect;
      const seen = await seenAs(store, context.caseId, { effect, target, observed });
      return { kind: 'access-seen', lease, intent, ...seen, acted, providerRequests: requests() };
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

/** The account at the resource's provider that the access was granted to, by its number, and no other. */
async function accountOf(
  { people }: ConvergeAccessPorts['store'],
  caseId: string,
  { person, resource, lease, intent, account }: Converge,
): Promise<Account | Failed> {
  const told = await people.accounts(caseId, person, account);
  const fail = (code: string, message: string): Failed => ({ kind: 'access-failed', lease, intent, code, message });
  if (told === 'erased') return fail('RecipientErased', 'The personal data of the person was erased.');
  const found = own(told, fromRef(resource).provider);
  if (found?.id === undefined) return fail('RecipientUnknown', 'No account at the provider is known for the person.');
  return { id: found.id, name: found.name };
}

async function converge(
  provider: AccessProvider,
  target: AccessTarget,
  effect: Converge,
  { store, context, state }: { store: ConvergeAccessPorts['store']; context: EffectContext; state: CaseState },
) {
  const before = await provider.observe(target);
  // By what is no more nobody comes in, and nothing is to be taken away from it.
  if (before.state === 'gone') return { observed: before, acted: false };
  const closing =
    effect.intent === 'close' && state.leases[effect.lease]?.want === 'absent' && before.state !== 'absent';
  if (closing) {
    await provider.withdraw(target);
    return { observed: await provider.observe(target), acted: true };
  }
  // An attempt that did not come to its end may have closed it.
  if (effect.intent === 'close') return { observed: before, acted: context.again === true };
  const leave = { observed: before, acted: false };
  if (effect.intent !== 'open' || (effect.wasThere && before.state === 'absent')) return leave;
  const permission = openable(state, effect, caseNow(effect, context));
  if (permission === undefined || (before.state !== 'absent' && before.permission === permission)) return leave;
  const acted = await open(provider, target, permission, { effect, store, context });
  return { observed: await provider.observe(target), acted };
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
        if ((await held.stopOn(openingOf(held.state, effect))) !== undefined)
          throw new ProviderError('AccessStopped', 'This access was stopped for all cases; nothing was sent.');
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
    await provider.grant(target, { permission }, whileAllowed);
    return true;
  } catch (error) {
    if (prevented instanceof Ended) return false;
    // What kept it from being sent is not the provider's.
    throw prevented ?? error;
  }
}

/** What is about to be opened, by every name of its place. */
const openingOf = ({ intake }: CaseState, { person, resource, place }: Converge) => ({
  person,
  vendor: intake.vendor.name,
  places: [resource, `${fromRef(resource).provider}:${place.name}`],
});

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

/** What is reported of a look: what was seen, under which other names than before, and what is no more. */
async function seenAs(
  { people }: ConvergeAccessPorts['store'],
  caseId: string,
  { effect, target, observed }: { effect: Converge; target: AccessTarget; observed: Observed },
) {
  if (observed.state === 'gone') return { seen: 'absent' as const, gone: observed.what };
  const { state: seen, permission, ways, account, place, lapsedInvitation } = observed;
  const renamed =
    account.name === target.account.name
      ? undefined
      : await people.carryCorrection(
          caseId,
          { of: effect.person, by: effect.person },
          { accounts: { [fromRef(effect.resource).provider]: { name: account.name, id: account.id } } },
        );
  return {
    seen,
    ...(permission !== undefined && { permission }),
    ...(effect.intent === 'close' && ways.length > 0 && { ways: ways.map(waySeen) }),
    ...(lapsedInvitation && { lapsedInvitation }),
    ...(place.name !== target.place.name && { place }),
    ...(renamed && { details: renamed.person.details, people: [renamed.person] }),
  };
}

/** By which way somebody comes in; what it gives is told of all of them together. */
const waySeen = ({ by, through }: Way): WayIn => ({ by, ...(through !== undefined && { through }) });
