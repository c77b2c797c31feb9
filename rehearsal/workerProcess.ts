import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Servers } from './ground.js';

/** A worker in a process of its own, so that it can be killed like one in production. */
export type WorkerProcess = { pid: number; kill(): Promise<void>; stop(): Promise<void> };

/** What a worker of a rehearsal is told, over the channel to its parent and never in arguments. */
export type WorkerOrders = {
  databaseUrl: string;
  temporalAddress: string;
  taskQueue: string;
  masterKeyHex: string;
  smtpUrl: string;
  githubUrl: string;
  githubToken: string;
  warehouseUrl: string;
  /** Of the console, without a slash at the end; letters lead there. */
  baseUrl: string;
};

const STARTS_WITHIN_MS = 30_000;

/** The compiled entry, from beside this file or, when this runs from the sources, from dist/. */
function entry(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const found = [join(here, 'workerMain.js'), join(here, '..', 'dist', 'rehearsal', 'workerMain.js')].find(existsSync);
  if (found === undefined) throw new Error('The worker has not been built: run `npm run build`.');
  return found;
}

/** Starts a worker and waits until it takes work. */
export async function startWorkerProcess(
  servers: Omit<Servers, 'stop'>,
  { taskQueue, baseUrl }: Pick<WorkerOrders, 'taskQueue' | 'baseUrl'>,
): Promise<WorkerProcess> {
  const child = fork(entry(), { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-2000);
  });
  const orders: WorkerOrders = {
    databaseUrl: servers.databaseUrl,
    temporalAddress: servers.temporalAddress,
    taskQueue,
    masterKeyHex: servers.masterKey.toString('hex'),
    smtpUrl: servers.mailbox.smtpUrl,
    githubUrl: servers.github.url,
    githubToken: servers.github.token,
    warehouseUrl: servers.warehouse.url,
    baseUrl,
  };
  child.send(orders);
  const ready = once(child, 'message', { signal: AbortSignal.timeout(STARTS_WITHIN_MS) });
  const gone = once(child, 'exit').then(() => {
    throw new Error(`The worker did not start: ${said.trim() || 'it ended without a word'}`);
  });
  await Promise.race([ready, gone]);
  gone.catch(() => undefined);
  return { pid: child.pid ?? 0, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
