import { costOf, type Ended, type Urgency } from '../../../providers/access/github/budget.js';
import { createPacing, type Pacing } from '../../../providers/access/github/pacing.js';
import { failureOf } from '../../support/providers/stub.js';
import { startVirtualTime, type VirtualTime } from '../../support/providers/virtualTime.js';

const START = Date.parse('2026-09-01T08:00:00.000Z');
const [READ, REMOVAL, CHANGE] = [costOf('GET', false), costOf('DELETE', false), costOf('PUT', false)];

let time: VirtualTime;
let pacing: Pacing;
let sent: string[];
beforeEach(() => {
  time = startVirtualTime(START, () => 0);
  pacing = createPacing(time);
  sent = [];
});
afterEach(() => time.stop());

/** Asks for a request that takes so long; it is noted when it leaves, in seconds after the start. */
const ask = (name: string, urgency: Urgency, cost = CHANGE, { takesMs = 10, ended = {} as Ended } = {}) =>
  pacing.run(cost, urgency, async () => {
    sent.push(`${name} at ${(time.now() - START) / 1_000}`);
    await time.sleep(takesMs);
    return { value: name, ended };
  });

test('given changes that wait, when there is room for one after the other, then what closes goes before what opens, each in its order', async () => {
  await Promise.all([
    ask('grant 1', 'opening'),
    ask('grant 2', 'opening'),
    ask('grant 3', 'opening'),
    ask('closing 1', 'closing', REMOVAL),
    ask('closing 2', 'closing', REMOVAL),
  ]);
  expect(sent).toEqual(['grant 1 at 0', 'closing 1 at 1', 'closing 2 at 2', 'grant 2 at 3', 'grant 3 at 4']);
});

test('given changes that wait for each other, when something is read, then it is not held up', async () => {
  await Promise.all([ask('grant 1', 'opening'), ask('grant 2', 'opening'), ask('look', 'looking', READ)]);
  expect(sent).toEqual(['grant 1 at 0', 'look at 0', 'grant 2 at 1']);
});

test('given a minute’s points are spent, when reads and a closing wait, then the closing takes the first that come free', async () => {
  await Promise.all(Array.from({ length: 810 }, (_, i) => ask(`read ${i}`, 'looking', READ, { takesMs: 0 })));
  await time.sleep(50_000);
  sent = [];
  await Promise.all([
    ...Array.from({ length: 3 }, (_, i) => ask(`read ${i}`, 'looking', READ)),
    ask('closing', 'closing', REMOVAL),
  ]);
  expect(sent.map((one) => one.split(' at ')[0])).toEqual(['closing', 'read 0', 'read 1', 'read 2']);
});

test('given points for a read are left and none for a closing, when both wait, then the read does not take them before it', async () => {
  await Promise.all(Array.from({ length: 807 }, (_, i) => ask(`read ${i}`, 'looking', READ, { takesMs: 0 })));
  await time.sleep(50_000);
  sent = [];
  await Promise.all([ask('closing', 'closing', REMOVAL), ask('read', 'looking', READ)]);
  expect(sent.map((one) => one.split(' at ')[0])).toEqual(['closing', 'read']);
});

test('given GitHub asks for a wait, when anything is asked meanwhile, then told to come again, each at a time of its own', async () => {
  await ask('refused', 'looking', READ, { ended: { waitMs: 60_000 } });
  const told = await Promise.all([1, 2, 3].map((i) => failureOf(ask(`again ${i}`, 'closing', READ))));
  expect(told).toEqual(
    [60_000, 68_000, 76_000].map((retryAfterMs) => ({
      code: 'ProviderRateLimited',
      message: 'The limits of GitHub leave no room for this now.',
      retryAfterMs,
    })),
  );
  expect(sent).toEqual(['refused at 0']);
});

test('given a short wait, when something is asked meanwhile, then it waits in line and is not early', async () => {
  await ask('refused', 'looking', READ, { ended: { waitMs: 5_000 } });
  await ask('patient', 'opening', READ);
  expect(sent).toEqual(['refused at 0', 'patient at 5.01']);
});

test('given a long line, when one has waited for fifteen seconds, then told to come again', async () => {
  const asked = Array.from({ length: 20 }, (_, i) => ask(`grant ${i}`, 'opening').catch(() => undefined));
  await Promise.all(asked);
  expect(sent).toHaveLength(16);
  expect(time.now() - START).toBeLessThan(16_000);
});

test('given a request that fails, when it ends, then its failure is the answer, and the line goes on', async () => {
  const failed = pacing.run(CHANGE, 'opening', async () => ({ error: new Error('broken'), ended: {} }));
  const next = ask('next', 'opening');
  await expect(failed).rejects.toThrow('broken');
  expect(await next).toBe('next');
});

test('given the hour has no room for another change, when asked for room, then told when, and for reads there is some', async () => {
  for (let i = 0; i < 450; i++) {
    await pacing.run(CHANGE, 'opening', async () => ({ value: i, ended: {} }));
    await time.sleep(1_000);
  }
  expect(() => pacing.requireRoom(CHANGE, 'opening')).toThrow('no room');
  expect(pacing.requireRoom(READ, 'opening')).toBeUndefined();
  expect(pacing.requireRoom(REMOVAL, 'closing')).toBeUndefined();
});
