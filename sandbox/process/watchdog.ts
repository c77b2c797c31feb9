/**
 * A process of its own that ends a server when its owner is gone, however the owner went.
 *
 * 1 Its stdin is a pipe from the owner: the pipe closes when the owner ends, `kill -9` included.
 * 2 It starts the server itself, so that there is no moment in which a server runs unwatched; an adopted server it watches by pid.
 * 3 A line on stdin makes it leave the server running, for another owner that has taken over.
 * 4 It ends when the server ends, so that the owner learns of it by this process's exit.
 */
import { spawn } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';
import { endProcess, isRunning, type ProcessIdentity } from './processes.js';

/** What a watchdog is told, as JSON in its first argument. */
export type WatchdogOrder = {
  subject:
    | {
        kind: 'start';
        command: string;
        args: string[];
        env: Record<string, string>;
        uid?: number;
        gid?: number;
        logFile: string;
      }
    | { kind: 'watch'; process: ProcessIdentity };
  stopSignal: 'SIGINT' | 'SIGTERM';
  /** A temporary folder to remove once the server has ended. */
  removeDir?: string;
};

type Subject = { pid: number; end(): void };

const PATIENCE_MS = 20_000;

function startSubject(order: WatchdogOrder, onExit: () => void): Subject {
  const { subject } = order;
  if (subject.kind === 'watch') return watchSubject(subject.process, order.stopSignal, onExit);
  const log = openSync(subject.logFile, 'a', 0o600);
  const { uid, gid, env } = subject;
  const child = spawn(subject.command, subject.args, { stdio: ['ignore', log, log], detached: true, env, uid, gid });
  child.once('exit', onExit);
  child.once('error', (error) => {
    process.stdout.write(`${JSON.stringify({ error: error.message })}\n`);
    onExit();
  });
  return {
    pid: child.pid ?? 0,
    end() {
      child.kill(order.stopSignal);
      setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref();
    },
  };
}

function watchSubject(identity: ProcessIdentity, signal: NodeJS.Signals, onExit: () => void): Subject {
  const timer = setInterval(async () => {
    if (!(await isRunning(identity))) onExit();
  }, 500);
  return {
    pid: identity.pid,
    end() {
      clearInterval(timer);
      void endProcess(identity, signal, PATIENCE_MS).then(onExit, onExit);
    },
  };
}

function main(order: WatchdogOrder): void {
  let ownerGone = false;
  const subject = startSubject(order, () => {
    // A server that failed by itself leaves its log for the owner to read.
    if (order.removeDir && ownerGone) rmSync(order.removeDir, { recursive: true, force: true, maxRetries: 5 });
    process.exit(0);
  });
  // The only word an owner ever says: the server belongs to somebody else now.
  process.stdin.on('data', () => process.exit(0));
  for (const event of ['end', 'close', 'error']) {
    process.stdin.once(event, () => {
      ownerGone = true;
      subject.end();
    });
  }
  // The terminal's Ctrl-C is for the owner, who stops things in order.
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
  process.on('SIGTERM', () => subject.end());
  process.stdout.on('error', () => undefined);
  if (subject.pid > 0) process.stdout.write(`${JSON.stringify({ pid: subject.pid })}\n`);
}

const order: WatchdogOrder = JSON.parse(process.argv[2] ?? '');
main(order);
