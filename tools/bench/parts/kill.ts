import type { Ground } from '../ground.js';
import { startBareHerd, startHerd } from '../herd.js';
import { timed } from '../measure.js';
import type { Part, Row } from '../part.js';
import type { WorkerProcess } from '../workerProcess.js';

const KILLS = 3;
const UNDER_LOAD = 16;
/** Milliseconds of a workflow task: longer, for comparison, and as shipped. */
const TASK_MS = [5_000, 2_000];

/** `idle`: nothing is on its way, and something is sent once the worker is gone. `under load`: it is killed amid commands. */
const HOWS = ['idle', 'under load'] as const;
type How = (typeof HOWS)[number];

/** What is waited for, by how it is killed. */
const FIGURES: Record<How, string> = {
  idle: 'receipt after kill -9, idle',
  'under load': `last of ${UNDER_LOAD} receipts after kill -9 amid them`,
};

/** How long a killed worker keeps people waiting while another one stands by. */
export const kill: Part = {
  name: 'kill',
  about: 'receipts after kill -9 of a worker',
  async run(ground) {
    const plain = { idle: await killedBare(ground, 'idle'), 'under load': await killedBare(ground, 'under load') };
    const rows: Row[] = [];
    for (const taskMs of TASK_MS)
      for (const how of HOWS) {
        ground.say(`kill: ${how}, workflow tasks of ${taskMs / 1000} s`);
        const took = await killed(ground, how, taskMs);
        rows.push({
          figure: `${FIGURES[how]}, workflow task timeout ${taskMs / 1000} s`,
          ...{ value: Math.max(...took) / 1000, unit: 's' },
          beside: { what: 'bare Updates, default timeouts', value: plain[how] / 1000 },
          goal: { of: 'value', atMost: 2.5 },
          note: `worst of ${KILLS}, bare once`,
        });
      }
    return rows;
  },
};

/** Each round the cases are in the memory of one worker, a second one starts, and the first is killed. */
async function killed(ground: Ground, how: How, workflowTaskTimeoutMs: number): Promise<number[]> {
  const herd = await startHerd(ground, how === 'idle' ? KILLS : UNDER_LOAD, { client: { workflowTaskTimeoutMs } });
  const took: number[] = [];
  let at = herd.worker;
  for (let i = 0; i < KILLS; i++) {
    await Promise.all(herd.ids.map((id) => herd.send(id)));
    const next = await ground.product(herd.taskQueue);
    took.push(await waited(at, how, herd.ids, herd.send));
    at = next;
  }
  await at.stop();
  return took;
}

/** The same for workflows that only answer Updates, with everything of the engine at its defaults. */
async function killedBare(ground: Ground, how: How): Promise<number> {
  ground.say(`kill: ${how}, bare Updates`);
  const herd = await startBareHerd(ground, UNDER_LOAD);
  const next = await ground.bare(herd.taskQueue);
  await Promise.all(herd.ids.map((id) => herd.update(id)));
  const took = await waited(herd.worker, how, herd.ids, herd.update);
  await next.stop();
  return took;
}

/** Milliseconds from the kill until everything is answered. Amid commands it comes with the first answer: the worker then has others in hand. */
async function waited(
  worker: WorkerProcess,
  how: How,
  ids: string[],
  send: (id?: string) => Promise<void>,
): Promise<number> {
  if (how === 'idle') {
    await worker.kill();
    return timed(() => send());
  }
  const running = ids.map((id) => send(id));
  await Promise.race(running);
  return timed(() => Promise.all([worker.kill(), ...running]));
}
