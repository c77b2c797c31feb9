import { Context } from '@temporalio/activity';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type {
  EffectActivities,
  LedgerActivities,
  PlaceActivities,
  Recording,
  Undecided,
} from '../../activities/contract.js';
import type { Effect, EffectOutcome } from '../../domain/case/effects.js';
import { toMs } from '../../domain/time.js';
import type { Activities } from '../worker.js';

type Appended = Awaited<ReturnType<LedgerActivities['appendEntries']>>;

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
/** Seconds by which a clock may be late: a restart, an outage, a weekend. */
const LATE_BUCKETS = [0.1, 0.5, 1, 5, 15, 60, 300, 1_800, 7_200, 86_400];

/**
 * Counts what the activities do; labels are kinds and codes, never ids.
 *
 * `attempt`: which attempt of the activity runs at this moment, 1 for the first; default: as Temporal says.
 */
export function meterActivities(
  registry: Registry,
  attempt: () => number = () => Context.current().info.attempt,
): (activities: Activities) => Activities {
  const retries = new Counter({
    name: 'drawbridge_activity_retries_total',
    help: 'Attempts of an activity after its first one.',
    labelNames: ['activity'],
    registers: [registry],
  });
  const countRetry = (activity: keyof Activities) => {
    if (attempt() > 1) retries.inc({ activity });
  };
  const { effect, looks } = effectMeter(registry, countRetry);
  const append = appendMeter(registry);
  return (activities) => ({
    appendEntries(input) {
      countRetry('appendEntries');
      return append(input, () => activities.appendEntries(input));
    },
    reconcileState(run) {
      countRetry('reconcileState');
      return activities.reconcileState(run);
    },
    sendMail: effect('sendMail', activities.sendMail),
    convergeAccess: effect('convergeAccess', activities.convergeAccess),
    lookAtPlace: effect('lookAtPlace', activities.lookAtPlace),
    lookForAll: looks(activities.lookForAll),
    identifyPlace: effect('identifyPlace', activities.identifyPlace),
    identifyAccount: effect('identifyAccount', activities.identifyAccount),
    listLeftBehind: effect('listLeftBehind', activities.listLeftBehind),
    loadCalendars: effect('loadCalendars', activities.loadCalendars),
    recompilePlan: effect('recompilePlan', activities.recompilePlan),
  });
}

function effectMeter(registry: Registry, countRetry: (activity: keyof Activities) => void) {
  const effects = new Counter({
    name: 'drawbridge_effects_total',
    help: 'Effects in the world by kind and outcome; a failure has a code.',
    labelNames: ['kind', 'outcome', 'code'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'drawbridge_effect_seconds',
    help: 'Time that one attempt of an effect takes.',
    labelNames: ['kind'],
    buckets: BUCKETS,
    registers: [registry],
  });
  const requests = new Counter({
    name: 'drawbridge_provider_requests_total',
    help: 'Requests to the access provider.',
    registers: [registry],
  });
  const metered = async <A>(
    kind: Effect['kind'],
    work: () => Promise<A>,
    told: (done: A) => { outcome: string; code: string },
  ): Promise<A> => {
    const took = seconds.startTimer({ kind });
    try {
      const done = await work();
      effects.inc({ kind, ...told(done) });
      return done;
    } catch (error) {
      effects.inc({ kind, outcome: 'defect', code: 'Internal' });
      throw error;
    } finally {
      took();
    }
  };
  const effect =
    <E extends Effect, C>(
      activity: keyof EffectActivities,
      perform: (effect: E, context: C) => Promise<EffectOutcome>,
    ): ((effect: E, context: C) => Promise<EffectOutcome>) =>
    async (one, context) => {
      countRetry(activity);
      const outcome = await metered(
        one.kind,
        () => perform(one, context),
        (done) => ({ outcome: done.kind, code: 'code' in done ? done.code : '' }),
      );
      if (outcome.kind === 'access-seen') requests.inc(outcome.providerRequests);
      return outcome;
    };
  const looks =
    (look: PlaceActivities['lookForAll']): PlaceActivities['lookForAll'] =>
    (place) => {
      countRetry('lookForAll');
      return metered(
        'look-at-place',
        () => look(place),
        ({ failed }) => ({ outcome: failed === undefined ? 'place-looked' : 'survey-failed', code: failed ?? '' }),
      );
    };
  return { effect, looks };
}

function appendMeter(registry: Registry) {
  const appends = new Counter({
    name: 'drawbridge_appends_total',
    help: 'Appends to the ledger by answer; failed ones are tried again.',
    labelNames: ['answer'],
    registers: [registry],
  });
  const seconds = histogram(registry, 'drawbridge_append_seconds', 'Time that one append takes.', BUCKETS);
  const age = histogram(
    registry,
    'drawbridge_append_age_seconds',
    'From a decision to its place in the ledger.',
    BUCKETS,
  );
  const late = histogram(
    registry,
    'drawbridge_clock_late_seconds',
    'By how much what time made true was recorded late.',
    LATE_BUCKETS,
  );
  const last = new Gauge({
    name: 'drawbridge_last_append_timestamp_seconds',
    help: 'When this process last appended to the ledger.',
    registers: [registry],
  });
  return async (input: Recording | Undecided, append: () => Promise<Appended>): Promise<Appended> => {
    // Nothing is appended, and nothing counted, where the engine only asks whether its history has the answer.
    if ('undecided' in input) return append();
    const took = seconds.startTimer();
    try {
      const answer = await append();
      appends.inc({ answer: input.idle ? 'nothing' : answer.status });
      if (answer.status === 'appended' && !input.idle) {
        const now = Date.now();
        last.set(now / 1_000);
        age.observe(Math.max(0, now - toMs(input.at)) / 1_000);
        const lateMs = lateBy(input.commandId, now);
        if (lateMs !== undefined) late.observe(lateMs / 1_000);
      }
      return answer;
    } catch (error) {
      appends.inc({ answer: 'failed' });
      throw error;
    } finally {
      took();
    }
  };
}

const histogram = (registry: Registry, name: string, help: string, buckets: number[]) =>
  new Histogram({ name, help, buckets, registers: [registry] });

/** Milliseconds since the instant at which a command of the clock, `clock:<due>:<seq>`, was due; undefined for any other command. */
function lateBy(commandId: string, now: number): number | undefined {
  const due = /^clock:(.+):\d+$/.exec(commandId)?.[1];
  return due === undefined ? undefined : Math.max(0, now - Date.parse(due));
}
