import { bundlePath } from '../../workers/bundlePath.js';
import { waitUntil } from '../support/real/waitUntil.js';
import { type Change, failedTasks, NO_LETTERS, OTHER_WORDS, otherBuild } from '../support/workflows/otherBuild.js';
import { closeCase, openCase, registerPaper } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

/** Open cases while two builds work: 500 in `npm run test:upgrade`. */
const CASES = Number(process.env.UPGRADE_CASES ?? 50);
const AT_ONCE = 8;
/** So small that most cases are replayed, now by one build, now by the other. */
const CACHED = 5;
/** Something that nobody may change without `patched()`, and that a pinned run never meets. */
const OTHER_ENGINE: Change = { from: 'await this.#ledger.reconcile();', to: '' };

let worlds: World[] = [];
afterEach(async () => {
  for (const world of worlds) await world.end();
  worlds = [];
});

async function newWorld(): Promise<World> {
  const world = await startWorld({ waitMs: 60_000 });
  worlds.push(world);
  return world;
}

async function eachOf(ids: string[], act: (caseId: string) => Promise<unknown>): Promise<void> {
  const waiting = [...ids];
  const worker = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await act(id);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const open = async (world: World, cases = CASES): Promise<string[]> => {
  const ids = Array.from({ length: cases }, () => world.caseId());
  await eachOf(ids, (id) => world.client.openCase(id, openCase()));
  return ids;
};

/** Three papers each, and the end; then nothing may be open, failed or unsound. */
async function finish(world: World, ids: string[]): Promise<{ failed: number; unsound: string[] }> {
  for (const paper of ['a', 'b', 'c']) await eachOf(ids, (id) => world.client.send(id, registerPaper(paper)));
  await eachOf(ids, (id) => world.client.send(id, closeCase()));
  let failed = 0;
  const unsound: string[] = [];
  await eachOf(ids, async (id) => {
    await waitUntil(`${id} to close`, async () => (await world.store.cases.get(id))?.state.status === 'closed');
    failed += await failedTasks(world, id);
    const verified = await world.store.ledger.verify(id);
    const papers = (await world.rows(id)).filter(({ event }) => event.type === 'PaperDrafted').length;
    if (!verified.ok || papers !== 3) unsound.push(id);
  });
  return { failed, unsound };
}

test('two builds that are not versioned share open cases: none is stuck, no task fails, all finish', async () => {
  const world = await newWorld();
  const old = await otherBuild(OTHER_WORDS, NO_LETTERS);
  await world.worker({ bundlePath: old.path, maxCachedWorkflows: CACHED });
  const ids = await open(world);
  await world.worker({ maxCachedWorkflows: CACHED });
  expect(await finish(world, ids)).toEqual({ failed: 0, unsound: [] });
  await old.remove();
});

/** A case that is woken moves, as soon as its task queue has heard of the new current version. */
async function moved({ client, caseId: newId }: World, id: string): Promise<void> {
  const { runId } = await client.describe(id);
  await waitUntil(`${id} to move`, async () => {
    await client.send(id, registerPaper(newId()));
    return (await client.describe(id)).runId !== runId;
  });
}

/** Makes a build the one that cases go to, once the server has heard of it. */
const current = (world: World, deploymentName: string) => (buildId: string) =>
  waitUntil(`${buildId} to be current`, async () => {
    const { workflowService } = world.connection;
    await workflowService.setWorkerDeploymentCurrentVersion({ namespace: 'default', deploymentName, buildId });
    return true;
  });

test('the first version: cases that run unversioned go on with it once it is current and the unversioned workers are gone', async () => {
  const world = await newWorld();
  const name = `upgrade-${world.taskQueue}`;
  const unversioned = await world.worker();
  const ids = await open(world, Math.ceil(CASES / 5));
  await world.worker({ deployment: { name, buildId: 'first' } });
  await current(world, name)('first');
  await unversioned.shutdown();
  expect(await finish(world, ids)).toEqual({ failed: 0, unsound: [] });
});

test('two versions: each case stays with its build until it hands over, then goes to the current one, and back after a roll-back', async () => {
  const world = await newWorld();
  const name = `upgrade-${world.taskQueue}`;
  const setCurrent = current(world, name);
  const old = await otherBuild(OTHER_WORDS, OTHER_ENGINE);
  await world.worker({ bundlePath: old.path, deployment: { name, buildId: 'old' } });
  await setCurrent('old');
  const ids = await open(world);
  await world.worker({ bundlePath: bundlePath(), deployment: { name, buildId: 'new' } });
  await setCurrent('new');
  await eachOf(ids, (id) => moved(world, id));
  await setCurrent('old');
  await eachOf(ids.slice(0, 10), (id) => moved(world, id));
  await setCurrent('new');
  await eachOf(ids, (id) => world.client.send(id, closeCase()));
  let failed = 0;
  await eachOf(ids, async (id) => {
    await waitUntil(`${id} to close`, async () => (await world.store.cases.get(id))?.state.status === 'closed');
    failed += await failedTasks(world, id);
  });
  expect(failed).toBe(0);
  await old.remove();
});
