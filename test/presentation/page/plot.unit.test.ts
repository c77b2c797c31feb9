import type { Report } from '../../../contract/report.js';
import { plotOf } from '../../../presentation/page/plot.js';
import { SAMPLE } from '../../support/api/sampleReport.js';

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
  expect(plotOf(kpi([]), 'UTC')).toBeUndefined();
});

test('time runs evenly from left to right, higher is up, and the target is a line of the same scale', () => {
  const plot = plotOf(
    kpi([
      ['01', 0],
      ['06', 10],
      ['11', 20],
    ]),
    'UTC',
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
  const floor = plotOf(kpi(readings), 'UTC');
  const ceiling = plotOf(kpi(readings, { direction: 'at-most' }), 'UTC');
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
    for (const { x, y } of plotOf(same, 'UTC')?.dots ?? []) {
      expect(x).toBeGreaterThanOrEqual(64);
      expect(y).toBeGreaterThan(12);
      expect(y).toBeLessThan(152);
    }
});

test('the words hold every number that the picture shows, with days of the zone', () => {
  const alt = (zone: string) => sample && plotOf(sample, zone)?.alt;
  expect(alt('Europe/Dublin')).toBe(
    'triage-accuracy, target at least 0.92 share, 2 readings: 0.89 on Fri 11 Sep 2026 (missed), 0.93 on Fri 18 Sep 2026. 1 missed.',
  );
  expect(alt('Pacific/Auckland')).toBe(
    'triage-accuracy, target at least 0.92 share, 2 readings: 0.89 on Sat 12 Sep 2026 (missed), 0.93 on Sat 19 Sep 2026. 1 missed.',
  );
});

test('the first and the last day stand below the ends, one day alone in the middle', () => {
  const days = (...values: [string, number][]) => plotOf(kpi(values), 'Pacific/Auckland')?.days;
  expect(days(['01', 8], ['02', 9], ['05', 9])).toEqual([
    { x: 64, label: 'Wed 2 Sep 2026', anchor: 'start' },
    { x: 544, label: 'Sun 6 Sep 2026', anchor: 'end' },
  ]);
  expect(days(['01', 8])).toEqual([{ x: 304, label: 'Wed 2 Sep 2026', anchor: 'middle' }]);
});
