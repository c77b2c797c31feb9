import { Context } from '@temporalio/activity';
import { ApplicationFailure, TemporalFailure } from '@temporalio/common';
import { toMs } from '../domain/time.js';
import type { Providers } from '../providers/access/registry.js';
import type { Store } from '../store/contract.js';
import { createAppendEntries } from './appendEntries.js';
import type { EffectActivities, EffectContext, LedgerActivities } from './contract.js';
import { createConvergeAccess } from './convergeAccess.js';
import { errorKind } from './errorKind.js';
import { createIdentifyAccount, createIdentifyPlace } from './identify.js';
import { loadCalendars } from './loadCalendars.js';
import { type CompilePlan, createRecompilePlan } from './recompilePlan.js';
import { createReconcileState } from './reconcileState.js';
import { createSurveyResource } from './surveyResource.js';
import { toApplicationFailure } from './toApplicationFailure.js';

/** Everything that effects touch. */
export type ActivityPorts = {
  store: Store;
  providers: Providers;
  sendMail: EffectActivities['sendMail'];
  compilePlan: CompilePlan;
  /** True only where time is skipped: in a rehearsal. Default false; then a case with a clock of its own is refused. */
  virtualTime?: boolean;
};

/** How often an effect's heart beats, milliseconds; well below the timeout of 10 s. */
export const HEARTBEAT_MS = 2_000;

/** Every activity that a case asks for, over the given ports. */
export function createActivities(ports: ActivityPorts): LedgerActivities & EffectActivities {
  const effect = inCaseTime(ports.virtualTime ?? false);
  return {
    appendEntries: createAppendEntries(ports.store),
    reconcileState: createReconcileState(ports.store),
    sendMail: effect(ports.sendMail),
    convergeAccess: effect(createConvergeAccess(ports)),
    surveyResource: effect(createSurveyResource(ports)),
    identifyPlace: effect(createIdentifyPlace(ports)),
    identifyAccount: effect(createIdentifyAccount(ports)),
    loadCalendars: effect(loadCalendars),
    recompilePlan: effect(createRecompilePlan(ports)),
  };
}

/** Keeps an effect's heart beating, so that a killed worker is noticed, tells it what time it is in the case, and fails in our own words only. */
const inCaseTime =
  (virtualTime: boolean) =>
  <E, A>(activity: (effect: E, context: EffectContext) => Promise<A>) =>
  async (effect: E, context: EffectContext): Promise<A> => {
    if (!virtualTime && context.clockOffsetMs !== 0)
      throw ApplicationFailure.nonRetryable('A case in virtual time has no effects in production.', 'Internal');
    const clockOffsetMs = virtualTime ? toMs(context.caseTime) - Date.now() : 0;
    const running = Context.current();
    const beat = setInterval(() => running.heartbeat(), HEARTBEAT_MS);
    try {
      const again = running.info.attempt > 1 ? { again: true as const } : {};
      return await activity(effect, { ...context, clockOffsetMs, ...again });
    } catch (error) {
      if (error instanceof TemporalFailure) throw error;
      const stack = error instanceof Error ? error.stack : undefined;
      running.log.warn('An effect failed unexpectedly.', { kind: errorKind(error), stack });
      throw toApplicationFailure(error);
    } finally {
      clearInterval(beat);
    }
  };
