import type { Report } from '../../contract/report.js';
import { dateText } from '../words/dates.js';
import { amount } from '../words/figures.js';

type Kpi = Report['kpis'][number];

/** A line of readings against its target, ready to be drawn: points of an SVG of {@link WIDTH} by {@link HEIGHT}. */
export type Plot = {
  width: number;
  height: number;
  line: string;
  dots: { x: number; y: number; boxX: number; boxY: number; missed: boolean }[];
  target: { y: number; label: string };
  /** The side of the target on which a reading reaches it. */
  good: { y: number; height: number };
  frame: { left: number; right: number; top: number; bottom: number };
  scale: { y: number; label: string }[];
  days: { x: number; label: string; anchor: 'start' | 'middle' | 'end' }[];
  /** Places of the labels beside and below the frame. */
  span: number;
  labelX: number;
  scaleX: number;
  daysY: number;
  /** Everything that the picture shows, in words. */
  alt: string;
};

const WIDTH = 640;
const HEIGHT = 180;
const FRAME = { left: 64, right: WIDTH - 96, top: 12, bottom: HEIGHT - 28 };
/** Readings that the words name one by one; of more, the latest. */
const SPOKEN = 24;

/** A figure short enough for a label: four significant digits. */
const figure = (n: number): string => String(Number(n.toPrecision(4)));
const round = (n: number): number => Math.round(n * 10) / 10;

/** Lowest and highest value of the picture, with a tenth of room on both sides. */
function rangeOf(values: number[]): { low: number; high: number } {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = high > low ? (high - low) / 10 : Math.abs(high) / 10 || 1;
  return { low: low - room, high: high + room };
}

/** The readings of a KPI in words: each with its day, the missed ones said to be. */
function inWords({ kpi, direction, target, unit, readings, misses }: Kpi, zone: string): string {
  const said = readings
    .slice(-SPOKEN)
    .map(
      ({ value, at, missed, disputed }) =>
        `${value} on ${dateText(at, zone)}${missed ? ' (missed)' : ''}${disputed === undefined ? '' : ' (disputed)'}`,
    );
  const which =
    readings.length > SPOKEN ? `the latest ${SPOKEN} of ${readings.length}` : amount(readings.length, 'reading');
  return `${kpi}, target ${direction.replace('-', ' ')} ${target} ${unit}, ${which}: ${said.join(', ')}. ${misses} missed.`;
}

/** The plot of a KPI's readings against its target, with days in a zone; undefined while there is none. Time runs evenly from left to right. */
export function plotOf(kpi: Kpi, zone: string): Plot | undefined {
  const { readings, target, direction } = kpi;
  const [first, last] = [readings[0], readings.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { low, high } = rangeOf([target, ...readings.map(({ value }) => value)]);
  const { left, right, top, bottom } = FRAME;
  const [from, to] = [Date.parse(first.at), Date.parse(last.at)];
  const x = (at: string): number =>
    round(to === from ? (left + right) / 2 : left + ((Date.parse(at) - from) / (to - from)) * (right - left));
  const y = (value: number): number => round(bottom - ((value - low) / (high - low)) * (bottom - top));
  const dots = readings.map(({ at, value, missed }) => {
    const [dx, dy] = [x(at), y(value)];
    return { x: dx, y: dy, boxX: round(dx - 4.5), boxY: round(dy - 4.5), missed };
  });
  const goal = y(target);
  const [firstDay, lastDay] = [dateText(first.at, zone), dateText(last.at, zone)];
  return {
    width: WIDTH,
    height: HEIGHT,
    line: dots.map((dot) => `${dot.x},${dot.y}`).join(' '),
    dots,
    target: { y: goal, label: `target ${figure(target)}` },
    good: direction === 'at-least' ? { y: top, height: round(goal - top) } : { y: goal, height: round(bottom - goal) },
    frame: FRAME,
    scale: [...new Set(readings.map(({ value }) => value))]
      .filter((value, _i, all) => value === Math.min(...all) || value === Math.max(...all))
      .map((value) => ({ y: y(value), label: figure(value) })),
    days:
      firstDay === lastDay
        ? [{ x: (left + right) / 2, label: firstDay, anchor: 'middle' }]
        : [
            { x: left, label: firstDay, anchor: 'start' },
            { x: right, label: lastDay, anchor: 'end' },
          ],
    span: right - left,
    labelX: right + 8,
    scaleX: left - 8,
    daysY: HEIGHT - 8,
    alt: inWords(kpi, zone),
  };
}
