import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Ground } from '../ground.js';
import { type Herd, startBareHerd, startHerd } from '../herd.js';
import { timed } from '../measure.js';
import type { Part } from '../part.js';
import { median } from '../stats.js';

const FEW = { default: 100, full: 200 };
const MANY = { default: 400, full: 10_000 };
const SAMPLES = 100;
const IDLE_MS = 10_000;
/** Ticks a second in /proc; 100 on every Linux in use. */
const TICKS = 100;

/** Many open cases at rest: what they take, and whether the next command feels them. */
export const open: Part = {
  name: 'open',
  about: 'many open cases',
  async run(ground, scale) {
    const [few, many] = [FEW[scale], MANY[scale]];
    const empty = await ground.product('bench-empty');
    const before = await empty.rssBytes();
    await empty.stop();
    const herd = await startHerd(ground, few);
    const perCase = ((await herd.worker.rssBytes()) - before) / few;
    const bare = await bareMemory(ground, few);
    const early = await latencies(herd);
    const bytes = await databaseBytes(ground);
    ground.say(`open: up to ${many} cases`);
    await herd.grow(many - few);
    const grown = (await databaseBytes(ground)) - bytes;
    const idle = await idleShare(herd.worker.pid);
    const server = ground.pids.temporal === undefined ? Number.NaN : await idleShare(ground.pids.temporal);
    const late = await latencies(herd);
    await herd.worker.stop();
    const title = `${many.toLocaleString('en')} open cases`;
    return [
      {
        figure: 'worker memory per cached case',
        ...{ value: perCase / 1e6, unit: 'MB', beside: { what: 'a trivial cached workflow', value: bare / 1e6 } },
        goal: { of: 'ratio', atMost: 3 },
        note: `resident, after a collection of garbage, ${few} cases`,
      },
      {
        figure: `${title}: database per case`,
        ...{ value: grown / (many - few) / 1000, unit: 'kB', goal: { of: 'value', atMost: 60 } },
        note: 'ledger, outcomes, state, plan and lists, indexes included; Temporal has its own',
      },
      {
        figure: `${title}: receipt, p50`,
        ...{ value: median(late), unit: 'ms', beside: { what: `${few} open cases`, value: median(early) } },
        goal: { of: 'ratio', atMost: 1.3 },
      },
      {
        figure: `${title}: idle CPU of the worker`,
        ...{ value: idle * 100, unit: '% of a core', goal: { of: 'value', atMost: 5 } },
        note: `the Temporal server beside it ${(server * 100).toFixed(1)} %`,
      },
    ];
  },
};

async function latencies(herd: Herd): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < SAMPLES; i++) took.push(await timed(() => herd.send()));
  return took;
}

async function bareMemory(ground: Ground, count: number): Promise<number> {
  const empty = await ground.bare('bare-empty');
  const before = await empty.rssBytes();
  await empty.stop();
  const herd = await startBareHerd(ground, count);
  const after = await herd.worker.rssBytes();
  await herd.worker.stop();
  return (after - before) / count;
}

async function databaseBytes({ sql }: Ground): Promise<number> {
  await sql.query('vacuum');
  const { rows } = await sql.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes');
  return Number(rows[0]?.bytes);
}

/** Share of a core that a process takes while nothing is asked of it; NaN where there is no /proc. */
async function idleShare(pid: number): Promise<number> {
  const from = ticks(pid);
  await wait(IDLE_MS);
  return (ticks(pid) - from) / TICKS / (IDLE_MS / 1000);
}

function ticks(pid: number): number {
  try {
    // The name in parentheses may hold spaces; user and system time are the 12th and 13th field behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return Number.NaN;
  }
}
