import { randomBytes } from 'node:crypto';
import { calendarOf } from '../activities/calendars/calendarOf.js';
import type { ApiParts } from '../api/parts.js';
import { createApi } from '../api/server.js';
import type { SignInConfig } from '../api/signIn/parts.js';
import { type CaseClient, createCaseClient } from '../client/caseClient.js';
import { connectTemporal } from '../client/connection.js';
import type { FastForwardParts } from '../client/fastForward.js';
import { createPlaceLooks } from '../client/placeLooks.js';
import { SYSTEM } from '../domain/case/roles.js';
import { DAY_MS, fromMs, type Instant } from '../domain/time.js';
import { startGithub } from '../sandbox/github/github.js';
import { startMailbox } from '../sandbox/mail/mailbox.js';
import { startLocalStack } from '../sandbox/stack.js';
import { migrate } from '../store/migrate.js';
import { openStore } from '../store/openStore.js';
import { createClosing } from '../workers/closing.js';
import { loadPolicyWork } from '../workers/policyWork.js';
import { endsWithin } from '../workers/watch/listening.js';
import type { Servers } from './ground.js';
import { inTurn } from './live/inTurn.js';
import type { OneAtATime } from './live/oneAtATime.js';
import { looksOf } from './looks.js';
import { startWarehouse } from './warehouse.js';
import { startWorkerProcess, type WorkerProcess } from './workerProcess.js';

/** The processes of a rehearsal on these servers: its own task queue, worker and API, so that rehearsals do not meet. */
export type Stage = {
  client: CaseClient;
  /** Has a case that is opened from now on begin at this time; at first all begin when the stage does. */
  nextOpensAt(at: Instant): void;
  looks: NonNullable<FastForwardParts['looks']>;
  apiUrl: string;
  operatorToken: string;
  worker(): WorkerProcess;
  killWorker(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts PostgreSQL, Temporal with virtual time, a mailbox, an emulated GitHub and a database of the client's, all of its own and on loopback. */
export async function startServers(onProgress?: (line: string) => void): Promise<Servers> {
  const closing = createClosing();
  try {
    const stack = await startLocalStack({
      dataDir: null,
      virtualTime: true,
      useEnvironment: false,
      ui: false,
      ...(onProgress && { onProgress }),
    });
    closing.add(() => stack.stop());
    await migrate(stack.databaseUrl);
    const warehouse = await startWarehouse(stack.databaseUrl);
    const masterKey = randomBytes(32);
    const store = openStore(stack.databaseUrl, { masterKey, applicationName: 'drawbridge rehearse' });
    closing.add(() => store.close());
    const mailbox = await startMailbox();
    closing.add(() => mailbox.stop());
    const github = await startGithub({ users: [], repositories: [] });
    closing.add(() => github.stop());
    const connection = await connectTemporal(stack.temporalAddress);
    closing.add(() => connection.close());
    const { databaseUrl, temporalAddress } = stack;
    const ours = { databaseUrl, temporalAddress, masterKey, store, connection };
    return { ...ours, mailbox, github, warehouse, stop: () => closing.close() };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

/** The console of a rehearsal that people live through: commands wait their turn while time passes. */
export type Web = {
  url: string;
  port: number;
  root: string | undefined;
  signIn: SignInConfig;
  sendSignInLetter: NonNullable<ApiParts['sendSignInLetter']>;
  turns: OneAtATime;
  /** Left out: nobody lets time pass from the console. */
  more?: NonNullable<ApiParts['more']>;
};

/** How long requests in hand are waited for at the end, milliseconds. */
const REQUESTS_MS = 2_000;

let stages = 0;

/** Sets up API and worker for cases that begin at `startAt`. */
export async function setStage(
  servers: Servers,
  options: { startAt: Instant; policyText?: string; rolloverEvents?: number; web?: Web },
): Promise<Stage> {
  const closing = createClosing();
  const taskQueue = `rehearsal-${process.pid}-${++stages}`;
  const { store, connection } = servers;
  try {
    const { rolloverEvents, web } = options;
    let { startAt } = options;
    const client = createCaseClient({
      connection,
      store,
      taskQueue,
      startAt: () => startAt,
      workflowTaskTimeoutMs: 2_000,
      ...(rolloverEvents !== undefined && { rolloverEvents }),
    });
    const baseUrl = web?.url ?? 'http://127.0.0.1';
    let worker = await startWorkerProcess(servers, { taskQueue, baseUrl });
    closing.add(() => worker.stop());
    const api = await createApi({
      store,
      client,
      policy: loadPolicyWork(options.policyText).reader,
      calendarOf,
      config: {
        ...{
          baseUrl,
          logLevel: 'silent',
          docsPage: false,
          requestsPerMinute: 1_000_000,
        },
        ...(web !== undefined && { webRoot: web.root, signIn: web.signIn }),
        ...(web?.more !== undefined && { mode: 'rehearsal' }),
      },
      ...(web !== undefined && {
        ...{ observe: inTurn(web.turns), sendSignInLetter: web.sendSignInLetter },
        ...(web.more !== undefined && { more: web.more }),
      }),
      clock: () => fromMs(Date.now()),
      tokenDelivery: { to: 'whoever-asks' },
      caseClock: async (caseId) => (await client.caseTime(caseId)).now,
    });
    closing.add(async () => {
      const closed = api.close();
      // A browser that follows the case asks again while nobody answers any more; it is not waited for.
      if (!(await endsWithin(REQUESTS_MS, closed))) api.server.closeAllConnections();
      await closed;
    });
    const apiUrl = await api.listen({ host: '127.0.0.1', port: web?.port ?? 0 });
    const personId = await store.people.ensure({ name: 'Rehearsal operator', email: 'operator@rehearsal.example' });
    const { token } = await store.tokens.issue({
      by: SYSTEM,
      personId,
      role: 'operator',
      expiresAt: fromMs(Date.now() + DAY_MS),
      label: 'rehearsal',
    });
    const killWorker = async (): Promise<void> => {
      await worker.kill();
      worker = await startWorkerProcess(servers, { taskQueue, baseUrl });
    };
    const looks = looksOf(store, createPlaceLooks({ connection, taskQueue }));
    return {
      client,
      nextOpensAt: (at) => {
        startAt = at;
      },
      looks,
      apiUrl,
      operatorToken: token,
      worker: () => worker,
      killWorker,
      stop: () => closing.close(),
    };
  } catch (error) {
    await closing.close();
    throw error;
  }
}
