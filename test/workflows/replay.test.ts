import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { WorkflowClient } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { fastForward } from '../../client/fastForward.js';
import { workflowIdOf } from '../../client/ids.js';
import { DAY_MS, plusMs } from '../../domain/time.js';
import { bundlePath } from '../../workers/bundlePath.js';
import { closeCase, openCase, registerPaper } from './scene.js';
import { startWorld, type World } from './world.js';

const START = '2026-09-01T08:00:00.000Z';
/** Kept histories of real runs; `RECORD_HISTORIES=1` writes them anew, which is right only before the first release that keeps cases. */
const KEPT = fileURLToPath(new URL('../histories/', import.meta.url));

type History = Awaited<ReturnType<ReturnType<WorkflowClient['getHandle']>['fetchHistory']>>;

let world: World;
let histories: History[];

beforeAll(async () => {
  world = await startWorld({ startAt: START, rolloverEvents: 40 });
  await world.worker();
  histories = await playedCase();
});
afterAll(() => world.end());

/** The runs of one case from opening to closing, with letters, deadlines, commands side by side and rollovers. */
async function playedCase(): Promise<History[]> {
  const caseId = world.caseId();
  await world.client.openCase(caseId, openCase('open', { daily: true }));
  await Promise.all(['a', 'b', 'c', 'd'].map((id) => world.client.send(caseId, registerPaper(id))));
  await fastForward(world, caseId, plusMs(START, 5 * DAY_MS));
  await world.client.send(caseId, closeCase());
  await fastForward(world, caseId, plusMs(START, 15 * DAY_MS));
  const runs = [...new Set((await world.rows(caseId)).map(({ runId }) => runId))];
  const client = new WorkflowClient({ connection: world.connection });
  return Promise.all(runs.map((runId) => client.getHandle(workflowIdOf(caseId), runId).fetchHistory()));
}

const replay = (history: unknown) => Worker.runReplayHistory({ workflowBundle: { codePath: bundlePath() } }, history);

test('every run of a case replays', async () => {
  expect(histories.length).toBeGreaterThan(2);
  for (const history of histories) await replay(history);
});

test('a run that did something else than the code now does is found', async () => {
  const broken = histories.map((history) => historyToJSON(history)).find((text) => text.includes('"sendMail"'));
  if (broken === undefined) throw new Error('No run has sent a letter.');
  await expect(replay(JSON.parse(broken.replaceAll('"sendMail"', '"sendLetter"')))).rejects.toThrow(/TMPRL1100/);
});

test('the kept histories replay', async () => {
  if (process.env.RECORD_HISTORIES === '1') await keep();
  const names = (await readdir(KEPT).catch(() => [])).filter((name) => name.endsWith('.json'));
  for (const name of names) await replay(JSON.parse(await readFile(`${KEPT}${name}`, 'utf8')));
});

async function keep(): Promise<void> {
  await mkdir(KEPT, { recursive: true });
  for (const [i, history] of histories.entries())
    await writeFile(`${KEPT}played-case-${i + 1}.json`, historyToJSON(history));
}
