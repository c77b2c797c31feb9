import type { KpiHistory } from '../../../contract/console/running.js';
import { counted } from '../../kit/words.js';
import { plotOf } from './plot.js';

const WIDTH = 220;
const HEIGHT = 48;

/** The readings of a KPI as a line beside its target; the numbers themselves stand in the table below it. */
export function Chart({ kpi: { kpi, readings, target, unit, misses } }: { kpi: KpiHistory }) {
  // Its column stays, so that those of all KPIs stand below each other.
  if (readings.length < 2) return <span className="chart none" />;
  const { points, targetY } = plotOf(readings, target, WIDTH, HEIGHT);
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${kpi}: ${counted(readings.length, 'reading')}, target ${target} ${unit}, ${misses === 0 ? 'never missed' : `missed ${misses} times`}`}
    >
      <line className="target" x1={0} x2={WIDTH} y1={targetY} y2={targetY} />
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ x, y, missed }) => (
        <circle key={x} cx={x} cy={y} r={3} className={missed ? 'missed' : undefined} />
      ))}
    </svg>
  );
}
