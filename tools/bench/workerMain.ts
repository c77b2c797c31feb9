import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import pg from 'pg';
import { z } from 'zod';
import { createGitHubProvider } from '../../providers/access/github/provider.js';
import { providersOf } from '../../providers/access/registry.js';
import { openStore } from '../../store/openStore.js';
import { loadPolicyWork } from '../../workers/policyWork.js';
import { startWorker } from '../../workers/worker.js';

const shared = { temporalAddress: z.string(), taskQueue: z.string(), maxCachedWorkflows: z.number().optional() };

/** What a worker of a benchmark is told, over the channel to its parent. */
const orders = z.discriminatedUnion('kind', [
  z.object({
    ...shared,
    kind: z.literal('product'),
    databaseUrl: z.string(),
    masterKeyHex: z.string(),
    githubUrl: z.string(),
    githubToken: z.string().optional(),
    virtualTime: z.boolean().optional(),
  }),
  z.object({ ...shared, kind: z.literal('bare'), bundle: z.string(), databaseUrl: z.string().optional() }),
]);
export type WorkerOrders = z.infer<typeof orders>;

const asked = z.literal('memory');

// An orphan would go on working: without its parent it ends.
process.once('disconnect', () => process.exit(0));
process.once('message', (message: unknown) => {
  void work(orders.parse(message));
});

async function work(to: WorkerOrders): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const stop = to.kind === 'product' ? await product(to) : await bare(to);
  process.once('SIGTERM', () => {
    void stop().finally(() => process.exit(0));
  });
  process.on('message', (message: unknown) => {
    asked.parse(message);
    globalThis.gc?.();
    process.send?.({ rssBytes: process.memoryUsage.rss() });
  });
  process.send?.('ready');
}

async function product(to: Extract<WorkerOrders, { kind: 'product' }>): Promise<() => Promise<void>> {
  const store = openStore(to.databaseUrl, {
    masterKey: Buffer.from(to.masterKeyHex, 'hex'),
    applicationName: 'drawbridge bench worker',
  });
  const worker = await startWorker({
    temporalAddress: to.temporalAddress,
    taskQueue: to.taskQueue,
    ...(to.maxCachedWorkflows !== undefined && { maxCachedWorkflows: to.maxCachedWorkflows }),
    ...(to.virtualTime !== undefined && { virtualTime: to.virtualTime }),
    shutdownGraceMs: 1_000,
    store,
    providers: providersOf(
      createGitHubProvider({ baseUrl: to.githubUrl, token: to.githubToken ?? 'bench', throttle: false }),
    ),
    compilePlan: loadPolicyWork().compilePlan,
    // Letters are taken at once, so that figures show the engine and not a mail server.
    sendMail: async ({ letter: { letterId } }) => ({
      kind: 'mail-accepted',
      letterId,
      messageId: `<${letterId}@bench.example>`,
      textHash: '',
      resent: false,
    }),
  });
  return () => worker.shutdown().then(() => store.close());
}

async function bare(to: Extract<WorkerOrders, { kind: 'bare' }>): Promise<() => Promise<void>> {
  const connection = await NativeConnection.connect({ address: to.temporalAddress });
  const sql = to.databaseUrl === undefined ? undefined : new pg.Pool({ connectionString: to.databaseUrl });
  sql?.on('error', () => undefined);
  const nothing = async () => {
    await sql?.query("insert into bench_steps (text) values ('temporal')");
  };
  const worker = await Worker.create({
    connection,
    taskQueue: to.taskQueue,
    workflowBundle: { codePath: to.bundle },
    activities: { nothing },
    shutdownGraceTime: 1_000,
    maxCachedWorkflows: to.maxCachedWorkflows ?? 500,
  });
  const ended = worker.run().finally(() => connection.close());
  return async () => {
    worker.shutdown();
    await ended;
    await sql?.end();
  };
}
