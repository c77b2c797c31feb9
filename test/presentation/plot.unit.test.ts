import type { Report } from '../../contract/report.js';
import { plotOf } from '../../presentation/report/plot.js';
import { SAMPLE } from '../support/api/sampleReport.js';

type Kpi = Report['kpis'][number];
const [sample] = SAMPLE.kpis;
const kpi = (values: [day: string, value: number][], more: Partial<Kpi> = {}): Kpi => {
  const target = more.target ?? 10;
  const readings = values.map(([day, value], i) => ({
    seq: i,
    at: `2026-09-${day}T12:00:00.000Z`,
    value,
    source: 'board',
    missed: value < target,
    by: 'system',
  }));
  const misses = readings.filter(({ missed }) => missed).length;
  return {
    kpi: 'velocity',
    control: 'KP-2',
    formula: 'x',
    target,
    unit: 'points',
    direction: 'at-least',
    reviewer: 'system',
    misses,
    readings,
    ...more,
  };
};

test('without a reading there is no picture', () => {
  expect(plotOf(kpi([]))).toBeUndefined();
});

test('time runs evenly from left to right, higher is up, and the target is a line of the same scale', () => {
  const plot = plotOf(
    kpi([
      ['01', 0],
      ['06', 10],
      ['11', 20],
    ]),
  );
  expect(plot?.dots.map(({ x, missed }) => [x, missed])).toEqual([
    [64, true],
    [304, false],
    [544, false],
  ]);
  const [low, middle, high] = plot?.dots.map(({ y }) => y) ?? [];
  expect(low).toBeGreaterThan(middle ?? 0);
  expect(middle).toBeGreaterThan(high ?? 0);
  expect(plot?.target).toEqual({ y: middle, label: 'target 10' });
  expect(plot?.line).toBe(plot?.dots.map(({ x, y }) => `${x},${y}`).join(' '));
});

test('the good side lies above a floor and below a ceiling', () => {
  const readings: [string, number][] = [
    ['01', 8],
    ['02', 12],
  ];
  const floor = plotOf(kpi(readings));
  const ceiling = plotOf(kpi(readings, { direction: 'at-most' }));
  expect(floor?.good.y).toBe(floor?.frame.top);
  expect(ceiling?.good.y).toBe(ceiling?.target.y);
});

test('one reading, or many of one value, lie within the frame', () => {
  for (const same of [
    kpi([['01', 10]]),
    kpi(
      [
        ['01', 0],
        ['02', 0],
      ],
      { target: 0 },
    ),
  ])
    for (const { x, y } of plotOf(same)?.dots ?? []) {
      expect(x).toBeGreaterThanOrEqual(64);
      expect(y).toBeGreaterThan(12);
      expect(y).toBeLessThan(152);
    }
});

test('the words hold every number that the picture shows', () => {
  expect(sample && plotOf(sample)?.alt).toBe(
    'triage-accuracy, target at least 0.92 share, 2 readings: 0.89 on 2026-09-11 (missed), 0.93 on 2026-09-18. 1 missed.',
  );
});
