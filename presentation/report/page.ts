import type { Report } from '../../contract/report.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import { spaced } from '../facts/names.js';
import { type Block, type Cell, type Page, section, tableOr } from '../page/page.js';
import { policyText } from '../plan/policyView.js';
import { dayText, zoneName } from '../words/dates.js';
import { type Voice, voiceOf } from '../words/voice.js';
import { accessTable, documentsTable, teamTable } from './accessSections.js';
import { accountTables } from './accountSections.js';
import { agreementSections } from './agreementSections.js';
import { answerOf, endText, ledgerText } from './answer.js';
import { controlSection, evidenceSection, sumsTable } from './controlSections.js';
import { gatesTable } from './gates.js';
import { leftBehindTables } from './leftBehindTable.js';
import { meetingsTable } from './meetings.js';
import { hashesTable, standardsTable } from './references.js';
import { registerBlocks } from './registerSection.js';
import { doneTasksTable, incidentBlocks, kpiBlocks, openTasksTable, pendingBlocks } from './timeSections.js';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** `Managed team (as recommended)`. */
function modelText({ chosen, recommended, wanted }: Report['model']): string {
  const name = capital(spaced(chosen));
  if (chosen === recommended) return `${name} (as recommended)`;
  return `${name} (recommended: ${spaced(recommended)}${wanted === chosen ? '' : `, requested: ${spaced(wanted)}`})`;
}

function caseFacts(report: Report, voice: Voice): Block[] {
  const { client, vendor, policy, pauses } = report;
  const end = endText(report);
  const rows = [
    { label: 'Vendor', value: `${vendor.name} (${vendor.country}), contact ${voice.name(vendor.contact)}` },
    { label: 'Client', value: client.name },
    { label: 'Outcome wanted', value: report.outcome },
    { label: 'Engagement model', value: modelText(report.model) },
    { label: 'Start date', value: dayText(report.startDate) },
    { label: 'Opened', value: `${voice.full(report.openedAt)} by ${voice.name(report.openedBy)}` },
    ...(end === undefined ? [] : [{ label: 'End', value: end }]),
    ...pauses.map(({ from, until, reason }) => ({
      label: 'Paused',
      value: `${voice.at(from)} to ${voice.at(until) || `now: ${reason ?? ''}`}`,
    })),
    { label: 'Policy', value: policyText(policy) },
    ...CLIENT_ROLES.flatMap((role) => {
      const people = client.people[role] ?? [];
      return people.length === 0 ? [] : [{ label: capital(spaced(role)), value: voice.names(people) }];
    }),
  ];
  return [
    { kind: 'facts', rows },
    ...(report.model.reasons.length === 0
      ? []
      : ([
          { kind: 'heading', text: 'Why this model is recommended' },
          { kind: 'list', items: report.model.reasons },
        ] satisfies Block[])),
  ];
}

const decisionsTable = ({ decisions }: Report, voice: Voice): Block =>
  tableOr(
    'Nothing was decided yet.',
    [{ title: 'No.', kind: 'num' }, { title: 'When', kind: 'when' }, { title: 'Who' }, { title: 'What, why' }],
    decisions.map(({ seq, at, by, role, text, why, code, mark, difference = [] }): Cell[] => [
      String(seq),
      voice.at(at),
      { text: voice.name(by), ...(role !== 'system' && { more: [spaced(role)] }) },
      {
        text: voice.say(text),
        ...(mark === 'bad' && { tone: 'bad' as const }),
        more: [
          ...(why === undefined ? [] : [voice.say(why)]),
          ...(code === undefined ? [] : [code]),
          ...difference.map(({ where, before = 'none', after = 'none' }) => `${where}: ${before} → ${after}`),
        ],
      },
    ]),
  );

const ledgerBlocks = ({ caseId, ledger }: Report): Block[] => [
  { kind: 'text', text: ledgerText(ledger) },
  {
    kind: 'facts',
    rows: [
      { label: 'Entries', value: String(ledger.rows) },
      { label: 'Head', value: `entry ${ledger.head.seq}, ${ledger.head.hash}` },
    ],
  },
  {
    kind: 'text',
    text: `To verify it offline: export the ledger (drawbridge ledger export ${caseId} --out case.jsonl), then run drawbridge ledger verify --file case.jsonl on another machine. The hash of its last entry must equal the head above. The form of the export is documented, so another program can verify it, too.`,
  },
];

/** The report as a page: the answer first, then what it rests on. */
export function reportPage(report: Report): Page {
  const { timeZone } = report.client;
  const voice = voiceOf({ names: report.names, zone: timeZone });
  const asOf = voice.full(report.asOf);
  return {
    kind: 'Vendor onboarding report',
    title: report.title,
    subtitle: [
      `${report.vendor.name} for ${report.client.name}. Day ${report.dayOfPlan} of the plan.`,
      `Case ${report.caseId}, as of ${asOf}. Times are ${zoneName(timeZone)} time.`,
    ],
    answer: answerOf(report, voice),
    sections: [
      ...section('stages', 'Stages', [gatesTable(report.gates, voice)]),
      ...section('tasks', 'Open tasks', [openTasksTable(report, voice)]),
      ...controlSection(report, voice),
      ...evidenceSection(report, voice),
      ...section('decisions', 'Decisions and refusals', [decisionsTable(report, voice)]),
      ...section('access', 'People and access', [
        teamTable(report.team, voice),
        accessTable(report.access, voice),
        ...accountTables(report, voice),
        ...leftBehindTables(report.leftBehind, voice),
      ]),
      ...section('register', 'Register', registerBlocks(report, voice), true),
      ...section('documents', 'Documents', [documentsTable(report.papers, voice)]),
      ...section('incidents', 'Incidents and drills', incidentBlocks(report, voice)),
      ...section('kpis', 'KPIs', kpiBlocks(report, voice)),
      ...agreementSections(report, voice),
      ...section('time', 'Time and meetings', [
        ...pendingBlocks(report.clocks.attribution),
        meetingsTable(report.clocks.cadence),
      ]),
      ...section('done', 'Closed tasks', [doneTasksTable(report, voice)], true),
      ...section('case', 'The case', caseFacts(report, voice), true),
      ...section('ledger', 'Ledger', ledgerBlocks(report), true),
      ...section(
        'references',
        'References',
        [
          sumsTable(report),
          { kind: 'heading', text: 'Standards' },
          standardsTable(report),
          { kind: 'heading', text: 'Hashes' },
          hashesTable(report, voice),
        ],
        true,
      ),
    ],
    reference: `Case ${report.caseId} · ${asOf}`,
    footer: `Drawbridge, case ${report.caseId}, ledger entry ${report.ledger.head.seq}, ${asOf}. Derived from the ledger alone. Names come from the register of people, where they can be erased without breaking the chain.`,
  };
}
