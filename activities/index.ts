import { Context } from '@temporalio/activity';
import { ApplicationFailure, TemporalFailure } from '@temporalio/common';
import { toMs } from '../domain/time.js';
import type { Providers } from '../providers/access/registry.js';
import type { Store } from '../store/contract.js';
import { createConvergeAccess } from './access/convergeAccess.js';
import { createIdentifyAccount, createIdentifyPlace } from './access/identify.js';
import { createListLeftBehind } from './access/listLeftBehind.js';
import { createLookAtPlace, createLookForAll, type LookAtPlacePorts } from './access/lookAtPlace.js';
import { createAppendEntries } from './appendEntries.js';
import type { EffectActivities, EffectContext, LedgerActivities, PlaceActivities } from './contract.js';
import { errorKind } from './errorKind.js';
import { loadCalendars } from './loadCalendars.js';
import { type CompilePlan, createRecompilePlan } from './recompilePlan.js';
import { createReconcileState } from './reconcileState.js';
import { toApplicationFailure } from './toApplicationFailure.js';

/** Everything that effects touch. */
export type ActivityPorts = {
  store: Store;
  providers: Providers;
  sendMail: EffectActivities['sendMail'];
  compilePlan: CompilePlan;
  /** Puts what a look at a place found on the record of a case. */
  tell: LookAtPlacePorts['tell'];
  /** True only where time is skipped: in a rehearsal. Default false; then a case with a clock of its own is refused. */
  virtualTime?: boolean;
};

/** How often an effect's heart beats, milliseconds; well below the timeout of 10 s. */
export const HEARTBEAT_MS = 2_000;

/** Every activity that a case asks for, over the given ports. */
export function createActivities(ports: ActivityPorts): LedgerActivities & EffectActivities & PlaceActivities {
  const { virtualTime = false } = ports;
  const effect = inCaseTime(virtualTime);
  return {
    appendEntries: createAppendEntries(ports.store),
    reconcileState: createReconcileState(ports.store),
    sendMail: effect(ports.sendMail),
    convergeAccess: effect(createConvergeAccess(ports)),
    lookAtPlace: effect(createLookAtPlace(ports)),
    lookForAll: (look) => {
      if (!virtualTime && look.at !== undefined)
        throw ApplicationFailure.nonRetryable('No place has a time of its own in production.', 'Internal');
      return withHeart(() => createLookForAll(ports)(look));
    },
    identifyPlace: effect(createIdentifyPlace(ports)),
    identifyAccount: effect(createIdentifyAccount(ports)),
    listLeftBehind: effect(createListLeftBehind(ports)),
    loadCalendars: effect(loadCalendars),
    recompilePlan: effect(createRecompilePlan(ports)),
  };
}

/** Tells an effect what time it is in the case. */
const inCaseTime =
  (virtualTime: boolean) =>
  <E, A>(activity: (effect: E, context: EffectContext) => Promise<A>) =>
  async (effect: E, context: EffectContext): Promise<A> => {
    if (!virtualTime && context.clockOffsetMs !== 0)
      throw ApplicationFailure.nonRetryable('A case in virtual time has no effects in production.', 'Internal');
    const clockOffsetMs = virtualTime ? toMs(context.caseTime) - Date.now() : 0;
    const again = Context.current().info.attempt > 1 ? { again: true as const } : {};
    return withHeart(() => activity(effect, { ...context, clockOffsetMs, ...again }));
  };

/** Keeps a heart beating, so that a killed worker is noticed, and fails in our own words only. */
async function withHeart<A>(work: () => Promise<A>): Promise<A> {
  const running = Context.current();
  const beat = setInterval(() => running.heartbeat(), HEARTBEAT_MS);
  try {
    return await work();
  } catch (error) {
    if (error instanceof TemporalFailure) throw error;
    const stack = error instanceof Error ? error.stack : undefined;
    running.log.warn('An effect failed unexpectedly.', { kind: errorKind(error), stack });
    throw toApplicationFailure(error);
  } finally {
    clearInterval(beat);
  }
}
