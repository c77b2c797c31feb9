import {
  type Connection,
  ScheduleAlreadyRunning,
  ScheduleClient,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
  WorkflowClient,
} from '@temporalio/client';
import type { PayloadCodec } from '@temporalio/common';
import { HOUR_MS, type Instant, toMs } from '../domain/time.js';
import type { PlaceId, WatchedPlace } from '../store/placesContract.js';
import type { lookAtPlace } from '../workflows/index.js';
import { DEFAULT_TASK_QUEUE } from './caseClient.js';

/** Where looks at places run. */
export type PlaceLooksOptions = {
  connection: Connection;
  /** Default `default`. */
  namespace?: string;
  /** Default `drawbridge`. */
  taskQueue?: string;
  /** Encrypts what Temporal keeps; the same as the workers'. Left out: nothing is encrypted. */
  codec?: PayloadCodec;
};

/** Looks at places, of which each serves all cases. */
export type PlaceLooks = {
  /** Makes sure that each place has a Schedule of its own with its interval, and no other has one. */
  schedule(places: readonly WatchedPlace[]): Promise<void>;
  /** Has a place looked at beside its Schedule, after a look that is under way; false where it has none yet. */
  soon(place: WatchedPlace): Promise<boolean>;
  /** Looks at a place and waits until every case is told; only in a rehearsal, whose cases have a time of their own. */
  at(place: PlaceId, now: Instant): Promise<void>;
};

/** Every place of one installation: several may share a namespace. */
const prefixOf = (taskQueue: string): string => `place:${taskQueue}:`;

/** A look that was missed while Temporal was away is made up for within a day; those before it say nothing more. */
const CATCH_UP = '1 day';

/** The interval is part of the id: another one is another Schedule. */
const idOf = ({ provider, placeId, everyHours }: WatchedPlace): string => `${everyHours}h:${provider}:${placeId}`;

/** The looks of one Temporal namespace. */
export function createPlaceLooks({ connection, namespace = 'default', ...options }: PlaceLooksOptions): PlaceLooks {
  const taskQueue = options.taskQueue ?? DEFAULT_TASK_QUEUE;
  const dataConverter = options.codec === undefined ? {} : { dataConverter: { payloadCodecs: [options.codec] } };
  const schedules = new ScheduleClient({ connection, namespace, ...dataConverter });
  const workflows = new WorkflowClient({ connection, namespace, ...dataConverter });
  const prefix = prefixOf(taskQueue);
  const scheduleId = (place: WatchedPlace): string => `${prefix}${idOf(place)}`;
  let runs = 0;

  const known = async (): Promise<string[]> => {
    const ids: string[] = [];
    for await (const { scheduleId: id } of schedules.list()) if (id.startsWith(prefix)) ids.push(id);
    return ids;
  };

  const create = async (place: WatchedPlace): Promise<void> => {
    const { provider, placeId, everyHours, since } = place;
    const every = everyHours * HOUR_MS;
    try {
      await schedules.create({
        scheduleId: scheduleId(place),
        spec: { intervals: [{ every, offset: toMs(since) % every }] },
        action: {
          type: 'startWorkflow',
          workflowType: 'lookAtPlace',
          workflowId: `look:${taskQueue}:${provider}:${placeId}`,
          taskQueue,
          args: [{ provider, placeId }],
        },
        policies: { overlap: ScheduleOverlapPolicy.BUFFER_ONE, catchupWindow: CATCH_UP },
      });
    } catch (error) {
      // Another worker was faster.
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    }
  };

  return {
    async schedule(places) {
      const wanted = new Map(places.map((place) => [scheduleId(place), place]));
      const there = await known();
      for (const [id, place] of wanted) if (!there.includes(id)) await create(place);
      for (const id of there) if (!wanted.has(id)) await schedules.getHandle(id).delete();
    },

    async soon(place) {
      try {
        await schedules.getHandle(scheduleId(place)).trigger(ScheduleOverlapPolicy.BUFFER_ONE);
        return true;
      } catch (error) {
        if (error instanceof ScheduleNotFoundError) return false;
        throw error;
      }
    },

    async at({ provider, placeId }, now) {
      await workflows.execute<typeof lookAtPlace>('lookAtPlace', {
        workflowId: `look:${taskQueue}:${provider}:${placeId}:${++runs}`,
        taskQueue,
        workflowTaskTimeout: 2_000,
        args: [{ provider, placeId, at: now }],
      });
    },
  };
}
