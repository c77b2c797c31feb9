import { randomBytes } from 'node:crypto';
import type { Connection } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { ActivityPorts } from '../../../activities/index.js';
import { type CaseClient, type CaseClientOptions, createCaseClient } from '../../../client/caseClient.js';
import { connectTemporal } from '../../../client/connection.js';
import type { FastForwardParts } from '../../../client/fastForward.js';
import { createPlaceLooks } from '../../../client/placeLooks.js';
import type { LedgerRow } from '../../../evidence/ledger.js';
import type { AccessProvider } from '../../../providers/access/port.js';
import { providersOf } from '../../../providers/access/registry.js';
import { looksOf } from '../../../rehearsal/looks.js';
import type { Store } from '../../../store/contract.js';
import { openStore } from '../../../store/openStore.js';
import { type RunningWorker, startWorker, type WorkerParts } from '../../../workers/worker.js';
import { freshDatabase } from '../real/database.js';
import { temporalAddress } from '../real/servers.js';

export const MASTER_KEY = Buffer.alloc(32, 7);

/** A database, a task queue and a client of one's own on the servers of the run. */
export type World = {
  databaseUrl: string;
  taskQueue: string;
  store: Store;
  connection: Connection;
  client: CaseClient;
  looks: NonNullable<FastForwardParts['looks']>;
  caseId(): string;
  clientWith(options: Partial<CaseClientOptions>): CaseClient;
  worker(parts?: Partial<WorkerParts>): Promise<RunningWorker>;
  rows(caseId: string): Promise<LedgerRow[]>;
  end(): Promise<void>;
};

const nowhere: AccessProvider = {
  id: 'github',
  identifyAccount: async (name) => ({ id: name, name }),
  identifyPlace: async (name) => ({ id: name, name }),
  observe: async (target) => ({ ...target, state: 'absent', ways: [] }),
  grant: async () => undefined,
  withdraw: async () => undefined,
  list: async (place) => ({ place, accounts: [], unseen: [] }),
  check: async () => [],
};

/** Ports whose mail is always accepted and whose provider holds nothing. */
export const quietPorts = (store: Store): Omit<ActivityPorts, 'tell'> => ({
  store,
  providers: providersOf(nowhere),
  sendMail: async ({ letter }) => ({
    kind: 'mail-accepted',
    letterId: letter.letterId,
    messageId: `<${letter.letterId}>`,
    textHash: '',
    resent: false,
  }),
  compilePlan: () => {
    throw new Error('No policy here.');
  },
});

let installed = false;

export async function startWorld(options: Partial<CaseClientOptions> = {}): Promise<World> {
  if (!installed) Runtime.install({ logger: new DefaultLogger('ERROR') });
  installed = true;
  const database = await freshDatabase();
  const store = openStore(database.url, { masterKey: MASTER_KEY });
  const connection = await connectTemporal(temporalAddress());
  const taskQueue = `test-${randomBytes(6).toString('hex')}`;
  const workers: RunningWorker[] = [];
  const clientWith = (more: Partial<CaseClientOptions>) =>
    createCaseClient({ connection, store, taskQueue, workflowTaskTimeoutMs: 2_000, ...options, ...more });
  return {
    databaseUrl: database.url,
    taskQueue,
    store,
    connection,
    client: clientWith({}),
    looks: looksOf(store, createPlaceLooks({ connection, taskQueue })),
    caseId: () => randomBytes(8).toString('hex'),
    clientWith,
    async worker(parts = {}) {
      const ports = quietPorts(store);
      const worker = await startWorker({
        ...ports,
        temporalAddress: temporalAddress(),
        taskQueue,
        shutdownGraceMs: 1_000,
        virtualTime: true,
        ...parts,
      });
      workers.push(worker);
      return worker;
    },
    rows: (caseId) => store.ledger.readEntries(caseId, { afterSeq: 0, limit: 10_000 }),
    async end() {
      await Promise.all(workers.map((worker) => worker.shutdown().catch(() => undefined)));
      await connection.close();
      await store.close();
      await database.drop();
    },
  };
}
