import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Orders } from './orders.js';

/** How a process ended: what ended it, and the last it said. */
export type End = { code: number | null; signal: NodeJS.Signals | null; said: string };

/** A process that the harness kills, stops and starts again. */
export type Child = {
  /** Settles once it takes work; false when it ended before. */
  ready: Promise<boolean>;
  /** Settles when it has ended. */
  ended: Promise<End>;
  /** False when there is nobody to signal any more. */
  signal(signal: NodeJS.Signals): boolean;
  /** Kills it and waits until it is gone; true unless it had ended before by itself. */
  kill(): Promise<boolean>;
};

/** How much of what a process said last is kept, characters. */
const SAID_MAX = 20_000;

/** The compiled entry, from beside this file or, when this runs from the sources, from dist/. */
function entryOf(name: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const found = [join(here, name), join(here, '../..', 'dist', 'tools', 'chaos', name)].find(existsSync);
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
    signal: (signal) => process.kill(signal),
    async kill() {
      const lived = process.exitCode === null && process.signalCode === null;
      process.kill('SIGKILL');
      return (await ended).signal === 'SIGKILL' && lived;
    },
  };
}

/** `close` comes after `exit`, once everything that it said has been read. */
const endOf = (process: ChildProcess): Promise<End> =>
  new Promise((resolve) => {
    let said = '';
    process.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-SAID_MAX);
    });
    process.once('close', (code, signal) => resolve({ code, signal, said: said.trim() }));
  });
