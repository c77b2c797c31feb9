import type { Certificate } from '../../contract/certificate.js';
import { controlText, spaced } from '../facts/names.js';
import { type Block, type Cell, type Page, section, tableOr } from '../page/page.js';
import { policyText } from '../plan/policyView.js';
import { accessTable } from '../report/accessSections.js';
import { ledgerText } from '../report/answer.js';
import { gatesTable } from '../report/gates.js';
import { leftBehindTables } from '../report/leftBehindTable.js';
import { meetingsTable } from '../report/meetings.js';
import { pendingBlocks } from '../report/timeSections.js';
import { dayText, zoneName } from '../words/dates.js';
import { amount } from '../words/figures.js';
import { type Voice, voiceOf } from '../words/voice.js';

const KIND = { incident: 'Open incident', drill: 'Open drill', replacement: 'Open replacement' } as const;

function debtRows({ debts: { tracked, waivers, remedies, openFlags, running } }: Certificate, voice: Voice): Cell[][] {
  const { say, at, end, name } = voice;
  const until = (instant?: string): string => (instant === undefined ? '' : end(instant));
  const row = (kind: string, what: string, why: string, who: string, due: string): Cell[] => [
    kind,
    { text: what, more: why === '' ? [] : [why] },
    who,
    due,
  ];
  return [
    ...openFlags.map((f) => row('Open red flag', say(controlText(f.key)), say(f.reason), '', '')),
    ...running.map((r) =>
      row(
        KIND[r.kind],
        r.id,
        `${r.kind === 'replacement' ? `For ${name(r.about)}` : spaced(r.about)}, since ${at(r.since)}`,
        '',
        until(r.due),
      ),
    ),
    ...tracked.map((t) =>
      row(
        t.status === 'refused' ? 'Refused' : t.late ? 'Late' : 'Not met yet',
        say(controlText(t.key)),
        t.missing.map(say).join(' '),
        spaced(t.owner),
        until(t.due),
      ),
    ),
    ...waivers.map((w) =>
      row(
        'Waiver',
        say(controlText(w.key)),
        say(w.reason),
        `granted by ${name(w.by)}, requested by ${name(w.requestedBy)}`,
        until(w.until),
      ),
    ),
    ...remedies.map((r) => row('Remedy', say(controlText(r.key)), say(r.term), name(r.owner), until(r.until))),
  ];
}

const debts = (made: Certificate, voice: Voice): Block =>
  tableOr(
    'Nothing. No tracked item, waiver, remedy, red flag, incident or replacement is open.',
    [{ title: 'Kind' }, { title: 'What' }, { title: 'Who' }, { title: 'Until', kind: 'when' }],
    debtRows(made, voice),
  );

const kpis = ({ kpis }: Certificate, voice: Voice): Block =>
  tableOr(
    'No KPI is agreed yet.',
    [
      { title: 'KPI' },
      { title: 'Target' },
      { title: 'Last reading', kind: 'num' },
      { title: 'Result' },
      { title: 'When', kind: 'when' },
      { title: 'Source' },
      { title: 'Readings', kind: 'num' },
      { title: 'Missed', kind: 'num' },
    ],
    kpis.map(({ kpi, control, direction, target, unit, readings, misses, last }): Cell[] => [
      { text: kpi, more: [control] },
      `${spaced(direction)} ${target} ${unit}`,
      last === undefined ? '' : { text: String(last.value), more: last.disputed === undefined ? [] : ['disputed'] },
      last === undefined ? 'no reading' : last.missed ? { text: 'missed', tone: 'bad' } : 'reached',
      voice.at(last?.at),
      voice.say(last?.source ?? ''),
      String(readings),
      String(misses),
    ]),
  );

function answer(made: Certificate, voice: Voice): Page['answer'] {
  const certified = made.kind === 'certificate';
  const { tracked, waivers, remedies, openFlags, running } = made.debts;
  const owed = tracked.length + waivers.length + remedies.length + openFlags.length + running.length;
  return {
    tone: certified ? 'good' : 'wait',
    headline: certified
      ? `Certified: every gate is open.${owed === 0 ? '' : ` ${amount(owed, 'point')} still open, listed below.`}`
      : 'Status statement. The day-30 certificate is issued when every gate is open.',
    points: made.whyNot.map(voice.say),
    facts: [
      {
        label: 'Vendor',
        value: `${made.vendor.name} (${made.vendor.country}), contact ${voice.name(made.vendor.contact)}`,
      },
      { label: 'Client', value: made.client.name },
      { label: 'Outcome wanted', value: made.outcome },
      { label: 'Engagement model', value: spaced(made.model) },
      { label: 'Start date', value: `${dayText(made.startDate)}, today is day ${made.dayOfPlan} of the plan` },
      { label: 'Policy', value: policyText(made.policy) },
      { label: 'Ledger', value: ledgerText(made.ledger) },
    ],
  };
}

const ledger = ({ caseId, ledger: { head }, policy, planHash }: Certificate): Block[] => [
  {
    kind: 'facts',
    rows: [
      { label: 'Head', value: `entry ${head.seq}, ${head.hash}` },
      { label: 'Policy', value: policy.hash },
      { label: 'Plan', value: planHash },
    ],
  },
  {
    kind: 'text',
    text: `To verify it offline: drawbridge ledger export ${caseId} --out case.jsonl, then drawbridge ledger verify --file case.jsonl on another machine. Entry ${head.seq} must have the hash above.`,
  },
];

/** The certificate, or the status statement in its place, as a page. */
export function certificatePage(made: Certificate): Page {
  const { timeZone } = made.client;
  const voice = voiceOf({ names: made.names, zone: timeZone });
  const asOf = voice.full(made.asOf);
  return {
    kind: made.kind === 'certificate' ? 'Day-30 certificate' : 'Status statement',
    title: made.title,
    subtitle: [`Case ${made.caseId}, as of ${asOf}. Times are ${zoneName(timeZone)} time.`],
    answer: answer(made, voice),
    sections: [
      ...section('gates', 'Gates', [gatesTable(made.gates, voice)]),
      ...section('debts', 'Still open', [debts(made, voice)]),
      ...section('kpis', 'KPIs', [kpis(made, voice)]),
      ...section('meetings', 'Meetings', [meetingsTable(made.attendance)]),
      ...section('access', 'Access', [accessTable(made.leases, voice), ...leftBehindTables(made.leftBehind, voice)]),
      ...section('time', 'Waiting time', pendingBlocks(made.attribution)),
      ...section('ledger', 'Ledger', ledger(made)),
    ],
    reference: `Case ${made.caseId} · ${asOf}`,
    footer: `Drawbridge, case ${made.caseId}, ledger entry ${made.ledger.head.seq}, ${asOf}. Derived from the ledger alone. Names come from the register of people, where they can be erased without breaking the chain.`,
  };
}
