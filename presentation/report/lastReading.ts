import type { Report } from '../../contract/report.js';

type Kpi = Report['kpis'][number];

/** The reading of a KPI that counts now: the last one, save where the client's miss stands against what the vendor read for that week (CA-2). */
export const lastOf = ({ counts, readings }: Pick<Kpi, 'counts' | 'readings'>): Kpi['readings'][number] | undefined =>
  readings.find(({ seq }) => seq === counts) ?? readings.at(-1);

/** True of a reading after the one that counts, which therefore does not. */
export function isSetAside({ counts, readings }: Pick<Kpi, 'counts' | 'readings'>, seq: number): boolean {
  const at = readings.findIndex((reading) => reading.seq === counts);
  return at >= 0 && readings.findIndex((reading) => reading.seq === seq) > at;
}
