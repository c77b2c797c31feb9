import type { Template } from '../fill.js';

/** Of meetings and KPI readings. */
export const cadence: Record<string, Template> = {
  'cadence.unknown-meeting': 'Unknown meeting {meeting}. Use one of: {meetings}.',
  'cadence.not-due': 'No {meeting} meeting is due on {day:day}.',
  'cadence.already-held': 'The {meeting} meeting of {day:day} is already recorded.',
  'cadence.already-missed': 'The {meeting} meeting of {day:day} was missed and can no longer be recorded.',
  'cadence.no-kpis': 'Unknown KPI “{kpi}”. No KPIs are agreed yet.',
  'cadence.unknown-kpi': 'Unknown KPI “{kpi}”. Use one of: {kpis}.',
  'cadence.other-evaluation-set':
    '{kpi} is measured on the evaluation set {hash:hash} only. Submit the reading with that hash.',
  'cadence.reading-date': 'The date of a reading must lie between the opening of the case, {opened:day}, and now.',
};
