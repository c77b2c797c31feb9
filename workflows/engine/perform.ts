import { proxyActivities } from '@temporalio/workflow';
import type { EffectActivities, EffectContext } from '../../activities/contract.js';
import type { Effect, EffectOutcome } from '../../domain/case/effects.js';
import { say } from '../../domain/say.js';

/**
 * Bounded: what has not come to anything by then is a fact on the record, and the next attempt stands in the agenda.
 * The heartbeat finds a worker that was killed in the middle of it.
 */
const world = proxyActivities<EffectActivities>({
  startToCloseTimeout: '1 minute',
  scheduleToCloseTimeout: '2 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { maximumAttempts: 2, initialInterval: '500 milliseconds' },
});

/** Does one effect and answers what became of it; an activity that throws or runs out of time has failed, for now. */
export async function perform(effect: Effect, context: EffectContext): Promise<EffectOutcome> {
  try {
    return await start(effect, context);
  } catch {
    return failed(effect);
  }
}

function start(effect: Effect, context: EffectContext): Promise<EffectOutcome> {
  switch (effect.kind) {
    case 'send-mail':
      return world.sendMail(effect, context);
    case 'converge-access':
      return world.convergeAccess(effect, context);
    case 'look-at-place':
      return world.lookAtPlace(effect, context);
    case 'identify-place':
      return world.identifyPlace(effect, context);
    case 'identify-account':
      return world.identifyAccount(effect, context);
    case 'list-left-behind':
      return world.listLeftBehind(effect, context);
    case 'load-calendars':
      return world.loadCalendars(effect, context);
    case 'recompile-plan':
      return world.recompilePlan(effect, context);
    default: {
      const never: never = effect;
      return never;
    }
  }
}

const NO_ANSWER = 'No answer in time, or an unexpected failure.';

function failed(effect: Effect): EffectOutcome {
  switch (effect.kind) {
    case 'send-mail': {
      const { letterId } = effect.letter;
      return { kind: 'mail-failed', letterId, code: 'MailServerUnavailable', message: NO_ANSWER, retryable: true };
    }
    case 'converge-access': {
      const { lease, intent, attempts } = effect;
      return { kind: 'access-failed', lease, intent, attempts, code: 'ProviderUnavailable', message: NO_ANSWER };
    }
    case 'look-at-place': {
      const { resource } = effect;
      return { kind: 'survey-failed', resource, code: 'ProviderUnavailable', message: NO_ANSWER, asked: true };
    }
    case 'identify-place':
      return { kind: 'identify-failed', resource: effect.resource, code: 'ProviderUnavailable', message: NO_ANSWER };
    case 'identify-account':
      return { kind: 'identify-failed', person: effect.person, code: 'ProviderUnavailable', message: NO_ANSWER };
    case 'list-left-behind':
      return { kind: 'left-behind-failed', lease: effect.lease, code: 'ProviderUnavailable', message: NO_ANSWER };
    case 'load-calendars':
      return { kind: 'calendars-failed', said: say('engine.no-answer') };
    case 'recompile-plan':
      return { kind: 'plan-failed', said: say('engine.no-answer') };
    default: {
      const never: never = effect;
      return never;
    }
  }
}
