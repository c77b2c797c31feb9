import { Registry } from 'prom-client';
import type { Recording } from '../../activities/contract.js';
import { SYSTEM } from '../../domain/case/roles.js';
import { meterActivities } from '../../workers/watch/meterActivities.js';
import type { Activities } from '../../workers/worker.js';

const away = async () => {
  throw new Error('away');
};
const nothing: Activities = {
  appendEntries: away,
  reconcileState: away,
  sendMail: away,
  convergeAccess: away,
  lookAtPlace: away,
  lookForAll: away,
  identifyPlace: away,
  identifyAccount: away,
  listLeftBehind: away,
  loadCalendars: away,
  recompilePlan: away,
};
const CONTEXT = { caseId: 'c', caseTime: '2026-09-01T08:00:00.000Z', clockOffsetMs: 0 };
const appending = (commandId: string, idle = false): Recording => ({
  caseId: 'c',
  runId: 'r',
  expected: { seq: 1, hash: 'h' },
  commandId,
  requestHash: 'q',
  at: new Date().toISOString(),
  entries: [{ actor: SYSTEM, event: { type: 'CommandFailed', command: 'Tick', message: 'no' } }],
  outcome: { status: 'recorded', events: [], notes: [] },
  next: { start: [], underWay: [] },
  idle,
});

/** Lines of the registry that say more than zero, without HELP and TYPE. */
const told = async (registry: Registry, name: string) =>
  (await registry.metrics()).split('\n').filter((line) => line.startsWith(name) && !line.endsWith(' 0'));

test('a clock is late by what lies between its due instant and the record', async () => {
  const registry = new Registry();
  const receipt = { seq: 2, hash: 'i', at: CONTEXT.caseTime };
  const around = meterActivities(registry, () => 1);
  const { appendEntries } = around({
    ...nothing,
    appendEntries: async (input) => ({
      status: 'appended',
      ...('undecided' in input ? { entries: [], next: { start: [], underWay: [] } } : input),
      head: { seq: 2, hash: 'i' },
      outcome: { status: 'recorded', receipt, events: [], notes: [] },
    }),
  });
  await appendEntries(appending(`clock:${new Date(Date.now() - 90_000).toISOString()}:7`));
  await appendEntries(appending('somebody-decides'));
  await appendEntries(appending(`clock:${new Date(0).toISOString()}:7`, true));
  expect(await told(registry, 'drawbridge_clock_late_seconds_bucket')).toEqual(
    ['300', '1800', '7200', '86400', '+Inf'].map((le) => `drawbridge_clock_late_seconds_bucket{le="${le}"} 1`),
  );
  expect(await told(registry, 'drawbridge_appends_total')).toEqual([
    'drawbridge_appends_total{answer="appended"} 2',
    'drawbridge_appends_total{answer="nothing"} 1',
  ]);
  expect(await told(registry, 'drawbridge_append_age_seconds_count')).toEqual([
    'drawbridge_append_age_seconds_count 2',
  ]);
});

test('outcomes and codes of effects, defects and attempts after the first are counted', async () => {
  const registry = new Registry();
  let attempt = 1;
  const { sendMail, lookAtPlace, appendEntries } = meterActivities(
    registry,
    () => attempt,
  )({
    ...nothing,
    lookAtPlace: async ({ resource }) => ({
      kind: 'survey-failed',
      resource,
      code: 'ProviderUnavailable',
      message: 'away',
    }),
  });
  const look = {
    id: 's',
    kind: 'look-at-place' as const,
    resource: 'github:a/b',
    place: { id: '7', name: 'a/b' },
  };
  await lookAtPlace(look, CONTEXT);
  attempt = 2;
  await lookAtPlace(look, CONTEXT);
  await expect(appendEntries(appending('c'))).rejects.toThrow('away');
  await expect(
    sendMail({ id: 'm', kind: 'send-mail', letter: JSON.parse('{"letterId":"l"}') }, CONTEXT),
  ).rejects.toThrow('away');
  expect(await told(registry, 'drawbridge_effects_total')).toEqual([
    'drawbridge_effects_total{kind="look-at-place",outcome="survey-failed",code="ProviderUnavailable"} 2',
    'drawbridge_effects_total{kind="send-mail",outcome="defect",code="Internal"} 1',
  ]);
  expect(await told(registry, 'drawbridge_activity_retries_total')).toEqual([
    'drawbridge_activity_retries_total{activity="lookAtPlace"} 1',
    'drawbridge_activity_retries_total{activity="appendEntries"} 1',
    'drawbridge_activity_retries_total{activity="sendMail"} 1',
  ]);
  expect(await told(registry, 'drawbridge_appends_total')).toEqual(['drawbridge_appends_total{answer="failed"} 1']);
});
