import type { Ground } from '../ground.js';
import { startBareHerd, startHerd } from '../herd.js';
import { timed } from '../measure.js';
import type { Part, Row } from '../part.js';

const KILLS = 3;
const UNDER_LOAD = 16;

/** How long a killed worker keeps people waiting while another one stands by. */
export const kill: Part = {
  name: 'kill',
  about: 'first receipt after kill -9 of a worker',
  async run(ground) {
    const idle = await killed(ground, 'idle');
    const load = await killed(ground, 'load');
    const plain = await killedBare(ground);
    const row = (figure: string, took: number[], goal: boolean): Row => ({
      figure: `first receipt after kill -9, ${figure}, worst of ${KILLS}`,
      ...{ value: Math.max(...took) / 1000, unit: 's' },
      beside: { what: 'default timeouts', value: Math.max(...plain) / 1000 },
      ...(goal && { goal: { of: 'value' as const, atMost: 2.5 } }),
    });
    return [row('idle', idle, true), row(`${UNDER_LOAD} in flight (the slowest of them)`, load, true)];
  },
};

/** Each round the cases are in the memory of one worker, a second one starts, and the first is killed. */
async function killed(ground: Ground, how: 'idle' | 'load'): Promise<number[]> {
  const herd = await startHerd(ground, UNDER_LOAD);
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
