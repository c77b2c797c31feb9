import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Connection, WorkflowClient } from '@temporalio/client';
import { Client } from 'pg';
import { processAt } from '../../../sandbox/process/processes.js';
import type { LocalStack } from '../../../sandbox/stack.js';
import { waitUntil } from '../real/waitUntil.js';

/** What a holder tells about its stack. */
export type Told = Omit<LocalStack, 'stop'>;
type Event = { ready?: Told; lost?: string; stopped?: boolean; failed?: { code: string; message: string } };

/** A process of its own that holds a stack. */
export type Holder = {
  child: ChildProcess;
  events: Event[];
  /** Its stack, once ready; throws with the sentence when it failed. */
  ready(): Promise<Told>;
  failed(): Promise<{ code: string; message: string }>;
  /** Pids of its watchdogs. */
  watchdogs(): Promise<number[]>;
  stop(): Promise<void>;
};

const run = promisify(execFile);

/** Starts a holder on the folder; without one its stack is temporary. */
export function startHolder(dir?: string, env: Record<string, string> = {}): Holder {
  const script = fileURLToPath(new URL('./holdStack.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, ...(dir ? [dir] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const events: Event[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => events.push(JSON.parse(line)));
  const find = <K extends keyof Event>(key: K) => events.find((event) => event[key] !== undefined)?.[key];
  return {
    child,
    events,
    async ready() {
      await waitUntil('a holder to tell what came of it', () => find('ready') ?? find('failed'), {
        timeoutMs: 240_000,
      });
      const ready = find('ready');
      if (!ready) throw new Error(find('failed')?.message);
      return ready;
    },
    failed: async () => await waitUntil('a holder to fail', () => find('failed'), { timeoutMs: 240_000 }),
    async watchdogs() {
      const { stdout } = await run('ps', ['-eo', 'pid=,ppid=,args=']);
      const rows = stdout.split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []);
      return rows
        .filter(([, , parent, args]) => Number(parent) === child.pid && args?.includes('watchdog.js'))
        .map(([, pid]) => Number(pid));
    },
    async stop() {
      child.stdin?.end();
      await waitUntil('the holder to end', () => child.exitCode !== null || child.signalCode !== null);
    },
  };
}

/** Waits until none of the processes runs any more. */
export async function allGone(pids: (number | undefined)[]): Promise<void> {
  await waitUntil(`processes ${pids.join(', ')} to end`, async () => {
    const found = await Promise.all(pids.map((pid) => (pid === undefined ? null : processAt(pid))));
    return found.every((one) => one === null);
  });
}

/** Leaves a row in the database and an open workflow in Temporal. */
export async function leaveMark({ databaseUrl, temporalAddress }: Told, mark: string): Promise<void> {
  await withDatabase(databaseUrl, async (client) => {
    await client.query('create table if not exists marks (mark text primary key)');
    await client.query('insert into marks values ($1)', [mark]);
  });
  const connection = await Connection.connect({ address: temporalAddress });
  await new WorkflowClient({ connection }).start('nobodyRunsThis', { workflowId: mark, taskQueue: 'nobody' });
  await connection.close();
}

/** The marks that both servers still have, sorted. */
export async function marksIn({ databaseUrl, temporalAddress }: Told, marks: string[]): Promise<string[]> {
  const rows = await withDatabase(databaseUrl, async (client) => {
    return (await client.query<{ mark: string }>('select mark from marks order by mark')).rows;
  });
  const connection = await Connection.connect({ address: temporalAddress });
  for (const mark of marks) {
    const { status } = await new WorkflowClient({ connection }).getHandle(mark).describe();
    if (status.name !== 'RUNNING') throw new Error(`Workflow ${mark} is ${status.name}.`);
  }
  await connection.close();
  return rows.map(({ mark }) => mark);
}

async function withDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
