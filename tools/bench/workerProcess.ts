import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { WorkerOrders } from './workerMain.js';

/** A worker in a process of its own, as in production. */
export type WorkerProcess = {
  pid: number;
  /** Milliseconds from the start of the process until it takes work. */
  readyMs: number;
  /** Resident bytes after a collection of garbage. */
  rssBytes(): Promise<number>;
  kill(): Promise<void>;
  stop(): Promise<void>;
};

const STARTS_WITHIN_MS = 30_000;
const memory = z.tuple([z.object({ rssBytes: z.number() })]).rest(z.unknown());

/** Starts a worker and waits until it takes work. */
export async function startWorkerProcess(orders: WorkerOrders): Promise<WorkerProcess> {
  const startedAt = performance.now();
  const child = fork(fileURLToPath(new URL('./workerMain.js', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: ['--expose-gc', ...(process.env.BENCH_WORKER_ARGS?.split(' ') ?? [])],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-2000);
  });
  child.send(orders);
  const ready = once(child, 'message', { signal: AbortSignal.timeout(STARTS_WITHIN_MS) });
  const gone = once(child, 'exit').then(() => {
    throw new Error(`The worker did not start: ${said.trim() || 'it ended without a word'}`);
  });
  gone.catch(() => undefined);
  await Promise.race([ready, gone]);
  return {
    pid: child.pid ?? 0,
    readyMs: performance.now() - startedAt,
    async rssBytes() {
      const answer = once(child, 'message', { signal: AbortSignal.timeout(STARTS_WITHIN_MS) });
      child.send('memory');
      return memory.parse(await answer)[0].rssBytes;
    },
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
