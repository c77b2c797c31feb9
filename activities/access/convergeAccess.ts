import { fromRef } from '../../domain/access/resources.js';
import {
  closingMove,
  givenBack,
  type Move,
  mostOf,
  type OtherWant,
  openingMove,
  type RankOf,
  stillWanted,
} from '../../domain/access/sharedPlace.js';
import type { EffectOutcome } from '../../domain/case/effects.js';
import type { CaseState } from '../../domain/case/state.js';
import { own } from '../../domain/record.js';
import { ranksAt } from '../../providers/access/order.js';
import { type AccessProvider, type AccessTarget, type Account, ProviderError } from '../../providers/access/port.js';
import { answersFor, type Providers } from '../../providers/access/registry.js';
import type { Store } from '../../store/contract.js';
import type { EffectActivities, EffectContext } from '../contract.js';
import { countRequests } from './countRequests.js';
import { latestEnd, seenEnd } from './ends.js';
import { atProvider, caseNow, type Openable, type Opening, openable, openWhileAllowed } from './openWhileAllowed.js';
import { seenAs } from './seenAs.js';

/** What converging needs. */
export type ConvergeAccessPorts = {
  store: {
    cases: Pick<Store['cases'], 'get'>;
    people: Pick<Store['people'], 'accounts' | 'carryCorrection'>;
    openings: Store['openings'];
    places: Pick<Store['places'], 'wants'>;
  };
  providers: Providers;
};

/** Times that what other cases grant may change while one attempt is made; the next attempt sees the rest. */
const MOST_TURNS = 3;

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
 * 6. Nothing is opened that was stopped for all cases, whether or not this one was told.
 * 7. An account holds the most that any case grants it at a place. What other cases grant is read before each look: what one of them records
 *    later it does after this look, so that what was done here without knowing of it is put right there, or here by another turn.
 */
export function createConvergeAccess({ store, providers }: ConvergeAccessPorts): EffectActivities['convergeAccess'] {
  return async (effect, context) => {
    const found = await store.cases.get(context.caseId);
    if (found === undefined) throw new Error('The store has no such case.');
    const account = await accountOf(store, context.caseId, effect);
    if ('kind' in account) return account;
    const { lease, intent, attempts } = effect;
    try {
      const { counted, requests } = countRequests(answersFor(providers, effect.resource));
      const target = { place: effect.place, account };
      const attempt = { provider: counted, target, effect, store, context, state: found.state };
      const { observed, others, acted } = await converge(attempt);
      const until = observed.state === 'gone' ? undefined : seenEnd(observed, mayHold(attempt), others, context);
      const want = found.state.leases[lease]?.want ?? 'absent';
      const look = { caseId: context.caseId, lease: { ...effect, want }, intent, target, observed, others };
      const seen = await seenAs(store.people, look);
      const ends = until === undefined ? {} : { until };
      return { kind: 'access-seen', lease, intent, attempts, ...seen, ...ends, acted, providerRequests: requests() };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const { code, message, retryAfterMs } = error;
      return {
        kind: 'access-failed',
        lease,
        intent,
        attempts,
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
  { person, resource, lease, intent, attempts, account }: Converge,
): Promise<Account | Failed> {
  const told = await people.accounts(caseId, person, account);
  const fail = (code: string, message: string): Failed => ({
    kind: 'access-failed',
    lease,
    intent,
    attempts,
    code,
    message,
  });
  if (told === 'erased') return fail('RecipientErased', 'The personal data of the person was erased.');
  const found = own(told, fromRef(resource).provider);
  if (found?.id === undefined) return fail('RecipientUnknown', 'No account at the provider is known for the person.');
  return { id: found.id, name: found.name };
}

type Attempt = {
  provider: AccessProvider;
  target: AccessTarget;
  effect: Converge;
  store: ConvergeAccessPorts['store'];
  context: EffectContext;
  state: CaseState;
};

/** Looks, acts where something is to be done, and looks again; once more where another case came to grant something else meanwhile. */
async function converge(attempt: Attempt) {
  const { provider, target, effect, store, context } = attempt;
  const besides = { caseId: context.caseId, lease: effect.lease };
  const at = { provider: provider.id, placeId: target.place.id, accountId: target.account.id, besides };
  const wants = async () => stillWanted(await store.places.wants(at), caseNow(effect.decidedAt, context));
  let others = await wants();
  let observed = await provider.observe(target);
  // An attempt that did not come to its end may have closed it.
  let acted = effect.intent === 'close' && context.again === true;
  // So may one that failed, and another case may have granted it there meanwhile.
  const { failures = 0 } = attempt.state.leases[effect.lease] ?? {};
  const mayHaveTaken = effect.intent === 'close' && (context.again === true || failures > 0);
  for (let turn = 0; turn < MOST_TURNS && observed.state !== 'gone'; turn++) {
    const before = others;
    const own = moveOf(attempt, observed, others);
    const move =
      own.do === 'nothing' && (turn > 0 || mayHaveTaken) ? givenBack(observed, others, ranksAt(provider.id)) : own;
    if (move.do === 'nothing') break;
    acted = (await act(attempt, move, others)) || acted;
    others = await wants();
    observed = await provider.observe(target);
    if (sameWants(before, others)) break;
  }
  return { observed, others, acted };
}

/** What is to be done, by what the record wants and what was seen. By what is no more nobody comes in: nothing is to be done there. */
function moveOf(attempt: Attempt, observed: HeldThere, others: OtherWant[]): Move {
  const { effect, state, context } = attempt;
  const rank = ranksAt(fromRef(effect.resource).provider);
  const nothing: Move = { do: 'nothing' };
  if (effect.intent === 'close')
    return state.leases[effect.lease]?.want === 'absent' ? closingMove(observed, others, rank) : nothing;
  if (effect.intent !== 'open' || (effect.wasThere && observed.state === 'absent')) return nothing;
  const opening = mayHold(attempt);
  if (opening === undefined) return nothing;
  const move = openingMove(observed, opening.permission, others, rank);
  const end = seenEnd(observed, opening, others, context);
  const isRight = end === undefined || end === opening.notAfter;
  return move.do !== 'nothing' || isRight ? move : given(opening, others, rank);
}

/** What the case grants may be opened at this instant. */
const mayHold = ({ effect, state, context }: Attempt): Openable | undefined =>
  openable(state, openingOf(effect, context), caseNow(effect.decidedAt, context));

/** The same once more, so that the provider's own end moves. */
function given({ permission }: Openable, others: OtherWant[], rank: RankOf): Move {
  const other = mostOf(others, rank);
  return other !== undefined && rank(other.permission) > rank(permission)
    ? { do: 'give', permission: other.permission, other }
    : { do: 'give', permission };
}

type HeldThere = Exclude<Awaited<ReturnType<AccessProvider['observe']>>, { state: 'gone' }>;

/** Does it at the provider; false where nothing was asked of it. */
async function act(attempt: Attempt, move: Exclude<Move, { do: 'nothing' }>, others: OtherWant[]): Promise<boolean> {
  const { provider, target, effect, store, context } = attempt;
  if (move.do === 'give') {
    const own = mayHold(attempt);
    const opening = (move.other && openingOfOther(move.other)) ?? {
      ...openingOf(effect, context),
      ...(own && { notAfter: own.notAfter }),
    };
    const until = latestEnd(move.other === undefined ? own : undefined, others);
    const grant = { permission: move.permission, ...(until && { until: atProvider(until, context) }) };
    const now = () => caseNow(effect.decidedAt, context);
    const given = await openWhileAllowed(provider, target, grant, { opening, openings: store.openings, now });
    // What the other case grants may have ended meanwhile: then nothing is left that anybody grants.
    if (given || effect.intent !== 'close') return given;
  }
  await provider.withdraw(target);
  return true;
}

const openingOfOther = ({ caseId, lease, details, until }: OtherWant): Opening => ({
  ...{ caseId, lease, account: { details }, isOther: true },
  ...(until && { notAfter: until }),
});

const openingOf = ({ lease, account, notAfter }: Converge, { caseId }: EffectContext): Opening => ({
  caseId,
  lease,
  account: { details: account },
  ...(notAfter !== undefined && { notAfter }),
});

const sameWants = (before: OtherWant[], after: OtherWant[]): boolean =>
  before.length === after.length &&
  before.every(({ lease, caseId, permission }, i) => {
    const one = after[i];
    return one?.lease === lease && one.caseId === caseId && one.permission === permission;
  });
