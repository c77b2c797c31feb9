import type { Effect, EffectOutcome } from '../domain/case/effects.js';
import type { Instant } from '../domain/time.js';
import type { AppendAnswer, AppendInput } from '../store/contract.js';

type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** The activity that records; it is run as a local one first, as an ordinary one while the database is away. */
export interface LedgerActivities {
  appendEntries(input: AppendInput): Promise<AppendAnswer>;
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
};

/** Every effect in the world; each answers with an outcome and throws only on defects. */
export interface EffectActivities {
  sendMail(effect: EffectOf<'send-mail'>, context: EffectContext): Promise<EffectOutcome>;
  convergeAccess(effect: EffectOf<'converge-access'>, context: EffectContext): Promise<EffectOutcome>;
  surveyRepository(effect: EffectOf<'survey-repository'>, context: EffectContext): Promise<EffectOutcome>;
  loadCalendars(effect: EffectOf<'load-calendars'>, context: EffectContext): Promise<EffectOutcome>;
  recompilePlan(effect: EffectOf<'recompile-plan'>, context: EffectContext): Promise<EffectOutcome>;
}
