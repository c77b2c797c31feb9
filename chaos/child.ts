import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Orders } from './orders.js';

/** A process that the harness kills, stops and starts again. */
export type Child = {
  /** Settles once it takes work; false when it ended before. */
  ready: Promise<boolean>;
  /** Settles when it has ended, with the signal that ended it. */
  ended: Promise<NodeJS.Signals | null>;
  signal(signal: NodeJS.Signals): void;
  /** Kills it and waits until it is gone. */
  kill(): Promise<void>;
};

/** The compiled entry, from beside this file or, when this runs from the sources, from dist/. */
function entryOf(name: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const found = [join(here, name), join(here, '..', 'dist', 'chaos', name)].find(existsSync);
  if (found === undefined) throw new Error('The harness has not been built: run `npm run build`.');
  return found;
}

/** Starts `workerMain.js` or `apiMain.js`; what it writes to its standard error is added to the log file. */
export function startChild(entry: 'workerMain.js' | 'apiMain.js', orders: Orders, logFile: string): Child {
  const process = fork(entryOf(entry), { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: ['--no-warnings'] });
  process.stderr?.pipe(createWriteStream(logFile, { flags: 'a' }));
  process.on('error', () => undefined);
  process.send(orders, () => undefined);
  const ended = endOf(process);
  return {
    ready: Promise.race([once(process, 'message').then(() => true), ended.then(() => false)]),
    ended,
    signal: (signal) => void process.kill(signal),
    async kill() {
      process.kill('SIGKILL');
      await ended;
    },
  };
}

const endOf = (process: ChildProcess): Promise<NodeJS.Signals | null> =>
  new Promise((resolve) => process.once('exit', (_code, signal) => resolve(signal)));
