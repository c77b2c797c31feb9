import type { CaseClient, CaseClientOptions } from '../../client/caseClient.js';
import type { Ground } from './ground.js';
import { inParallel } from './measure.js';
import { openCase, registerPaper } from './scene.js';
import type { WorkerProcess } from './workerProcess.js';

/** Open cases under one worker, all in its memory. */
export type Herd = {
  taskQueue: string;
  worker: WorkerProcess;
  client: CaseClient;
  ids: string[];
  /** Sends one act to a case, by default one of them at random, and awaits its receipt. */
  send(caseId?: string): Promise<void>;
  /** Opens that many cases more. */
  grow(count: number): Promise<void>;
};

let herds = 0;

/** Opens that many cases of real size, and waits until each has come to rest. */
export async function startHerd(
  ground: Ground,
  count: number,
  options: { maxCachedWorkflows?: number; client?: Partial<CaseClientOptions> } = {},
): Promise<Herd> {
  const { client: clientOptions, ...more } = options;
  const taskQueue = `bench-${++herds}`;
  const worker = await ground.product(taskQueue, more);
  const client = ground.cases(taskQueue, clientOptions);
  const prefix = `b${herds}`;
  const ids: string[] = [];
  const envelope = openCase();
  const grow = (by: number) =>
    inParallel(by, 8, async () => {
      const id = `${prefix}-${ids.length}`;
      ids.push(id);
      await client.openCase(id, envelope);
      await client.caseTime(id);
    });
  await grow(count);
  let sent = 0;
  return {
    taskQueue,
    worker,
    client,
    ids,
    grow,
    async send(caseId = ids[Math.floor(ground.random() * ids.length)]!) {
      const outcome = await client.send(caseId, registerPaper(`paper-${++sent}`));
      if (outcome.status !== 'recorded') throw new Error(`The act was refused: ${outcome.code}`);
    },
  };
}

/** Workflows that do nothing but answer Updates, all in their worker's memory. */
export type BareHerd = { taskQueue: string; worker: WorkerProcess; ids: string[]; update(id?: string): Promise<void> };

/** Starts that many of them, each answered once; `taskQueue`: where others can join. */
export async function startBareHerd({ bare, temporal, random }: Ground, count: number): Promise<BareHerd> {
  const taskQueue = `bare-${++herds}`;
  const worker = await bare(taskQueue);
  const ids = Array.from({ length: count }, (_, i) => `${taskQueue}-${i}`);
  const update = async (id = ids[Math.floor(random() * ids.length)]!) => {
    await temporal.getHandle(id).executeUpdate('echo', { args: [1] });
  };
  await inParallel(count, 8, async (i) => {
    await temporal.start('bare', { workflowId: ids[i]!, taskQueue });
    await update(ids[i]);
  });
  return { taskQueue, worker, ids, update };
}
