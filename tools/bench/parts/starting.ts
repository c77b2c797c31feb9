import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Ground } from '../ground.js';
import { timed } from '../measure.js';
import type { Part } from '../part.js';
import { ROOT } from '../scene.js';
import { median } from '../stats.js';

const ROUNDS = 3;

/** How long it takes until everything, or a worker, is at work. */
export const starting: Part = {
  name: 'starting',
  about: 'up to ready, worker to polling',
  async run(ground) {
    const home = await mkdtemp(join(tmpdir(), 'drawbridge-bench-up-'));
    await chmod(home, 0o711);
    try {
      const first = await timedUp(join(home, 'data'));
      const warm: number[] = [];
      const polling: number[] = [];
      for (let i = 0; i < ROUNDS; i++) {
        warm.push(await timedUp(join(home, 'data')));
        polling.push(await timedWorker(ground, `bench-polling-${i}`));
      }
      return [
        {
          figure: '`up` to ready, warm',
          ...{ value: median(warm) / 1000, unit: 's', goal: { of: 'value', atMost: 4 } },
          note: `the first time ${(first / 1000).toFixed(1)} s, with a new database`,
        },
        {
          figure: 'worker to polling, prebuilt bundle',
          ...{ value: median(polling) / 1000, unit: 's', goal: { of: 'value', atMost: 1.5 } },
          note: 'from the start of the process until the server knows a poller',
        },
      ];
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  },
};

/** Starts everything on a data folder, waits for its announcement, and stops it again. */
async function timedUp(data: string): Promise<number> {
  const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, ...env } = process.env;
  const running = spawn(process.execPath, [`${ROOT}dist/cli/main.js`, 'up', '--data', data, '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env,
  });
  try {
    return await timed(() => once(running.stdout, 'data', { signal: AbortSignal.timeout(60_000) }));
  } finally {
    await stop(running);
  }
}

async function stop(running: ChildProcess): Promise<void> {
  if (running.exitCode !== null || running.signalCode !== null) return;
  const gone = once(running, 'exit');
  running.kill('SIGTERM');
  await gone;
}

async function timedWorker({ product, connection }: Ground, taskQueue: string): Promise<number> {
  const from = performance.now();
  const worker = await product(taskQueue);
  const polled = async () => {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      ...{ namespace: 'default', taskQueue: { name: taskQueue }, taskQueueType: 1 },
    });
    return pollers.length > 0;
  };
  while (!(await polled())) await wait(5);
  const took = performance.now() - from;
  await worker.stop();
  return took;
}
