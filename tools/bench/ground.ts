import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Connection, WorkflowClient } from '@temporalio/client';
import pg from 'pg';
import { type CaseClient, type CaseClientOptions, createCaseClient } from '../../client/caseClient.js';
import { connectTemporal } from '../../client/connection.js';
import { startLocalStack } from '../../sandbox/stack.js';
import type { Store } from '../../store/contract.js';
import { migrate } from '../../store/migrate.js';
import { openStore } from '../../store/openStore.js';
import { bundleWorkflows } from '../../workers/bundle.js';
import { createClosing } from '../../workers/closing.js';
import { type StubProvider, startStubProvider } from './stubProvider.js';
import { startWorkerProcess, type WorkerProcess } from './workerProcess.js';

/** As many as the store has: what is measured and its yardstick wait for the database alike. */
export const CONNECTIONS = 10;

/** What a worker of the product is told beside the usual; `githubUrl` and its token: another provider than the stub. */
type MoreOfProduct = { maxCachedWorkflows?: number; virtualTime?: boolean; githubUrl?: string; githubToken?: string };

/** Servers with durable data on loopback, of this run alone, and what a part needs to use them. */
export type Ground = {
  databaseUrl: string;
  temporalAddress: string;
  /** Process ids of the two servers. */
  pids: { postgres?: number; temporal?: number };
  store: Store;
  connection: Connection;
  temporal: WorkflowClient;
  sql: pg.Pool;
  stub: StubProvider;
  /** The bundle of the yardsticks. */
  bundle: string;
  random(): number;
  seed: number;
  cases(taskQueue: string, options?: Partial<CaseClientOptions>): CaseClient;
  product(taskQueue: string, more?: MoreOfProduct): Promise<WorkerProcess>;
  bare(taskQueue: string, more?: { maxCachedWorkflows?: number; databaseUrl?: string }): Promise<WorkerProcess>;
  /** Progress, for whoever waits. */
  say(line: string): void;
  stop(): Promise<void>;
};

/** Starts PostgreSQL with fsync and Temporal on a file, a stub provider, and builds the yardsticks' bundle. */
export async function startGround(options: {
  seed: number;
  random(): number;
  say(line: string): void;
}): Promise<Ground> {
  const closing = createClosing();
  try {
    const home = await mkdtemp(join(tmpdir(), 'drawbridge-bench-'));
    // PostgreSQL may run as another user and has to get in.
    await chmod(home, 0o711);
    closing.add(() => rm(home, { recursive: true, force: true }));
    const stack = await startLocalStack({
      dataDir: join(home, 'data'),
      virtualTime: false,
      useEnvironment: false,
      ui: false,
    });
    closing.add(() => stack.stop());
    await migrate(stack.databaseUrl);
    const masterKey = randomBytes(32);
    const store = openStore(stack.databaseUrl, { masterKey, applicationName: 'drawbridge bench' });
    closing.add(() => store.close());
    const sql = new pg.Pool({ connectionString: stack.databaseUrl, max: CONNECTIONS });
    sql.on('error', () => undefined);
    closing.add(() => sql.end());
    const connection = await connectTemporal(stack.temporalAddress);
    closing.add(() => connection.close());
    const stub = await startStubProvider();
    closing.add(() => stub.stop());
    const bundle = join(home, 'bare.js');
    await bundleWorkflows(bundle, fileURLToPath(new URL('./bareWorkflows.js', import.meta.url)));
    const { databaseUrl, temporalAddress } = stack;
    const kept = (worker: WorkerProcess) => {
      closing.add(() => worker.stop());
      return worker;
    };
    return {
      ...{ databaseUrl, temporalAddress, pids: stack.pids, store, connection, sql, stub, bundle, ...options },
      temporal: new WorkflowClient({ connection }),
      cases: (taskQueue, more) => createCaseClient({ connection, store, taskQueue, ...more }),
      product: async (taskQueue, more) =>
        kept(
          await startWorkerProcess({
            ...{ kind: 'product', databaseUrl, temporalAddress, taskQueue, githubUrl: stub.url, ...more },
            masterKeyHex: masterKey.toString('hex'),
          }),
        ),
      bare: async (taskQueue, more) =>
        kept(await startWorkerProcess({ kind: 'bare', temporalAddress, taskQueue, bundle, ...more })),
      stop: () => closing.close(),
    };
  } catch (error) {
    await closing.close();
    throw error;
  }
}
