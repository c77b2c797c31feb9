import { fromRef } from '../../domain/access/resources.js';
import { surveyNews } from '../../domain/access/survey.js';
import type { EffectOutcome, PlaceLooked } from '../../domain/case/effects.js';
import { own } from '../../domain/record.js';
import { fromMs, type Instant } from '../../domain/time.js';
import { type AccessProvider, type Glimpse, type Listing, ProviderError } from '../../providers/access/port.js';
import type { Providers } from '../../providers/access/registry.js';
import type { Store } from '../../store/contract.js';
import type { LookResult, PlaceId } from '../../store/placesContract.js';
import type { EffectActivities, PlaceActivities } from '../contract.js';
import { isFresh, mayBeBrief, restOf } from './atAGlimpse.js';
import { type CaseAtPlace, casesAtPlace } from './casesAtPlace.js';
import { changedLeases, type Looking } from './changedLeases.js';
import { unexpected } from './unexpected.js';

/** What a case is told after a look that was not its own. */
export type LookOutcome = Extract<EffectOutcome, { kind: 'place-looked' | 'survey-failed' }>;

/** What a look needs. */
export type LookAtPlacePorts = {
  store: {
    cases: Pick<Store['cases'], 'get'>;
    people: Pick<Store['people'], 'told' | 'carry' | 'carryCorrection'>;
    places: Pick<Store['places'], 'at' | 'last' | 'looked' | 'recognize'>;
  };
  providers: Providers;
  /** Puts what a look found on the record of a case; false where the case takes nothing any more. */
  tell(caseId: string, outcome: LookOutcome): Promise<boolean>;
};

/** Some cases could not be told what was found; the look is to be made again. */
export class CasesNotTold extends Error {
  override readonly name = 'CasesNotTold';
}

/** Looks at a place for all cases that look after it, and tells each what concerns it and is not as it knew it. Throws {@link CasesNotTold}. */
export const createLookForAll =
  (ports: LookAtPlacePorts): PlaceActivities['lookForAll'] =>
  async ({ at: now = fromMs(Date.now()), ...place }) => {
    const { told, untold, failure } = await look(ports, place, now);
    if (untold > 0) throw new CasesNotTold(`Not told what was found: ${untold}.`);
    return { told, ...(failure !== undefined && { failed: failure }) };
  };

/** Looks at a place since a case asks for it now; the other cases are told as after any look. */
export const createLookAtPlace =
  (ports: LookAtPlacePorts): EffectActivities['lookAtPlace'] =>
  async ({ resource, place }, { caseId, caseTime }) => {
    const asked = { caseId, resource };
    const { provider } = fromRef(resource);
    const { outcome } = await look(ports, { provider, placeId: place.id }, caseTime, asked);
    // A place that the case looks after no more has nothing to tell it.
    return outcome ?? { kind: 'place-looked', resource, seen: [], unknownAccounts: [] };
  };

type Asked = { caseId: string; resource: string };

async function look(ports: LookAtPlacePorts, place: PlaceId, now: Instant, asked?: Asked) {
  const { store } = ports;
  // Read before the provider is asked: what is recorded meanwhile overtakes the look.
  const { cases, isWhole } = await casesAtPlace(store, place);
  const outcomes = new Map<CaseAtPlace, LookOutcome>();
  let result: LookResult;
  try {
    const provider = ports.providers(place.provider);
    const last = await store.places.last(place);
    // Whoever asks wants all of it read.
    const isKnown = (all: readonly Glimpse[]) =>
      asked === undefined &&
      isWhole &&
      isFresh(last.readAt, now) &&
      mayBeBrief(cases) &&
      restOf(cases, all) === last.rest;
    const listing = await listed(provider, cases, place, isKnown);
    await found({ ports, now, provider, cases, isWhole, listing, asked, lookedBefore: last.lookedAt }, outcomes);
    result = resultOf(cases, listing, isWhole);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    result = { failed: error.code };
    for (const at of cases) failed(at, error, isAsked(at, asked), outcomes);
  }
  const { told, untold, outcome } = await tellAll(ports, outcomes, asked);
  // A look of which somebody was not told has no date: it is made again, and reads everything.
  if (untold === 0) await store.places.looked(place, now, result);
  return { told, untold, outcome, failure: 'failed' in result ? result.failed : undefined };
}

const isAsked = ({ caseId, resource }: CaseAtPlace, asked?: Asked): boolean =>
  asked?.caseId === caseId && asked.resource === resource;

/** The list of the place, under the name that it goes by now. */
function listed(
  provider: AccessProvider,
  cases: CaseAtPlace[],
  { placeId }: PlaceId,
  isKnown: (all: readonly Glimpse[]) => boolean,
): Promise<Listing> {
  const names = cases.flatMap(({ state, resource }) => own(state.places, resource)?.place?.name ?? []);
  return provider.list({ id: placeId, name: names[0] ?? '' }, isKnown);
}

type Finding = {
  ports: LookAtPlacePorts;
  now: Instant;
  provider: AccessProvider;
  cases: CaseAtPlace[];
  isWhole: boolean;
  listing: Listing;
  asked: Asked | undefined;
  lookedBefore: Instant | undefined;
};

async function found(finding: Finding, outcomes: Map<CaseAtPlace, LookOutcome>): Promise<void> {
  const { ports, now, provider, cases, isWhole, listing, asked, lookedBefore } = finding;
  const { store } = ports;
  const looking: Looking = {
    provider,
    people: store.people,
    cases,
    listing,
    now,
    ...(lookedBefore && { lookedBefore }),
  };
  // Whose the people of a case in quarantine are, nobody can say: nobody is taken for a stranger meanwhile.
  const isJudged = isWhole && !('gone' in listing) && !listing.brief;
  const strangers = isJudged ? await unexpected(store, cases, listing) : undefined;
  for (const at of cases) {
    const { seen, people } = await changedLeases(looking, at);
    const its = strangers?.get(at) ?? { permissions: {}, people: [] };
    const unknownAccounts =
      strangers && surveyNews(at.state, { ...at, permissions: its.permissions }, now, isAsked(at, asked));
    if (seen.length === 0 && unknownAccounts === undefined) continue;
    const sealed = [...people, ...(unknownAccounts === undefined ? [] : its.people)];
    const outcome: PlaceLooked = {
      kind: 'place-looked',
      resource: at.resource,
      seen,
      ...(unknownAccounts && { unknownAccounts }),
      ...(unknownAccounts && unknownAccounts.length > 0 && { permissions: its.permissions }),
      ...(sealed.length > 0 && { people: sealed }),
    };
    outcomes.set(at, outcome);
  }
}

function resultOf(cases: CaseAtPlace[], listing: Listing, isWhole: boolean): LookResult {
  if ('gone' in listing) return { accounts: 0 };
  const { accounts, unseen, brief } = listing;
  const others = accounts.filter(({ own }) => own !== true);
  return { accounts: accounts.length, ...(!brief && isWhole && { read: { unseen, rest: restOf(cases, others) } }) };
}

/** That looks fail is told once, and again to whoever asked. */
function failed(
  at: CaseAtPlace,
  { code, message }: ProviderError,
  asked: boolean,
  outcomes: Map<CaseAtPlace, LookOutcome>,
): void {
  const { state, resource } = at;
  if (!asked && own(state.surveys, resource)?.failingSince !== undefined) return;
  outcomes.set(at, { kind: 'survey-failed', resource, code, message, ...(asked && { asked: true as const }) });
}

/** Tells each case; whoever asked gets the answer. One that cannot be told keeps nobody else from being told. */
async function tellAll({ tell }: LookAtPlacePorts, outcomes: Map<CaseAtPlace, LookOutcome>, asked?: Asked) {
  let told = 0;
  let untold = 0;
  let outcome: LookOutcome | undefined;
  for (const [at, its] of outcomes) {
    if (isAsked(at, asked)) outcome = its;
    else
      await tell(at.caseId, its).then(
        (taken) => {
          told += taken ? 1 : 0;
        },
        () => {
          untold++;
        },
      );
  }
  return { told, untold, outcome };
}
