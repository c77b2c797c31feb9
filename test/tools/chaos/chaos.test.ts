import { run } from '../../../tools/chaos/run.js';

const total = (counts: Record<string, number>): number => Object.values(counts).reduce((sum, n) => sum + n, 0);

test('given processes that are killed and servers that misbehave, then every command is recorded once and access follows the papers', async () => {
  const report = await run({
    seed: 20,
    cases: 7,
    seconds: 14,
    longestStopS: 6,
    restS: 600,
    atLeast: { kills: 4, faults: 4 },
  });
  expect(report).toMatchObject({ faults: {}, cases: 7, acknowledged: report.commands - report.abandoned });
  expect(total(report.counts)).toBeGreaterThan(3);
  expect(total(report.providerFaults) + total(report.mailFaults)).toBeGreaterThan(3);
});

test('given ports that retry blindly and believe every answer, then the same harness finds them out', async () => {
  const report = await run({
    seed: 20,
    cases: 5,
    seconds: 10,
    longestStopS: 6,
    naive: true,
    atLeast: { kills: 6, faults: 30 },
  });
  expect(
    total(Object.fromEntries(Object.entries(report.faults).map(([kind, found]) => [kind, found.length]))),
  ).toBeGreaterThan(3);
});
