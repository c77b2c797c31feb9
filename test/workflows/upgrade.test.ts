import { fastForward } from '../../client/fastForward.js';
import { DAY_MS, plusMs } from '../../domain/time.js';
import { bundlePath } from '../../workers/bundlePath.js';
import { failedTasks, NO_LETTERS, NO_MEETINGS, OTHER_WORDS, otherBuild } from '../support/workflows/otherBuild.js';
import { openCase, registerPaper } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

const START = '2026-09-01T08:00:00.000Z';

let world: World;
let other: Awaited<ReturnType<typeof otherBuild>>;
beforeAll(async () => {
  // One run, so that the second build replays all that the first one did.
  world = await startWorld({ startAt: START, rolloverEvents: 2_000 });
  other = await otherBuild(OTHER_WORDS, NO_LETTERS);
});
afterAll(async () => {
  await world.end();
  await other.remove();
});

/** One build takes a case to day 3, another one replays what that did and goes on to day 6. */
async function handedFrom(first: string, second: string) {
  const caseId = world.caseId();
  const before = await world.worker({ bundlePath: first });
  await world.client.openCase(caseId, openCase('open', { daily: true }));
  await fastForward(world, caseId, plusMs(START, 3 * DAY_MS));
  await before.shutdown();
  const until = (await world.rows(caseId)).length;
  const after = await world.worker({ bundlePath: second });
  const outcome = await world.client.send(caseId, registerPaper('after'));
  await fastForward(world, caseId, plusMs(START, 6 * DAY_MS));
  const rows = await world.rows(caseId);
  const { quarantined } = await world.client.describe(caseId);
  const failed = await failedTasks(world, caseId);
  const { ok } = await world.store.ledger.verify(caseId);
  await after.shutdown();
  const told = (some: typeof rows) => ({
    words: [...new Set(some.flatMap(({ event }) => (event.type === 'TaskOpened' ? [event.task.what.code] : [])))],
    letters: some.some(({ event }) => event.type === 'LetterQueued'),
  });
  const runs = new Set(rows.map(({ runId }) => runId)).size;
  return {
    status: outcome.status,
    quarantined,
    failed,
    ok,
    runs,
    before: told(rows.slice(0, until)),
    after: told(rows.slice(until)),
  };
}

const sound = { status: 'recorded', quarantined: undefined, failed: 0, ok: true, runs: 1 };
const own = { words: ['tasks.meeting'], letters: true };
const others = { words: ['tasks.gathering'], letters: false };

test('a build with other words and more letters replays what another one did, and goes on in its own way', async () => {
  expect(await handedFrom(other.path, bundlePath())).toEqual({ ...sound, before: others, after: own });
});

test('a build that would not have sent the letters replays their sending, and sends none from then on', async () => {
  expect(await handedFrom(bundlePath(), other.path)).toEqual({ ...sound, before: own, after: others });
});

test('what a build left out is made good by the next one at once, also when all that it is asked for is refused', async () => {
  const withoutMeetings = await otherBuild(NO_MEETINGS);
  const caseId = world.caseId();
  const before = await world.worker({ bundlePath: withoutMeetings.path });
  await world.client.openCase(caseId, openCase('open', { daily: true }));
  await world.client.send(caseId, registerPaper('c-1', 'policy'));
  await fastForward(world, caseId, plusMs(START, 3 * DAY_MS));
  const meetings = async () =>
    (await world.rows(caseId)).flatMap(({ event }) => (event.type === 'MeetingDue' ? [event.day] : []));
  expect(await meetings()).toEqual([]);
  await before.shutdown();
  const after = await world.worker();
  const again = await world.client.send(caseId, registerPaper('c-2', 'policy'));
  expect(again).toMatchObject({ status: 'refused', code: 'DuplicateId' });
  expect(await meetings()).toEqual(['2026-09-02', '2026-09-03']);
  await after.shutdown();
  await withoutMeetings.remove();
});
