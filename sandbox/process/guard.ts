import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { endProcess, isRunning, type ProcessIdentity, processAt } from './processes.js';
import type { WatchdogOrder } from './watchdog.js';

/** A server that ends with this process, whatever happens to this process. */
export type Guarded = ProcessIdentity & {
  /** Settles once the server has ended, asked for or not. */
  exited: Promise<void>;
  /** Whether it has ended. */
  ended(): boolean;
  /** Ends the server by its stop signal and waits until it is gone; harmless when repeated. */
  stop(): Promise<void>;
  /** Lets the server run on without this process, for another owner that has taken it over. */
  leave(): Promise<void>;
};

/** Starts a server under a watchdog process, or puts one around a server that runs already. */
export async function guard(order: WatchdogOrder): Promise<Guarded> {
  let watchdog = await startWatchdog(order);
  const identity = await identify(watchdog.pid);
  let ended = false;
  let stopping = false;

  const follow = async (): Promise<void> => {
    for (;;) {
      await watchdog.exited;
      if (stopping || !(await isRunning(identity))) return;
      // Only the watchdog was killed: the server goes on under a new one.
      watchdog = await startWatchdog({ ...order, subject: { kind: 'watch', process: identity } });
    }
  };
  const exited = follow().then(() => {
    ended = true;
  });

  return {
    ...identity,
    exited,
    ended: () => ended,
    async stop() {
      stopping = true;
      watchdog.hold();
      watchdog.release();
      await watchdog.exited;
      await endProcess(identity, order.stopSignal);
      if (order.removeDir) await rm(order.removeDir, { recursive: true, force: true, maxRetries: 5 });
      await exited;
    },
    async leave() {
      stopping = true;
      watchdog.hold();
      watchdog.leave();
      await watchdog.exited;
    },
  };
}

type Watchdog = {
  pid: number;
  exited: Promise<void>;
  /** Keeps this process alive until the watchdog has exited. */
  hold(): void;
  release(): void;
  leave(): void;
};

async function startWatchdog(order: WatchdogOrder): Promise<Watchdog> {
  const child = spawn(process.execPath, [watchdogFile(), JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // Out of the terminal's process group, so that Ctrl-C reaches the owner alone.
    detached: true,
    env: { PATH: process.env.PATH },
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.stdin?.on('error', () => undefined);
  const pid = await firstLine(child, exited);
  // A guarded server alone keeps nobody's event loop running.
  child.unref();
  for (const stream of [child.stdin, child.stdout]) if (stream instanceof Socket) stream.unref();
  return {
    pid,
    exited,
    hold: () => child.ref(),
    release: () => child.stdin?.end(),
    leave: () => child.stdin?.write('leave\n'),
  };
}

async function firstLine(child: ChildProcess, exited: Promise<void>): Promise<number> {
  let text = '';
  const line = new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (text.includes('\n')) resolve(text);
    });
  });
  const answer = await Promise.race([line, exited.then(() => text)]);
  const parsed: { pid?: number; error?: string } = answer === '' ? {} : JSON.parse(answer.split('\n')[0] ?? '{}');
  if (parsed.pid === undefined) throw new Error(parsed.error ?? 'the server ended at once');
  return parsed.pid;
}

async function identify(pid: number): Promise<ProcessIdentity> {
  const found = await processAt(pid);
  // A server that ended at once has no row any more; the caller finds out by `exited`.
  return { pid, startedAt: found?.startedAt ?? 0 };
}

/** Node runs compiled files only: from the sources (tests) the built one beside them is used. */
function watchdogFile(): string {
  const beside = fileURLToPath(new URL('./watchdog.js', import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL('../../dist/sandbox/process/watchdog.js', import.meta.url));
}
