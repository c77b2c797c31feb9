import type { KpiHistory, RunningPage } from '../../contract/console/running.js';
import type { RecordedEvent } from '../../domain/case/events.js';
import { type Role, sideOf } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { isOfVendor } from '../facts/sight.js';
import { kpiHistories } from '../report/kpis.js';

/** Words that were given for an act, and not to whoever reads this. */
const UNSAID = '';

/** A KPI as the vendor’s contact sees it: target and values, but no words of the client’s. */
function seenByVendor(state: CaseState, { formula, ...kpi }: KpiHistory): KpiHistory {
  const supplier = state.evidence[kpi.control]?.by;
  return {
    ...kpi,
    ...(supplier !== undefined && isOfVendor(state, supplier) && { formula }),
    readings: kpi.readings.map((reading) => ({
      ...reading,
      source: isOfVendor(state, reading.by) ? reading.source : UNSAID,
    })),
  };
}

/** How the work of a case runs, from its state and the entries of its readings, as far as a role sees it. */
export function runningOf(state: CaseState, rows: readonly RecordedEvent[], role: Role): Omit<RunningPage, 'names'> {
  const kpis = kpiHistories(state, rows);
  if (sideOf(role) === 'vendor') return { kpis: kpis.map((kpi) => seenByVendor(state, kpi)) };
  const invoices = Object.entries(state.invoices ?? {}).map(([month, billed]) => ({ month, ...billed }));
  return { kpis, invoices: invoices.sort((a, b) => a.month.localeCompare(b.month)) };
}
