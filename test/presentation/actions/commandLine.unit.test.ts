import type { Action, ActionKind, ActionOf } from '../../../domain/tasks/action.js';
import { lineOf } from '../../../presentation/actions/lines.js';
import { commandLine } from '../../../presentation/actions/shell.js';
import { faultsOf, filled, taken } from '../../support/actions/commandLines.js';
import { argvOf } from '../../support/actions/shell.js';

const HOSTILE = [
  '$(touch x)',
  '`touch x`',
  `it's "quoted" \\ and $HOME`,
  'two\nlines; touch x',
  '--help',
  '-x',
  '--json',
  '--',
  '~/*',
  '',
  ' ',
  '# no comment',
  'a=b & !! | > x',
  'Ünïcode ✓',
];

const reading = (kpi: string): Action => ({ do: 'RecordReading', with: { kpi }, ask: ['value', 'source'] });

test.each(HOSTILE)(
  'given a KPI named %j, when its command line is pasted into a shell, then the command gets exactly that name',
  async (kpi) => {
    const [argv = []] = await argvOf([commandLine(filled(lineOf(reading(kpi), 'c-1')))]);
    expect(taken(argv)).toEqual({
      verb: 'reading',
      operands: ['c-1', kpi, '0.93'],
      options: { source: 'filled in' },
    });
  },
);

test.each(HOSTILE)(
  'given %j as the value of an option, when it is pasted into a shell, then the option has exactly that value',
  async (person) => {
    const action: Action = { do: 'RequestClearance', with: { flag: 'RF-2', person }, ask: ['reason'] };
    const [argv = []] = await argvOf([commandLine(filled(lineOf(action, 'c-1')))]);
    expect(taken(argv)).toEqual({
      verb: 'flag clear',
      operands: ['c-1', 'RF-2'],
      options: { person, reason: 'filled in' },
    });
  },
);

/** One of every kind, and every shape that a kind can have. */
const ALL: { [K in ActionKind]: ActionOf<K>[] } = {
  ShowCase: [{ do: 'ShowCase', with: {} }],
  WriteReport: [{ do: 'WriteReport', with: {} }],
  ShowAccess: [{ do: 'ShowAccess', with: {} }],
  ShowIncident: [{ do: 'ShowIncident', with: { incident: 'inc-1' } }],
  ReadPaper: [{ do: 'ReadPaper', with: { paper: 'msa-1' } }],
  GetEvidenceForm: [{ do: 'GetEvidenceForm', with: { control: 'IP-1' } }],
  SubmitEvidence: [
    { do: 'SubmitEvidence', with: { control: 'IP-1' }, ask: ['form'] },
    { do: 'SubmitEvidence', with: { control: 'PP-2', person: 'p-1' }, ask: ['form'] },
    { do: 'SubmitEvidence', with: { control: 'PP-2' }, ask: ['person', 'form'] },
  ],
  ConfirmUserEntityControl: [{ do: 'ConfirmUserEntityControl', with: { id: 'CUEC-3' }, ask: ['evidence'] }],
  SignPaper: [{ do: 'SignPaper', with: { paper: 'msa-1' }, ask: ['textHash'] }],
  Decide: [
    {
      do: 'Decide',
      with: { approval: 'gate:contract', contentHash: 'a'.repeat(64), decision: 'approve' },
      ask: ['reason'],
    },
  ],
  AnswerQuestions: [{ do: 'AnswerQuestions', with: { approval: 'gate:contract' }, ask: ['answer'] }],
  AcceptPerson: [{ do: 'AcceptPerson', with: { person: 'p-1' }, ask: ['reason'] }],
  CorrectPerson: [{ do: 'CorrectPerson', with: { person: 'p-1' }, ask: ['changed', 'reason'] }],
  NameForRole: [{ do: 'NameForRole', with: { role: 'legal' }, ask: ['person', 'reason'] }],
  ConfirmRole: [{ do: 'ConfirmRole', with: { role: 'legal', person: 'p-1' }, ask: ['reason'] }],
  RejectPerson: [{ do: 'RejectPerson', with: { person: 'p-1' }, ask: ['reason'] }],
  ProposePerson: [
    {
      do: 'ProposePerson',
      with: { replaces: 'replacement-1' },
      ask: ['person', 'employer', 'country', 'jobRole'],
    },
  ],
  SetNeeds: [
    {
      do: 'SetNeeds',
      with: {
        person: 'p-1',
        needs: [{ resource: 'github:acme/api', profile: 'reader', task: "Reads the team's: notes" }],
      },
      ask: ['reason'],
    },
    { do: 'SetNeeds', with: { person: 'p-1', needs: [] }, ask: ['reason'] },
  ],
  RecordHandover: [{ do: 'RecordHandover', with: { replacement: 'replacement-1' }, ask: ['form'] }],
  Recertify: [
    { do: 'Recertify', with: { person: 'p-1', resource: 'github:acme/api', decision: 'confirm' }, ask: ['reason'] },
    {
      do: 'Recertify',
      with: { person: 'p-1', resource: 'github:acme/api', decision: 'reduce', profile: 'reader' },
      ask: ['reason'],
    },
  ],
  DeclareAccounts: [
    { do: 'DeclareAccounts', with: { resource: 'github:acme/api', accounts: ['p-1'] }, ask: ['is', 'whose', 'reason'] },
  ],
  ReviewOutsideChange: [
    {
      do: 'ReviewOutsideChange',
      with: { person: 'p-1', resource: 'github:acme/api', decision: 'restore' },
      ask: ['reason'],
    },
  ],
  AnswerLeftBehind: [
    {
      do: 'AnswerLeftBehind',
      with: { person: 'p-1', resource: 'github:acme/api', item: 'deploy-key:7' },
      ask: ['is', 'whose', 'reason'],
    },
  ],
  AttestManualChange: [
    { do: 'AttestManualChange', with: { person: 'p-1', resource: 'manual:x', is: 'opened' }, ask: ['evidence'] },
  ],
  VerifyManualAccess: [
    { do: 'VerifyManualAccess', with: { person: 'p-1', resource: 'manual:x', found: 'absent' }, ask: ['evidence'] },
  ],
  RequestClearance: [{ do: 'RequestClearance', with: { flag: 'RF-2' }, ask: ['reason'] }],
  ProposeRemedy: [
    { do: 'ProposeRemedy', with: { flag: 'RF-2', person: 'p-1' }, ask: ['term', 'owner', 'until', 'reason'] },
  ],
  DeliverMilestone: [{ do: 'DeliverMilestone', with: { milestone: 'milestone-1' }, ask: ['evidence'] }],
  AnswerMilestone: [
    { do: 'AnswerMilestone', with: { milestone: 'milestone-1', delivery: 2, answer: 'accept' }, ask: ['reason'] },
    { do: 'AnswerMilestone', with: { milestone: 'milestone-1', delivery: 2, answer: 'return' }, ask: ['reason'] },
  ],
  MoveMilestone: [{ do: 'MoveMilestone', with: { milestone: 'milestone-1' }, ask: ['due', 'reason'] }],
  AnswerMilestoneMove: [
    { do: 'AnswerMilestoneMove', with: { milestone: 'm', due: '2026-10-08', answer: 'agree' }, ask: ['reason'] },
    { do: 'AnswerMilestoneMove', with: { milestone: 'm', due: '2026-10-08', answer: 'decline' }, ask: ['reason'] },
  ],
  AnnounceFirstDay: [{ do: 'AnnounceFirstDay', with: { person: 'ada' }, ask: ['day'] }],
  AnswerFirstDay: [
    { do: 'AnswerFirstDay', with: { person: 'ada', day: '2026-09-03', answer: 'confirm' }, ask: ['reason'] },
    { do: 'AnswerFirstDay', with: { person: 'ada', day: '2026-09-03', answer: 'refuse' }, ask: ['reason'] },
  ],
  AnswerDispute: [
    { do: 'AnswerDispute', with: { dispute: 'dispute-1', answer: 'uphold' }, ask: ['reason'] },
    { do: 'AnswerDispute', with: { dispute: 'dispute-1', answer: 'correct' }, ask: ['value', 'reason'] },
    { do: 'AnswerDispute', with: { dispute: 'd', answer: 'correct' }, ask: ['attendees', 'notes', 'reason'] },
  ],
  RecordMeeting: [{ do: 'RecordMeeting', with: { meeting: 'CA-1', day: '2026-09-07' }, ask: ['attendees', 'notes'] }],
  RecordReading: [
    { do: 'RecordReading', with: { kpi: 'Arrivals in time' }, ask: ['value', 'source'] },
    { do: 'RecordReading', with: { kpi: 'Accuracy', evalSetHash: 'b'.repeat(64) }, ask: ['value', 'source'] },
  ],
  ReportIncident: [
    {
      do: 'ReportIncident',
      with: { incident: 'drill-1', drill: true, what: 'unauthorised-access', personalData: true },
    },
  ],
  AmendIncident: [{ do: 'AmendIncident', with: { incident: 'inc-1' }, ask: ['awareAt'] }],
  RecordIncidentStep: [
    {
      do: 'RecordIncidentStep',
      with: { incident: 'inc-1', step: 'notify-authority', items: ['nature', 'contact'] },
      ask: ['link'],
    },
    { do: 'RecordIncidentStep', with: { incident: 'inc-1', step: 'notify-subjects' }, ask: ['grounds'] },
  ],
  CloseIncident: [{ do: 'CloseIncident', with: { incident: 'inc-1' } }],
  WithdrawPolicy: [{ do: 'WithdrawPolicy', with: { approval: 'policy:7' }, ask: ['reason'] }],
};

const LINES = Object.values(ALL).flatMap((kind) => kind.map((action: Action) => lineOf(action, 'c-1')));

test('given every kind of action, when its command line is read by a shell, then the real command takes it', async () => {
  expect(await faultsOf(LINES.map((line) => commandLine(filled(line))))).toEqual([]);
});

test('given the command lines, when printed, then they are the ones to copy, with a blank for what the reader gives', () => {
  expect(LINES.map(commandLine)).toMatchInlineSnapshot(`
[
  "drawbridge case show c-1",
  "drawbridge report c-1 --html report.html",
  "drawbridge access show c-1",
  "drawbridge incident show c-1 inc-1",
  "drawbridge read c-1 msa-1 --out FILE",
  "drawbridge template evidence IP-1 > IP-1.yaml",
  "drawbridge submit c-1 IP-1 --form IP-1.yaml",
  "drawbridge submit c-1 PP-2 --form PP-2.yaml --person p-1",
  "drawbridge submit c-1 PP-2 --form PP-2.yaml --person PERSON",
  "drawbridge user-entity c-1 CUEC-3 --evidence LINK",
  "drawbridge sign c-1 msa-1 --file FILE",
  "drawbridge decide c-1 gate:contract approve --hash aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa --reason "…"",
  "drawbridge answer c-1 gate:contract --text "…"",
  "drawbridge people accept c-1 p-1 --account PROVIDER:LOGIN --reason "…"",
  "drawbridge people correct c-1 p-1 --email ADDRESS --reason "…"",
  "drawbridge role name c-1 legal NAME --email ADDRESS --reason "…"",
  "drawbridge role confirm c-1 legal p-1 --reason "…"",
  "drawbridge people reject c-1 p-1 --reason "…"",
  "drawbridge people propose c-1 NAME --email ADDRESS --employer COMPANY --country COUNTRY --job-role "…" --replaces replacement-1",
  "drawbridge people needs c-1 p-1 --need 'github:acme/api:reader:Reads the team'\\''s: notes' --reason "…"",
  "drawbridge people needs c-1 p-1 --reason "…"",
  "drawbridge replace handover c-1 replacement-1 --day DAY --topic "…" --topic "…" --link URL",
  "drawbridge recertify c-1 p-1 github:acme/api confirm --reason "…"",
  "drawbridge recertify c-1 p-1 github:acme/api reduce --profile reader --reason "…"",
  "drawbridge account declare c-1 --resource github:acme/api --account p-1 --is WHOSE --reason "…"",
  "drawbridge access review c-1 p-1 github:acme/api restore --reason "…"",
  "drawbridge access left c-1 p-1 github:acme/api deploy-key:7 ANSWER --reason "…"",
  "drawbridge access attest c-1 p-1 manual:x opened --evidence "…"",
  "drawbridge access verify c-1 p-1 manual:x absent --evidence "…"",
  "drawbridge flag clear c-1 RF-2 --reason "…"",
  "drawbridge flag remedy c-1 RF-2 --person p-1 --term "…" --owner PERSON --until DAY --reason "…"",
  "drawbridge milestone deliver c-1 milestone-1 --evidence LINK",
  "drawbridge milestone accept c-1 milestone-1 --delivery 2 --reason "…"",
  "drawbridge milestone return c-1 milestone-1 --delivery 2 --reason "…"",
  "drawbridge milestone move c-1 milestone-1 --due DAY --reason "…"",
  "drawbridge milestone agree c-1 m --due 2026-10-08 --reason "…"",
  "drawbridge milestone decline c-1 m --due 2026-10-08 --reason "…"",
  "drawbridge first-day announce c-1 ada --day DAY",
  "drawbridge first-day confirm c-1 ada --day 2026-09-03 --reason "…"",
  "drawbridge first-day refuse c-1 ada --day 2026-09-03 --reason "…"",
  "drawbridge dispute uphold c-1 dispute-1 --reason "…"",
  "drawbridge dispute correct c-1 dispute-1 --value VALUE --reason "…"",
  "drawbridge dispute correct c-1 d --attendees N --notes "…" --reason "…"",
  "drawbridge meeting c-1 CA-1 --day 2026-09-07 --attendees N --notes "…"",
  "drawbridge reading c-1 'Arrivals in time' VALUE --source "…"",
  "drawbridge reading c-1 Accuracy VALUE --source "…" --eval-set bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
  "drawbridge incident report c-1 drill-1 --what unauthorised-access --drill --personal-data",
  "drawbridge incident amend c-1 inc-1 --aware INSTANT",
  "drawbridge incident step c-1 inc-1 notify-authority --contains nature,contact --link URL",
  "drawbridge incident step c-1 inc-1 notify-subjects --grounds "…"",
  "drawbridge incident close c-1 inc-1",
  "drawbridge policy withdraw policy:7 --case c-1 --reason "…"",
]
`);
});

test('given command lines that the command does not take, then each is named with the reason', async () => {
  expect(
    await faultsOf([
      'drawbridge decide c-1 gate:contract approve --hash abc --reason "…"',
      'drawbridge answer c-1 gate:contract --answer "…"',
      'drawbridge people welcome c-1 p-1',
      'drawbridge sign c-1',
    ]),
  ).toEqual([
    'drawbridge answer c-1 gate:contract --answer "…": error: required option \'--text <answer>\' not specified',
    "drawbridge people welcome c-1 p-1: error: unknown command 'welcome'",
    "drawbridge sign c-1: error: missing required argument 'paper'",
  ]);
});
