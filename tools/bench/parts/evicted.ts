import { startHerd } from '../herd.js';
import { inParallel, timed } from '../measure.js';
import type { Part } from '../part.js';
import { spread } from '../stats.js';

const CASES = 10;
const CACHED = 4;
const EVENTS = 300;
const ROUNDS = 6;

/** Cases that fell out of the worker's memory: each command replays the run from its history. */
export const evicted: Part = {
  name: 'evicted',
  about: `a case of ${EVENTS} events that fell out of the cache`,
  async run({ say, ...ground }) {
    // The run must not hand over before it is as long as that.
    const herd = await startHerd({ say, ...ground }, CASES, {
      maxCachedWorkflows: CACHED,
      client: { rolloverEvents: 5_000 },
    });
    say('evicted: growing histories');
    await inParallel(CASES, 3, async (i) => {
      const id = herd.ids[i]!;
      while ((await herd.client.describe(id)).historyEvents < EVENTS) for (let n = 0; n < 8; n++) await herd.send(id);
    });
    const took = { evicted: [] as number[], cached: [] as number[] };
    // In turn over more cases than fit, each case has been dropped when its turn comes; the second command finds it there.
    for (let round = 0; round < ROUNDS; round++)
      for (const id of herd.ids) {
        took.evicted.push(await timed(() => herd.send(id)));
        took.cached.push(await timed(() => herd.send(id)));
      }
    const { historyEvents } = await herd.client.describe(herd.ids[0]!);
    await herd.worker.stop();
    const [out, cached] = [spread(took.evicted), spread(took.cached)];
    return [
      {
        figure: `receipt of an evicted case of ${EVENTS} events, p99`,
        ...{ value: out.p99, unit: 'ms', beside: { what: 'cached', value: cached.p99 } },
        goal: { of: 'value', atMost: 250 },
        note: `p50 ${out.p50.toFixed(0)} ms, cached ${cached.p50.toFixed(0)} ms; ${historyEvents} events at the end`,
      },
    ];
  },
};
