import { fastForward } from '../../client/fastForward.js';
import { DAY_MS, plusMs, toMs } from '../../domain/time.js';
import { otherBuild } from '../support/workflows/otherBuild.js';
import { openCase, registerPaper } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

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
  const due = rows.flatMap(({ event, at }) => (event.type === 'MeetingDue' ? [{ ...event, at }] : []));
  const days = Array.from({ length: DAYS }, (_, i) => plusMs(START, (i + 1) * DAY_MS).slice(0, 10));
  expect(due.map(({ day }) => day)).toEqual(days.slice(0, due.length));
  expect(due.length).toBeGreaterThanOrEqual(DAYS - 1);
  for (const meeting of due) {
    expect(toMs(meeting.at)).toBeGreaterThanOrEqual(toMs(meeting.due));
    expect(toMs(meeting.at) - toMs(meeting.due)).toBeLessThan(5_000);
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

test('given rules that fail on a fact at its time, then it is tried again after a minute, after two more, and recorded once they do not', async () => {
  // The rules of this build fail on meetings from 9:00 to 9:02.
  const failing = await otherBuild({
    from: '...upcoming(state).filter(',
    to: `...(() => { if (/T09:0[01]/.test(now)) throw new Error('a defect'); return upcoming(state); })().filter(`,
  });
  const defective = await startWorld({ startAt: START });
  await defective.worker({ bundlePath: failing.path });
  const caseId = defective.caseId();
  await defective.client.openCase(caseId, openCase('open', { daily: true }));
  await fastForward(defective, caseId, plusMs(START, 2 * DAY_MS));
  // Of this day alone: how far the case has got beyond it depends on how fast the machine is.
  const thatDay = (await defective.rows(caseId)).filter(({ at }) => at < '2026-09-03');
  const told = thatDay.flatMap(({ event, at }) =>
    event.type === 'CommandFailed' || event.type === 'MeetingDue' ? [`${event.type} ${at.slice(0, 16)}`] : [],
  );
  expect(told).toEqual([
    'CommandFailed 2026-09-02T09:00',
    'CommandFailed 2026-09-02T09:01',
    'MeetingDue 2026-09-02T09:03',
  ]);
  await defective.end();
  await failing.remove();
});
