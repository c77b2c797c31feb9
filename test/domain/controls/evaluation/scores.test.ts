import type { PlannedControl } from '../../../../domain/case/plan.js';
import { POINTS, scoresOf } from '../../../../domain/controls/evaluation/scores.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { planned, sceneOf, type World } from '../../../support/controls/scene.js';
import { SCORED } from '../../../support/controls/scored.js';

const row = (id: string, weight: number, change: Partial<PlannedControl> = {}): PlannedControl => ({
  ...planned(id, { weight }),
  binding: { kind: 'gate', holds: ['stage'] },
  ...change,
});
const controls = {
  'PE-1': row('PE-1', 30),
  'PE-2': row('PE-2', 10, { binding: { kind: 'advise' } }),
  'PE-3': row('PE-3', 20),
  'PE-4': row('PE-4', 20, { applies: false }),
};
const score = (value: number) => ({ ...SCORED, score: value });
const scores = (world: World) => scoresOf(sceneOf('SU-1', { controls, ...world }).state);

test('given no score, then there is no sum, and what has to be scored is named: advice need not be', () => {
  expect(scores({})).toEqual({
    points: [
      { id: 'PE-1', sharePercent: 0 },
      { id: 'PE-2', sharePercent: 0 },
      { id: 'PE-3', sharePercent: 0 },
    ],
    waitingFor: ['PE-1', 'PE-3'],
  });
});

test('given every score, then each has its share by weight and the sum is out of 100', () => {
  const evidence = { 'PE-1': score(3), 'PE-2': score(0), 'PE-3': score(4) };
  expect(scores({ evidence })).toEqual({
    points: [
      { id: 'PE-1', score: 3, sharePercent: 50 },
      { id: 'PE-2', score: 0, sharePercent: 16.7 },
      { id: 'PE-3', score: 4, sharePercent: 33.3 },
    ],
    weighted: 70.8,
    waitingFor: [],
  });
});

test('given advice without a score and a point that is waived, then the others make the whole', () => {
  const waiver = {
    requestedBy: 'p-procurement',
    by: 'p-executive',
    since: '2026-09-01T08:00:00.000Z',
    reason: 'It is the second engagement.',
    until: '2026-10-01T00:00:00.000Z',
  };
  expect(scores({ evidence: { 'PE-1': score(2) }, state: { waivers: { 'PE-3': waiver } } })).toEqual({
    points: [
      { id: 'PE-1', score: 2, sharePercent: 100 },
      { id: 'PE-2', sharePercent: 0 },
      { id: 'PE-3', sharePercent: 0 },
    ],
    weighted: 50,
    waitingFor: [],
  });
});

test('given points that do not apply, then their scores count for nothing', () => {
  const evidence = { 'PE-1': score(2), 'PE-4': score(4) };
  expect(scores({ evidence }).weighted).toBe(50);
});

test('given any point, then it has five anchors, and neither vendor nor decider of the gate may score it', () => {
  for (const id of POINTS) {
    expect(new Set(CONTROLS[id]?.anchors).size).toBe(5);
    for (const role of ['vendor-contact', 'engineer', 'engineering-manager'])
      expect(CONTROLS[id]?.suppliedBy).not.toContain(role);
  }
});
