import type { Template } from '../fill.js';

/** Of meetings, KPI readings and the hours that both sides share. */
export const cadence: Record<string, Template> = {
  'cadence.unknown-meeting': 'Unknown meeting {meeting}. Use one of: {meetings}.',
  'cadence.not-due': 'No {meeting} meeting is due on {day:day}.',
  'cadence.already-held': 'The {meeting} meeting of {day:day} is already recorded.',
  'cadence.already-missed': 'The {meeting} meeting of {day:day} was missed and can no longer be recorded.',
  'cadence.no-kpis': 'Unknown KPI “{kpi}”. No KPIs are agreed yet.',
  'cadence.unknown-kpi': 'Unknown KPI “{kpi}”. Use one of: {kpis}.',
  'cadence.other-evaluation-set':
    '{kpi} is measured on the evaluation set {hash:hash} only. Submit the reading with that hash.',
  'cadence.reading-date': 'The date of a reading must lie between the opening of the case, {opened:instant}, and now.',

  'cadence.none-held': 'No {meeting} has been held yet.',
  'cadence.missed': 'The {meeting} of {day:day} was missed. Hold the next one.',
  'CA-1.meeting': 'daily stand-up',
  'CA-2.meeting': 'weekly review',
  'CA-2.no-reading': '{kpi} has no reading for the weekly review of {day:day}. Record one with its source.',
  'CA-3.meeting': 'monthly strategic review',
  'CA-4.not-computed': 'The working hours that both sides share have not been calculated yet.',
  'CA-4.no-working-day': 'The client’s calendar has no working days. Correct it.',
  'CA-4.too-few-hours':
    'On {weekday:weekday}s both sides are at work at the same time for {hours#hour}. The policy requires at least {minimum}.',
  'CA-4.too-few-hours-from':
    'From {from:instant}, both sides are at work at the same time for {hours#hour} on {weekday:weekday}s. The policy requires at least {minimum}.',
};
