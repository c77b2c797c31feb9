import type { Ground } from '../ground.js';
import { startBareHerd, startHerd } from '../herd.js';
import { timed } from '../measure.js';
import type { Part, Row } from '../part.js';

const KILLS = 3;
const UNDER_LOAD = 16;
/** Milliseconds of a workflow task: as shipped, and as low as the longest replay allows. */
const TASK_MS = [5_000, 2_000];

/** How long a killed worker keeps people waiting while another one stands by. */
export const kill: Part = {
  name: 'kill',
  about: 'first receipt after kill -9 of a worker',
  async run(ground) {
    const plain = Math.max(...(await killedBare(ground)));
    const rows: Row[] = [];
    for (const taskMs of TASK_MS)
      for (const how of ['idle', 'under load'] as const) {
        ground.say(`kill: ${how}, workflow tasks of ${taskMs / 1000} s`);
        const took = await killed(ground, how, taskMs);
        rows.push({
          figure: `first receipt after kill -9, ${how}, workflow task timeout ${taskMs / 1000} s`,
          ...{ value: Math.max(...took) / 1000, unit: 's', beside: { what: 'default timeouts', value: plain / 1000 } },
          goal: { of: 'value', atMost: 2.5 },
          note: `worst of ${KILLS}${how === 'idle' ? '' : `, slowest of ${UNDER_LOAD} commands on their way`}`,
        });
      }
    return rows;
  },
};

/** Each round the cases are in the memory of one worker, a second one starts, and the first is killed. */
async function killed(ground: Ground, how: 'idle' | 'under load', workflowTaskTimeoutMs: number): Promise<number[]> {
  const herd = await startHerd(ground, how === 'idle' ? KILLS : UNDER_LOAD, { client: { workflowTaskTimeoutMs } });
  const took: number[] = [];
  let at = herd.worker;
  for (let i = 0; i < KILLS; i++) {
    await Promise.all(herd.ids.map((id) => herd.send(id)));
    const next = await ground.product(herd.taskQueue);
    if (how === 'idle') {
      await at.kill();
      took.push(await timed(() => herd.send()));
    } else {
      const running = herd.ids.map((id) => herd.send(id));
      const dead = at.kill();
      took.push(await timed(() => Promise.all([dead, ...running])));
    }
    at = next;
  }
  await at.stop();
  return took;
}

/** The engine with everything at its defaults, killed while an Update is on its way. */
async function killedBare(ground: Ground): Promise<number[]> {
  const herd = await startBareHerd(ground, 4);
  const next = await ground.bare(herd.taskQueue);
  await Promise.all(herd.ids.map((id) => herd.update(id)));
  await herd.worker.kill();
  const took = [await timed(() => Promise.all(herd.ids.map((id) => herd.update(id))))];
  await next.stop();
  return took;
}
