import type { Ground } from '../ground.js';
import { type BareHerd, type Herd, startBareHerd, startHerd } from '../herd.js';
import { openLoop, throughput, timed } from '../measure.js';
import type { Part, Row } from '../part.js';
import { median, spread } from '../stats.js';

const CASES = { default: 60, full: 200 };
const ROUNDS = 250;
const WARM_UP = 40;

/** Command to receipt, alone, at a steady rate, and as many as there can be. */
export const receipts: Part = {
  name: 'receipts',
  about: 'command to receipt',
  async run(ground, scale) {
    await ground.sql.query('create table if not exists bench_rows (id bigserial primary key, text text not null)');
    const herd = await startHerd(ground, CASES[scale]);
    const bare = await startBareHerd(ground, CASES[scale]);
    const rows = [...(await alone(ground, herd, bare)), ...(await steadily(herd, bare)), ...(await many(herd, bare))];
    await Promise.all([herd.worker.stop(), bare.worker.stop()]);
    return rows;
  },
};

const insert = ({ sql }: Ground) => sql.query('insert into bench_rows (text) values ($1)', ['x'.repeat(400)]);

async function alone(ground: Ground, herd: Herd, bare: BareHerd): Promise<Row[]> {
  ground.say('receipts, one in flight');
  const took = { command: [] as number[], update: [] as number[], insert: [] as number[] };
  for (let i = -WARM_UP; i < ROUNDS; i++) {
    const one = {
      command: await timed(() => herd.send()),
      update: await timed(() => bare.update()),
      insert: await timed(() => insert(ground)),
    };
    if (i < 0) continue;
    took.command.push(one.command);
    took.update.push(one.update);
    took.insert.push(one.insert);
  }
  const [command, update, plain] = [spread(took.command), spread(took.update), spread(took.insert)];
  return [
    {
      figure: 'command to receipt, 1 in flight, p50',
      ...{ value: command.p50, unit: 'ms', beside: { what: 'bare Update', value: update.p50 } },
      goal: { of: 'ratio', atMost: 1.5 },
      note: `a plain INSERT ${plain.p50.toFixed(1)} ms`,
    },
    {
      figure: 'command to receipt, 1 in flight, p99',
      ...{ value: command.p99, unit: 'ms', beside: { what: 'bare Update', value: update.p99 } },
      note: `a plain INSERT ${plain.p99.toFixed(1)} ms`,
    },
  ];
}

async function steadily(herd: Herd, bare: BareHerd): Promise<Row[]> {
  const took: { command: number[]; update: number[] } = { command: [], update: [] };
  for (let round = 0; round < 2; round++) {
    took.command.push(...(await openLoop(20, 160, () => herd.send())));
    took.update.push(...(await openLoop(20, 80, () => bare.update())));
  }
  const [command, update] = [spread(took.command), spread(took.update)];
  return [
    {
      figure: 'command to receipt, open loop at 20/s, p99',
      ...{ value: command.p99, unit: 'ms', beside: { what: 'bare Update', value: update.p99 } },
      goal: { of: 'value', atMost: 100 },
      note: `p50 ${command.p50.toFixed(1)} ms, bare ${update.p50.toFixed(1)} ms`,
    },
  ];
}

async function many(herd: Herd, bare: BareHerd): Promise<Row[]> {
  const rows: Row[] = [];
  for (const width of [8, 32]) {
    const took: { command: number[]; update: number[] } = { command: [], update: [] };
    for (let round = 0; round < 3; round++) {
      took.command.push(await throughput(3_000, width, () => herd.send()));
      took.update.push(await throughput(3_000, width, () => bare.update()));
    }
    rows.push({
      figure: `receipts a second, ${width} in flight`,
      ...{ value: median(took.command), unit: '/s', beside: { what: 'bare Updates', value: median(took.update) } },
      goal: { of: 'ratio', atLeast: 0.7 },
    });
  }
  return rows;
}
