import type { PayloadCodec } from '@temporalio/common';
import {
  type ActivityInterceptorsFactory,
  NativeConnection,
  Worker,
  type WorkerDeploymentOptions,
  type WorkerStatus,
} from '@temporalio/worker';
import type { EffectActivities, LedgerActivities, PlaceActivities } from '../activities/contract.js';
import { type ActivityPorts, createActivities, HEARTBEAT_MS } from '../activities/index.js';
import { createCaseClient } from '../client/caseClient.js';
import { refusing } from '../client/codec/payloadCodec.js';
import { connectTemporal, type TemporalSecurity } from '../client/connection.js';
import { createPlaceLooks, type PlaceLooks } from '../client/placeLooks.js';
import { bundlePath } from './bundlePath.js';

/** Everything that cases ask a worker for. */
export type Activities = LedgerActivities & EffectActivities & PlaceActivities;

/** What a worker is made of. */
export type WorkerParts = Omit<ActivityPorts, 'tell'> & {
  /** `host:port`. */
  temporalAddress: string;
  /** The way there; left out: in clear. */
  temporalSecurity?: TemporalSecurity;
  /** Encrypts what Temporal keeps; the same as the clients'. Left out: nothing is encrypted. */
  codec?: PayloadCodec;
  /** Default `default`. */
  namespace?: string;
  /** Default `drawbridge`. */
  taskQueue?: string;
  /** Versions this worker: every run stays with the build that began it, until it hands over. Left out: not versioned. */
  deployment?: { name: string; buildId: string };
  /** The workflow bundle; default: where the build puts it. */
  bundlePath?: string;
  /** Cases kept in memory, default 500; the others are replayed when something happens to them. */
  maxCachedWorkflows?: number;
  /** What is put around the activities, such as counting. */
  around?(activities: Activities): Activities;
  /** What sees every activity with its headers, such as traces. */
  activityInterceptors?: ActivityInterceptorsFactory[];
  /** Time for activities in flight to end on shutdown, milliseconds. Default 10,000. */
  shutdownGraceMs?: number;
};

/** A worker that is at work. */
export type RunningWorker = {
  /** Settles when the worker has ended; rejects when it failed. */
  ended: Promise<void>;
  /** What it does at this moment; `polling` says that it takes new work. */
  gauges(): { polling: boolean; cachedCases: number; workflowTasks: number; activities: number };
  /** Looks at places, which its activities make. */
  looks: PlaceLooks;
  /** Answers when Temporal does. */
  ping(): Promise<void>;
  /** Lets it finish what it has in hand, and ends it. */
  shutdown(): Promise<void>;
};

const PING_MS = 5_000;

const gaugesOf = (status: WorkerStatus): ReturnType<RunningWorker['gauges']> => ({
  polling:
    status.runState === 'RUNNING' &&
    status.workflowPollerState === 'POLLING' &&
    status.activityPollerState === 'POLLING',
  cachedCases: status.numCachedWorkflows,
  workflowTasks: status.numInFlightWorkflowActivations,
  activities: status.numInFlightActivities,
});

const pinned = ({ name, buildId }: NonNullable<WorkerParts['deployment']>): WorkerDeploymentOptions => ({
  version: { deploymentName: name, buildId },
  useWorkerVersioning: true,
  defaultVersioningBehavior: 'PINNED',
});

/** Starts to work on cases. Throws when the Temporal server cannot be reached or the bundle has not been built. */
export async function startWorker(parts: WorkerParts): Promise<RunningWorker> {
  const { temporalAddress, namespace = 'default', taskQueue = 'drawbridge' } = parts;
  const connection = await NativeConnection.connect({ address: temporalAddress, ...parts.temporalSecurity });
  const toCases = await connectTemporal(temporalAddress, parts.temporalSecurity).catch(async (error: unknown) => {
    await connection.close();
    throw error;
  });
  const close = () => Promise.all([connection.close(), toCases.close()]).then(() => undefined);
  try {
    const { store, codec } = parts;
    const client = createCaseClient({ connection: toCases, store, namespace, taskQueue, ...(codec && { codec }) });
    const worker = await Worker.create({
      connection,
      namespace,
      taskQueue,
      workflowBundle: { codePath: parts.bundlePath ?? bundlePath() },
      ...(parts.codec !== undefined && { dataConverter: { payloadCodecs: [refusing(parts.codec)] } }),
      activities: { ...(parts.around ?? ((same) => same))(createActivities({ ...parts, tell: client.tellLook })) },
      ...(parts.deployment !== undefined && { workerDeploymentOptions: pinned(parts.deployment) }),
      interceptors: { activity: parts.activityInterceptors ?? [] },
      shutdownGraceTime: parts.shutdownGraceMs ?? 10_000,
      // The SDK's own measure is 0.8 of the heartbeat timeout: one beat that is late by 2 s would then end an attempt that lives.
      maxHeartbeatThrottleInterval: HEARTBEAT_MS,
      // After a worker was killed its cases wait this long for it before another one takes them.
      stickyQueueScheduleToStartTimeout: '1s',
      maxCachedWorkflows: parts.maxCachedWorkflows ?? 500,
      // Cases are worked on one after the other; what a worker has taken and not begun runs out of its time.
      maxConcurrentWorkflowTaskExecutions: 8,
    });
    const ended = worker.run().finally(close);
    // Whoever awaits `ended` gets the failure; without anybody it must not end the process.
    ended.catch(() => undefined);
    const looks = createPlaceLooks({ connection: toCases, namespace, taskQueue, ...(codec && { codec }) });
    return {
      ended,
      looks,
      gauges: () => gaugesOf(worker.getStatus()),
      async ping() {
        const { workflowService } = connection;
        await connection.withDeadline(Date.now() + PING_MS, () => workflowService.describeNamespace({ namespace }));
      },
      async shutdown() {
        if (worker.getState() === 'RUNNING') worker.shutdown();
        await ended;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
