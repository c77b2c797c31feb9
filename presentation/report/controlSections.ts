import type { ControlView } from '../../contract/parts.js';
import type { Counts, Report } from '../../contract/report.js';
import { roleText, stageName } from '../facts/names.js';
import { type Answers, type Block, type Cell, type Column, type Section, section } from '../page/page.js';
import { amount } from '../words/figures.js';
import { choiceText, listed } from '../words/fill.js';
import type { Voice } from '../words/voice.js';

type Control = Report['controls'][number];
type Status = ControlView['status'] | 'not-raised';

/** A red flag that nothing raises is no control whose evidence was met. */
const statusOf = ({ status, notRaised }: Control): Status => (notRaised ? 'not-raised' : status);

/** A row for a control, and for everybody for whom the same is to be said of it. */
type Row = { control: Control; people: string[]; cells: string[] };

/* Person by person a control mostly says the same: then it says so once. */
function gathered(controls: Control[], cells: (control: Control) => string[]): Row[] {
  const rows = new Map<string, Row>();
  for (const control of controls) {
    const made = cells(control);
    const key = JSON.stringify([control.id, made]);
    const row = rows.get(key) ?? { control, people: [], cells: made };
    if (control.person !== undefined) row.people.push(control.person);
    rows.set(key, row);
  }
  return [...rows.values()];
}

const titleCell = ({ control, people }: Row, voice: Voice): Cell => ({
  text: `${control.id} ${control.title}`,
  more: people.length === 0 ? [] : [voice.names(people)],
});

const dueText = ({ due, waitsBehind, until }: Control, voice: Voice): string => {
  if (due !== undefined) return voice.due(due);
  if (waitsBehind.length > 0)
    return `after the ${listed(
      waitsBehind.map((s) => stageName(s).toLowerCase()),
      'and',
    )} gate`;
  return until === undefined ? '' : `checked again ${voice.at(until)}`;
};

const unmet = (control: Control, voice: Voice): string[] => [
  control.missing.map(voice.say).join(' '),
  roleText(control.turn ?? control.owner),
  dueText(control, voice),
];

const met = ({ since, until, evidence }: Control, voice: Voice): string[] => [
  voice.day(since),
  voice.due(until),
  evidence === undefined ? 'case record' : voice.name(evidence.by),
];

const waived = ({ waiver, until }: Control, voice: Voice): string[] =>
  waiver === undefined
    ? []
    : [
        `${voice.say(waiver.reason)} Granted by ${voice.name(waiver.by)}, requested by ${voice.name(waiver.requestedBy)}.`,
        voice.day(waiver.since),
        until === undefined ? '' : voice.end(until),
      ];

const UNMET: Column[] = [
  { title: 'Control' },
  { title: 'What is missing' },
  { title: 'Waiting for' },
  { title: 'Due' },
];

/** Controls by their status, what needs most attention first. */
const GROUPS: {
  status: Status;
  heading: string;
  columns: Column[];
  cells(control: Control, voice: Voice): string[];
}[] = [
  { status: 'refused', heading: 'Refused', columns: UNMET, cells: unmet },
  { status: 'open', heading: 'Open', columns: UNMET, cells: unmet },
  {
    status: 'waived',
    heading: 'Waived',
    columns: [{ title: 'Control' }, { title: 'Why' }, { title: 'Since', kind: 'when' }, { title: 'Until' }],
    cells: waived,
  },
  {
    status: 'met',
    heading: 'Met',
    columns: [
      { title: 'Control', kind: 'wide' },
      { title: 'Since', kind: 'when' },
      { title: 'Until', kind: 'when' },
      { title: 'Supplied by' },
    ],
    cells: met,
  },
  {
    status: 'not-raised',
    heading: 'Red flags not raised',
    columns: [
      { title: 'Red flag', kind: 'wide' },
      { title: 'Since', kind: 'when' },
    ],
    cells: ({ since }, voice) => [voice.day(since)],
  },
  {
    status: 'not-applicable',
    heading: 'Not applicable',
    columns: [{ title: 'Control' }, { title: 'Why' }],
    cells: ({ why }, voice) => [voice.say(why)],
  },
];

/** Every control with its status. */
export function controlSection({ controls }: Report, voice: Voice): Section[] {
  const blocks = GROUPS.flatMap(({ status, heading, columns, cells }): Block[] => {
    const rows = gathered(
      controls.filter((control) => statusOf(control) === status),
      (control) => cells(control, voice),
    );
    if (rows.length === 0) return [];
    const count = controls.filter((control) => statusOf(control) === status).length;
    return [
      { kind: 'heading', text: `${heading} (${count})` },
      { kind: 'table', columns, rows: rows.map((row) => [titleCell(row, voice), ...row.cells]) },
    ];
  });
  return section('controls', 'Controls', blocks);
}

const formOf = (control: Control, voice: Voice): Answers[] =>
  control.evidence === undefined || control.answers.length === 0
    ? []
    : [
        {
          heading: `${control.id} ${control.title}${control.person === undefined ? '' : `: ${voice.name(control.person)}`}`,
          note: `${voice.name(control.evidence.by)}, ${voice.at(control.evidence.at)}, entry ${control.evidence.seq}${waiting(control, voice)}`,
          policy: control.thresholds,
          pairs: control.answers.map(({ question, answer }) => ({ question, answer: voice.say(answer) })),
        },
      ];

/** New evidence that waits beside what is in force. */
const waiting = ({ successor }: Control, voice: Voice): string =>
  successor === undefined
    ? ''
    : `; new evidence of ${voice.name(successor.by)}, ${voice.at(successor.at)}, waits for its decision (entry ${successor.seq})`;

/** What the forms were answered, beside what the policy asks for. */
export function evidenceSection({ controls }: Report, voice: Voice): Section[] {
  const groups = controls.flatMap((control) => formOf(control, voice));
  return section('evidence', 'Evidence', groups.length === 0 ? [] : [{ kind: 'answers', groups }], true);
}

const sumRow = (label: string, { met, waived, open, refused, notRaised, notApplicable }: Counts): string[] => [
  label,
  ...[met, waived, open, refused, notRaised, notApplicable].map(String),
];

/** Controls counted by risk and by function of the NIST AI RMF. */
export function sumsTable({ controls, sums: { byRisk, byNist, all } }: Report): Block {
  const num = (title: string): Column => ({ title, kind: 'num' });
  return {
    kind: 'table',
    columns: [{ title: 'Controls' }, ...['Met', 'Waived', 'Open', 'Refused', 'Not raised', 'Not applicable'].map(num)],
    rows: [
      ...Object.entries(byRisk).map(([risk, counts]) => sumRow(`Risk: ${choiceText(risk)}`, counts)),
      ...Object.entries(byNist).map(([name, counts]) => sumRow(`NIST AI RMF: ${name}`, counts)),
      sumRow(
        `All (${amount(controls.length, 'check')} of ${amount(new Set(controls.map(({ id }) => id)).size, 'control')})`,
        all,
      ),
    ],
  };
}
