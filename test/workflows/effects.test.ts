import type { EffectActivities } from '../../activities/contract.js';
import { fastForward } from '../../client/fastForward.js';
import { DAY_MS, plusMs } from '../../domain/time.js';
import { openCase } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

type SendMail = EffectActivities['sendMail'];

const START = '2026-09-01T08:00:00.000Z';

let world: World;
let calls: { effectId: string; letterId: string; offset: number }[] = [];
let send: SendMail;
const accept: SendMail = async ({ letter: { letterId } }) => ({
  kind: 'mail-accepted',
  letterId,
  messageId: letterId,
  textHash: '',
  resent: false,
});

beforeAll(async () => {
  world = await startWorld({ startAt: START, rolloverEvents: 40 });
  await world.worker({
    sendMail: (effect, context) => {
      calls.push({ effectId: effect.id, letterId: effect.letter.letterId, offset: context.clockOffsetMs });
      return send(effect, context);
    },
  });
});
beforeEach(() => {
  calls = [];
  send = accept;
});
afterAll(() => world.end());

async function played(days: number) {
  const caseId = world.caseId();
  await world.client.openCase(caseId, openCase('open', { daily: true }));
  await fastForward(world, caseId, plusMs(START, days * DAY_MS));
  return world.rows(caseId);
}

test('every letter on the record is sent once, over rollovers, after its record, and its acceptance is recorded once', async () => {
  const rows = await played(10);
  const queued = rows.flatMap(({ event }) => (event.type === 'LetterQueued' ? [event.letterId] : []));
  const accepted = rows.flatMap(({ event }) => (event.type === 'LetterAccepted' ? [event.letterId] : []));
  expect(queued.length).toBeGreaterThan(5);
  expect(calls.map(({ letterId }) => letterId).sort()).toEqual([...queued].sort());
  expect([...accepted].sort()).toEqual([...queued].sort());
  expect(new Set(rows.map(({ runId }) => runId)).size).toBeGreaterThan(2);
});

test('an effect that throws has failed, on the record, and its next attempt stands in the agenda under another id', async () => {
  let left = 4;
  send = (effect, context) => (left-- > 0 ? Promise.reject(new Error('a defect')) : accept(effect, context));
  const rows = await played(2);
  const [failed] = rows.flatMap(({ event }) => (event.type === 'LetterFailed' ? [event] : []));
  expect(failed).toMatchObject({ code: 'MailServerUnavailable' });
  const ids = calls.filter(({ letterId }) => letterId === failed?.letterId).map(({ effectId }) => effectId);
  expect(new Set(ids).size).toBeGreaterThan(1);
  expect(
    rows.filter(({ event }) => event.type === 'LetterAccepted' && event.letterId === failed?.letterId),
  ).toHaveLength(1);
});

test('given an outcome that the rules fail on, then the effect is tried again later, and its outcome is recorded', async () => {
  let garbled = true;
  send = async (effect, context) => {
    const outcome = await accept(effect, context);
    if (!garbled) return outcome;
    garbled = false;
    return JSON.parse('{ "kind": "nonsense" }');
  };
  const rows = await played(2);
  const [first] = calls;
  expect(rows.filter(({ event }) => event.type === 'CommandFailed')).toHaveLength(1);
  expect(calls.filter(({ effectId }) => effectId === first?.effectId)).toHaveLength(2);
  const accepted = rows.filter(({ event }) => event.type === 'LetterAccepted' && event.letterId === first?.letterId);
  expect(accepted).toHaveLength(1);
});

test('an activity in a rehearsal is told the time of the case, skipped days included', async () => {
  const rows = await played(10);
  const last = rows.filter(({ event }) => event.type === 'LetterQueued').at(-1);
  const told = Date.now() + (calls.at(-1)?.offset ?? 0);
  expect(Math.abs(told - Date.parse(last?.at ?? ''))).toBeLessThan(60_000);
});

test('a production worker refuses a case with a clock of its own', async () => {
  const strict = await startWorld({ startAt: START });
  const sent: string[] = [];
  await strict.worker({
    virtualTime: false,
    sendMail: (effect, context) => {
      sent.push(effect.id);
      return accept(effect, context);
    },
  });
  const caseId = strict.caseId();
  await strict.client.openCase(caseId, openCase('open', { daily: true }));
  await fastForward(strict, caseId, plusMs(START, 2 * DAY_MS));
  expect(sent).toEqual([]);
  expect((await strict.rows(caseId)).some(({ event }) => event.type === 'LetterFailed')).toBe(true);
  await strict.end();
});
