import type { CaseView } from '../../contract/caseView.js';
import type { IncidentView } from '../../contract/incident.js';
import { type Cell, paint, painted, table } from './print.js';
import { readable, stamp } from './times.js';

const CLOCK_WORDS: Record<string, string> = {
  'vendor-notice': 'vendor tells client',
  'controller-notice': 'client tells controller',
  'authority-notice': 'client tells authority',
};

/** Of whose case incidents are told, at which time. */
type Told = Pick<CaseView, 'names' | 'zone' | 'asOf'>;

/** Incidents and drills to read: each with its clocks and the minutes that its steps took; undefined when there is none. */
export function incidentsInWords(incidents: IncidentView[], view: Told): string | undefined {
  if (incidents.length === 0) return undefined;
  return incidents.map((incident) => inWords(incident, view)).join('\n\n');
}

function inWords(incident: IncidentView, { names, zone, asOf }: Told): string {
  const { id, drill, what, closedAt, reportedAt, reportedBy } = incident;
  const head = `${drill ? 'DRILL ' : ''}${id}: ${what}, reported ${stamp(reportedAt, zone)} by ${names[reportedBy] ?? reportedBy}${
    closedAt === undefined ? '' : `, closed ${stamp(closedAt, zone)}`
  }`;
  const clocks = incident.clocks.map((c): Cell[] => [
    CLOCK_WORDS[c.clock] ?? c.clock,
    readable(c.due, Date.parse(asOf), zone),
    c.late
      ? painted(paint.red('late'))
      : c.stoppedAt === undefined
        ? `${c.reminded} % reminded`
        : stamp(c.stoppedAt, zone),
  ]);
  const steps = incident.steps.map((s): Cell[] => [
    s.step,
    painted(s.done ? paint.green(s.grounded ? 'grounded' : 'done') : paint.yellow('open')),
    s.minutes === undefined
      ? '-'
      : `${s.minutes} min${s.lateMinutes === undefined ? '' : `, ${s.lateMinutes} min late`}`,
    s.by === undefined ? '-' : (names[s.by] ?? s.by),
  ]);
  return [head, table(['CLOCK', 'ENDS', 'STOPPED'], clocks), table(['STEP', 'STATUS', 'AFTER', 'BY'], steps)].join(
    '\n',
  );
}
