import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import getPort from 'get-port';
import { z } from 'zod';
import { processAt } from '../../../sandbox/process/processes.js';
import { waitUntil } from '../real/waitUntil.js';
import { drawbridge, MAIN, plainEnv, type Ran } from './cli.js';

const exec = promisify(execFile);
const Announced = z.object({ pid: z.number(), apiUrl: z.string(), docsUrl: z.string(), mailboxUrl: z.string() });

/** A `drawbridge up` in a process of its own. */
export type RunningUp = {
  child: ChildProcess;
  /** Its addresses, once it is up; fails with what it said when it ended before. */
  ready(): Promise<z.infer<typeof Announced>>;
  /** Everything that it said on standard error so far. */
  said(): string;
  ended(): Promise<number | null>;
};

/** Starts an `up` on the folder. */
export async function startUp(dir: string): Promise<RunningUp> {
  const args = [MAIN, 'up', '--json', '--data', dir, '--port', String(await getPort({ host: '127.0.0.1' }))];
  const child = spawn(process.execPath, args, { env: plainEnv(), stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const over = () => child.exitCode !== null || child.signalCode !== null;
  return {
    child,
    said: () => err,
    async ready() {
      await waitUntil('drawbridge to be up', () => out.includes('\n') || over(), { timeoutMs: 300_000 });
      if (!out.includes('\n')) throw new Error(`It ended: ${err}`);
      return Announced.parse(JSON.parse(out));
    },
    async ended() {
      await waitUntil('drawbridge to end', over, { timeoutMs: 300_000 });
      return child.exitCode;
    },
  };
}

/** Pids of everything that a process has started, and of what that has started. */
export async function descendantsOf(pid: number): Promise<{ pid: number; args: string }[]> {
  const { stdout } = await exec('ps', ['-eo', 'pid=,ppid=,args=']);
  const rows = stdout.split('\n').flatMap((line) => {
    const [, child, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return child === undefined ? [] : [{ pid: Number(child), parent: Number(parent), args: args ?? '' }];
  });
  const below = (of: number): { pid: number; args: string }[] =>
    rows.filter((row) => row.parent === of).flatMap((row) => [{ pid: row.pid, args: row.args }, ...below(row.pid)]);
  return below(pid).filter(({ args }) => !args.startsWith('ps '));
}

/** Waits until none of the processes runs any more. */
export const allGone = (pids: number[]) =>
  waitUntil(`processes ${pids.join(', ')} to end`, async () => {
    const found = await Promise.all(pids.map((pid) => processAt(pid)));
    return found.every((one) => one === null);
  });

/** A data folder that is removed at the end. */
export async function dataFolder(): Promise<{ dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'drawbridge-up-'));
  // PostgreSQL may run as another user, who has to get through.
  await chmod(dir, 0o711);
  return { dir, remove: () => rm(dir, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Runs a verb on the data of an `up` and gives back its JSON; fails with what it said. */
export async function ask<T>(dir: string, schema: z.ZodType<T>, ...args: string[]): Promise<T> {
  const ran = await tell(dir, ...args, '--json');
  if (ran.code !== 0) throw new Error(`${args.join(' ')}: ${ran.err}`);
  return schema.parse(JSON.parse(ran.out));
}

/** Runs a verb on the data of an `up`. */
export const tell = (dir: string, ...args: string[]): Promise<Ran> => drawbridge([...args, '--data', dir]);
