/** A value at a time. */
export type Reading = { at: string; value: number; missed: boolean };

/** Where a chart draws, in its own units. */
export type Plot = { points: { x: number; y: number; missed: boolean }[]; targetY: number };

const MARGIN = 6;

/** Places readings and their target in a box: time from left to right, the least value below. */
export function plotOf(readings: readonly Reading[], target: number, width: number, height: number): Plot {
  const times = readings.map(({ at }) => Date.parse(at));
  const values = [...readings.map(({ value }) => value), target];
  const across = scale(Math.min(...times), Math.max(...times), MARGIN, width - MARGIN);
  const up = scale(Math.min(...values), Math.max(...values), height - MARGIN, MARGIN);
  return {
    points: readings.map(({ value, missed }, i) => ({ x: across(times[i] ?? 0), y: up(value), missed })),
    targetY: up(target),
  };
}

/* Where all is one value, it lies in the middle. */
const scale =
  (from: number, to: number, first: number, last: number) =>
  (value: number): number =>
    to === from ? (first + last) / 2 : first + ((value - from) / (to - from)) * (last - first);
