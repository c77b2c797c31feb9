import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { fastForward } from '../../client/fastForward.js';
import { DAY_MS, plusMs } from '../../domain/time.js';
import { keptCases } from '../../tools/histories/histories.js';
import { bundlePath } from '../../workers/bundlePath.js';
import { SCENARIOS } from '../support/rehearsal/scenarioFiles.js';
import { type Change, historiesOf, NO_LETTERS, OTHER_WORDS, otherBuild } from '../support/workflows/otherBuild.js';
import { closeCase, openCase, registerPaper } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

const START = '2026-09-01T08:00:00.000Z';

/** Every kept run; otherwise the first and the last one of each case, which takes a sixth of the time. */
const ALL = process.env.REPLAY_ALL === '1';

/** What nobody may change in the workflow's own code without `patched()`. */
const BREAKS: [string, Change][] = [
  [
    'records by an ordinary activity at once',
    { from: 'forSure(() => near.appendEntries', to: 'forSure(() => patient.appendEntries' },
  ],
  ['hands over without comparing with the store', { from: 'await this.#ledger.reconcile();', to: '' }],
  ['begins a run without a look at the time', { from: 'if (this.input.carried !== undefined)', to: 'if (false)' }],
];

type Run = { workflowId: string; history: unknown };
type Histories = Awaited<ReturnType<typeof historiesOf>>;

let world: World;
let histories: Histories;

beforeAll(async () => {
  world = await startWorld({ startAt: START, rolloverEvents: 40 });
  await world.worker();
  histories = await playedCase();
});
afterAll(() => world.end());

/** The runs of one case from opening to closing, with letters, deadlines, commands side by side and rollovers. */
async function playedCase(): Promise<Histories> {
  const caseId = world.caseId();
  await world.client.openCase(caseId, openCase('open', { daily: true }));
  await Promise.all(['a', 'b', 'c', 'd'].map((id) => world.client.send(caseId, registerPaper(id))));
  await fastForward(world, caseId, plusMs(START, 5 * DAY_MS));
  await world.client.send(caseId, closeCase());
  await fastForward(world, caseId, plusMs(START, 15 * DAY_MS));
  return historiesOf(world, caseId);
}

const played = (): Run[] => histories.map((history, i) => ({ workflowId: `run-${i + 1}`, history }));

/** Ids of the runs that a build cannot replay, of all that it is given. */
async function notReplayed(codePath: string, runs: Run[]): Promise<string[]> {
  const failed: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { codePath } }, runs))
    if (error !== undefined) failed.push(workflowId);
  return failed;
}

test('every run of a case replays, also by a build whose rules and words are others', async () => {
  expect(histories.length).toBeGreaterThan(2);
  const other = await otherBuild(OTHER_WORDS, NO_LETTERS);
  expect(await notReplayed(bundlePath(), played())).toEqual([]);
  expect(await notReplayed(other.path, played())).toEqual([]);
  await other.remove();
});

test('a run that did something else than the code now does is found', async () => {
  const texts = histories.map((history) => historyToJSON(history));
  const i = texts.findIndex((text) => text.includes('"sendMail"'));
  const history: unknown = JSON.parse(texts[i]?.replaceAll('"sendMail"', '"sendLetter"') ?? '');
  expect(await notReplayed(bundlePath(), [{ workflowId: 'broken', history }])).toEqual(['broken']);
});

test.each(BREAKS)('a build that %s is found', async (_, change) => {
  const broken = await otherBuild(change);
  expect(await notReplayed(broken.path, played())).not.toEqual([]);
  await broken.remove();
});

test('every scenario of the examples is kept for a version, and this build replays runs of all versions', async () => {
  const kept = await keptCases();
  const names = new Set(kept.map(({ name }) => name.replace(/^.*\//, '').replace('.json.br', '.yaml')));
  expect(SCENARIOS.filter((file) => !names.has(file))).toEqual([]);
  const runs = kept.flatMap(({ name, runs: each }) =>
    each.flatMap((history, i) =>
      ALL || i === 0 || i === each.length - 1 ? [{ workflowId: `${name} ${i + 1}`, history }] : [],
    ),
  );
  expect(await notReplayed(bundlePath(), runs)).toEqual([]);
});
