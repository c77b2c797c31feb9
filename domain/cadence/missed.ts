import type { Kpi } from '../controls/kpi/kpis.js';

/** True for a value that misses the target of a KPI; exactly on target is a hit. */
export const isMissed = ({ direction, target }: Pick<Kpi, 'direction' | 'target'>, value: number): boolean =>
  direction === 'at-least' ? value < target : value > target;
