import type { Effect, EffectOutcome } from '../domain/case/effects.js';
import type { CaseState } from '../domain/case/state.js';
import type { Instant } from '../domain/time.js';
import type { Head } from '../evidence/ledger.js';
import type { AppendAnswer, AppendInput } from '../store/contract.js';

type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;
type Appended = Extract<AppendAnswer, { status: 'appended' }>;

/** What follows from a state: the nearest later instant at which time makes something true, and the effects that are due. */
export type Next =
  | {
      due?: Instant;
      /** Effects that have not been started. */
      start: Effect[];
      /** Ids of effects that have been started and are still asked for. */
      underWay: string[];
    }
  /** The rules failed on the state. */
  | { fault: string };

/** An append with what follows from the state that it leads to. */
export type Recording = AppendInput & {
  next: Next;
  /** The engine's own command that changes nothing: it leaves no row. */
  idle: boolean;
};

/** Asked in place of an append while a run is replayed: the history holds the answer, so there is nothing to decide. */
export type Undecided = { undecided: true };

/**
 * The answer of an append. What was recorded and what followed come back with it into the history, so that a replay arrives there whatever the
 * rules of the build that replays would decide by now.
 */
export type Recorded = (Appended & Pick<Recording, 'entries' | 'next'>) | Exclude<AppendAnswer, { status: 'appended' }>;

/** How the state of a run stands to the stored one. */
export type Reconciled =
  | { status: 'same' }
  /** They differed, and the ledger is sound: its fold by the worker's build, which is now the stored state too. */
  | { status: 'rebuilt'; state: CaseState }
  | { status: 'broken'; message: string };

/** The activities on the ledger; each is run as a local one first, as an ordinary one while the database is away. */
export interface LedgerActivities {
  /** `undecided` answers {@link Undecided}, which reaches a worker only where the history does not hold the answer after all. */
  appendEntries(recording: Recording | Undecided): Promise<Recorded | { status: 'undecided' }>;
  /** Compares a run's state, the fold up to `head`, with the stored one. */
  reconcileState(run: { caseId: string; head: Head; stateHash: string }): Promise<Reconciled>;
}

/** A place to be looked at; `at`: the time of the cases, only in a rehearsal. */
export type PlaceLook = { provider: string; placeId: string; at?: Instant };

/** What came of a look; `failed`: the code of what kept it from seeing the place. */
export type LookedForAll = { told: number; failed?: string };

/** What is done for all cases together. */
export interface PlaceActivities {
  /** Looks at a place, and tells each case what concerns it and has changed; answers how many were told something, and why the place could not be seen. */
  lookForAll(look: PlaceLook): Promise<LookedForAll>;
}

/** Where an effect belongs, and what time it is there. */
export type EffectContext = {
  caseId: string;
  /** The case's time when the effect was started. */
  caseTime: Instant;
  /**
   * Case time minus the machine's time, milliseconds; zero in production. Inside a rehearsal the machine of an activity does not know of the
   * time that was skipped: the worker sets it anew from `caseTime` as the activity begins.
   */
  clockOffsetMs: number;
  /** Set where an attempt before this one did not come to its end: it may have done its work. */
  again?: true;
};

/** Every effect in the world; each answers with an outcome and throws only on defects. */
export interface EffectActivities {
  sendMail(effect: EffectOf<'send-mail'>, context: EffectContext): Promise<EffectOutcome>;
  convergeAccess(effect: EffectOf<'converge-access'>, context: EffectContext): Promise<EffectOutcome>;
  lookAtPlace(effect: EffectOf<'look-at-place'>, context: EffectContext): Promise<EffectOutcome>;
  identifyPlace(effect: EffectOf<'identify-place'>, context: EffectContext): Promise<EffectOutcome>;
  identifyAccount(effect: EffectOf<'identify-account'>, context: EffectContext): Promise<EffectOutcome>;
  listLeftBehind(effect: EffectOf<'list-left-behind'>, context: EffectContext): Promise<EffectOutcome>;
  loadCalendars(effect: EffectOf<'load-calendars'>, context: EffectContext): Promise<EffectOutcome>;
  recompilePlan(effect: EffectOf<'recompile-plan'>, context: EffectContext): Promise<EffectOutcome>;
}
