import type { ControlView } from '../../contract/parts.js';
import type { Report } from '../../contract/report.js';
import { STANDARDS_SOURCES } from '../../domain/controls/standards.js';
import { shortHash, time, type Voice } from './words.js';

/** Controls by their standing, what needs most attention first. */
export const GROUPS: { status: ControlView['status']; heading: string; note: string }[] = [
  { status: 'refused', heading: 'Refused', note: 'Supplied and not good enough.' },
  { status: 'open', heading: 'Open', note: 'Something is still missing.' },
  { status: 'waived', heading: 'Waived', note: 'Accepted without, for a time, by somebody entitled to.' },
  { status: 'met', heading: 'Met', note: 'Established by evidence, and in force.' },
  { status: 'not-applicable', heading: 'Not applicable', note: 'Out of play for this case, for the reason given.' },
];

const waiting = ({ due, waitsBehind, turn }: ControlView): string[] => [
  ...(turn === undefined ? [] : [`Turn: ${turn}.`]),
  ...(due === undefined ? [] : [`Due ${time(due)}.`]),
  ...(waitsBehind.length === 0 ? [] : [`Waits behind the gate of ${waitsBehind.join(', ')}.`]),
];

type Line = Report['controls'][number];

/** Where auditors look for it, a line a standard: `SOC 2 CC9.2`. */
const standards = ({ standards: found }: Line): string[] =>
  STANDARDS_SOURCES.flatMap(({ key, short }) => (found[key].length === 0 ? [] : [`${short} ${found[key].join(', ')}`]));

/** One control of the page. */
export function controlLine(control: Line, { name, say }: Voice) {
  const { waiver, evidence } = control;
  const basis = {
    met: control.restsOn,
    open: [...control.missing, ...waiting(control)],
    refused: [...control.missing, ...waiting(control)],
    waived: waiver ? [`By ${name(waiver.by)}, asked for by ${name(waiver.requestedBy)}: ${waiver.reason}`] : [],
    'not-applicable': [control.why],
  }[control.status];
  return {
    id: control.id,
    title: control.title,
    person: control.person === undefined ? '' : name(control.person),
    binds: control.binds,
    locked: control.locked,
    standards: standards(control),
    risk: control.risk.replace('-', ' '),
    nist: control.nist,
    basis: basis.map(say),
    evidence: evidence ? `Form ${shortHash(evidence.formHash)} by ${name(evidence.by)}, entry ${evidence.seq}` : '',
    since: time(control.since),
    until: time(control.until),
  };
}
