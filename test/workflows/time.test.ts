import { fastForward } from '../../client/fastForward.js';
import { DAY_MS, plusMs, toMs } from '../../domain/time.js';
import { openCase, registerPaper } from './scene.js';
import { startWorld, type World } from './world.js';

const START = '2026-09-01T08:00:00.000Z';
const DAYS = 60;

let world: World;
beforeAll(async () => {
  world = await startWorld({ startAt: START, rolloverEvents: 40 });
  await world.worker();
});
afterAll(() => world.end());

test('60 days pass in moments, over many runs: each daily fact once, on its day, and the case takes commands after it', async () => {
  const caseId = world.caseId();
  await world.client.openCase(caseId, openCase('open', { daily: true }));
  const target = plusMs(START, DAYS * DAY_MS);
  const time = await fastForward(world, caseId, target);
  const rows = await world.rows(caseId);
  const due = rows.flatMap(({ event, at }) => (event.type === 'BeatDue' ? [{ ...event, at }] : []));
  const days = Array.from({ length: DAYS }, (_, i) => plusMs(START, (i + 1) * DAY_MS).slice(0, 10));
  expect(due.map(({ day }) => day)).toEqual(days.slice(0, due.length));
  expect(due.length).toBeGreaterThanOrEqual(DAYS - 1);
  for (const beat of due) {
    expect(toMs(beat.at)).toBeGreaterThanOrEqual(toMs(beat.due));
    expect(toMs(beat.at) - toMs(beat.due)).toBeLessThan(5_000);
  }
  expect(new Set(rows.map(({ runId }) => runId)).size).toBeGreaterThan(3);
  expect(toMs(time?.now ?? START) - toMs(target)).toBeLessThan(5_000);
  const after = await world.client.send(caseId, registerPaper('after'));
  expect(after).toMatchObject({ status: 'recorded' });
  if (after.status === 'recorded') expect(toMs(after.receipt.at)).toBeGreaterThanOrEqual(toMs(target));
});

test('instants on the record never run backwards', async () => {
  const caseId = world.caseId();
  await world.client.openCase(caseId, openCase('open', { daily: true }));
  await fastForward(world, caseId, plusMs(START, 5 * DAY_MS));
  const instants = (await world.rows(caseId)).map(({ at }) => toMs(at));
  expect(instants).toEqual([...instants].sort((a, b) => a - b));
});
