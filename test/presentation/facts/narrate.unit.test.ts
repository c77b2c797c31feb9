import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../../../domain/say.js';
import type { FactType } from '../../../presentation/facts/fact.js';
import { narrate } from '../../../presentation/facts/narrate.js';
import { type FactReader, tells, whyLeftOut } from '../../../presentation/facts/readers.js';
import { FACTS } from '../../support/presentation/facts.js';

const BERLIN = { zone: 'Europe/Berlin' };
const TYPES = Object.values(FACTS).map(({ type }) => type);

test('given one fact of every type, when it is narrated, then kind, mark, text and reason are these', () => {
  const told = Object.values(FACTS).map((fact) => {
    const { kind, mark, text, why } = narrate(fact, BERLIN);
    return [fact.type, kind, mark, text, ...(why === undefined ? [] : [why])];
  });
  expect(told).toEqual([
    [
      'CaseOpened',
      'case',
      'note',
      'Case opened: Delivery-time forecasts, first team, Bałtyk AI for Meridian Freight',
      'Policy default 2026-11-01.',
    ],
    ['PlanRecompiled', 'plan', 'note', 'Plan recompiled under policy default 2026-11-01', 'The model was chosen.'],
    [
      'PlanCompilationFailed',
      'plan',
      'bad',
      'Plan could not be compiled; next attempt Thu 10 Sep 2026, 17:00 (Berlin)',
      'The policy of this case is not stored.',
    ],
    ['ModelChosen', 'plan', 'note', 'Engagement model chosen: managed team', 'An outcome is needed fast.'],
    ['ScopeChanged', 'case', 'note', 'Scope changed', 'It goes in-house.'],
    ['PolicyApproved', 'plan', 'note', 'Policy strict 2 now applies to this case', 'The house has another policy now.'],
    ['CalendarsLoaded', 'plan', 'note', 'Calendars extended: Europe/Berlin and Europe/Warsaw'],
    [
      'CalendarsFailed',
      'plan',
      'bad',
      'Calendars could not be extended; next attempt Thu 10 Sep 2026, 17:00 (Berlin)',
      'No answer in time, or an unexpected failure.',
    ],
    [
      'EvidenceSubmitted',
      'control',
      'note',
      'Evidence submitted for IP-2 Contributor-level assignment that flows through to the client for {person:ada}',
    ],
    [
      'EvidenceSucceeded',
      'control',
      'note',
      'New evidence in force for IP-3 Mutual NDA with handling rules for data, prompts, fine-tuned weights and code',
      'It was approved.',
      'UserEntityControlConfirmed',
      'control',
      'good',
      'User-entity control CUEC-3 is in place',
      'https://wiki.example/joiners',
    ],
    [
      'PaperDrafted',
      'document',
      'note',
      'Document registered: Mutual NDA (nda), valid until Wed 30 Sep 2026, 24:00 (Berlin)',
    ],
    ['PaperReused', 'document', 'note', 'Document reused from case c-1: Mutual NDA (nda)'],
    ['PaperSent', 'document', 'wait', 'Document sent for signature: nda'],
    ['PaperSigned', 'document', 'good', 'Document signed for the vendor: nda (all signatures complete)'],
    ['PaperCameIntoForce', 'document', 'good', 'Document in force: nda'],
    ['PaperExpired', 'document', 'bad', 'Document expired: nda'],
    ['PaperRevoked', 'document', 'bad', 'Document revoked: nda', 'A schedule was false.'],
    ['PaperSuperseded', 'document', 'note', 'Document superseded: nda by nda-2'],
    [
      'ControlAssessed',
      'control',
      'wait',
      'Open: IP-2 Contributor-level assignment that flows through to the client for {person:ada}',
      'The assignment names no recipient. The rights must reach the client. (1 more)',
    ],
    ['PersonProposed', 'person', 'wait', '{person:ada} proposed: ML engineer, Bałtyk AI (PL)'],
    ['PersonAccepted', 'person', 'good', '{person:ada} accepted', 'Strong in evaluation.'],
    ['PersonRejected', 'person', 'bad', '{person:ada} rejected', 'Another profile is needed.'],
    [
      'NeedsSet',
      'person',
      'note',
      'Access needs of {person:ada}: meridian/eta-model (reader)',
      'She only reviews now.',
    ],
    [
      'DepartureRecorded',
      'person',
      'note',
      'Departure of {person:ada} recorded for Wed 30 Sep 2026, 24:00 (Berlin)',
      'Moves on.',
    ],
    ['PersonLeft', 'person', 'note', '{person:ada} left'],
    ['AccessSuspended', 'access', 'bad', 'Access of {person:ada} suspended', 'Alarm.'],
    ['AccessResumed', 'access', 'good', 'Access of {person:ada} resumed', 'False alarm.'],
    [
      'ApprovalRequested',
      'decision',
      'wait',
      'Waiver of IP-2 for {person:ada}: waiting for legal or the executive',
      'Her notary is on leave.',
    ],
    ['ApprovalGiven', 'decision', 'good', 'Contract gate: approved as legal for {person:legal-2}', 'Complete.'],
    ['ApprovalCompleted', 'decision', 'good', 'Contract gate: all approvals given'],
    ['ApprovalRejected', 'decision', 'bad', 'Clearance of RF-2: rejected as legal', 'The side letter stands.'],
    ['ApprovalReturned', 'decision', 'wait', 'Contract gate: returned with questions', 'Are prompts covered?'],
    ['QuestionsAnswered', 'decision', 'note', 'Contract gate: questions answered', 'Yes, clause 7.2.'],
    ['ApprovalEscalated', 'decision', 'wait', 'Contract gate: escalated to the executive'],
    ['ApprovalVoided', 'decision', 'bad', 'Contract gate: voided (was approved)', 'IP-3 has lapsed.'],
    [
      'SuccessorNotAsked',
      'decision',
      'note',
      'Contract gate: stays as approved; the change is no longer asked for',
      'What was to be decided has changed.',
    ],
    [
      'ApprovalDelegated',
      'decision',
      'note',
      'Decisions of the executive delegated to {person:engineering-manager} until Wed 30 Sep 2026, 24:00 (Berlin)',
      'On leave.',
    ],
    [
      'DelegationEnded',
      'decision',
      'note',
      'Delegation of the executive from {person:executive} to {person:engineering-manager} ended',
    ],
    ['StageCompleted', 'case', 'good', 'Data protection gate opened'],
    ['StageReopened', 'case', 'bad', 'Contract gate closed again', 'IP-3 has lapsed.'],
    [
      'RedFlagRaised',
      'flag',
      'bad',
      'Red flag raised: RF-2 No vague or vendor-favouring IP terms for {person:ada}',
      'Heard of a side letter.',
    ],
    [
      'RedFlagCleared',
      'flag',
      'good',
      'Red flag cleared: RF-2 No vague or vendor-favouring IP terms',
      'Clearance of RF-2 approved.',
    ],
    [
      'RemedyAgreed',
      'flag',
      'note',
      'Remedy agreed, by {person:vendor-contact} until Wed 30 Sep 2026, 24:00 (Berlin): RF-2 No vague or vendor-favouring IP terms',
      'An addendum is signed.',
    ],
    ['RemedyLapsed', 'flag', 'bad', 'Remedy overdue, red flag open again: RF-2 No vague or vendor-favouring IP terms'],
    [
      'ControlWaived',
      'control',
      'note',
      'Waived until Wed 30 Sep 2026, 24:00 (Berlin): ON-2 Scoped data access under least-privilege rules',
      'The mirror is not ready.',
    ],
    ['WaiverEnded', 'control', 'bad', 'Waiver ended: ON-2 Scoped data access under least-privilege rules'],
    [
      'AccessGranted',
      'access',
      'note',
      'Access granted: {person:ada} on meridian/eta-model (push), at the latest until Wed 30 Sep 2026, 24:00 (Berlin)',
    ],
    [
      'AccessEnded',
      'access',
      'bad',
      'Access ended: {person:ada} on meridian/eta-model (document lapsed)',
      'IP-3 has lapsed.',
    ],
    ['AccessObserved', 'access', 'note', 'Access checked: {person:ada} on meridian/eta-model, present (push)'],
    ['AccessOpened', 'access', 'good', 'Access open: {person:ada} on meridian/eta-model (push), seen at the provider'],
    ['AccessWithdrawn', 'access', 'good', 'Access withdrawn: {person:ada} on data:arrivals, manually verified absent'],
    ['AbsenceProven', 'access', 'good', 'Still absent after 7 d: {person:ada} on meridian/eta-model'],
    [
      'AccessFoundAfterEnd',
      'access',
      'bad',
      'Access found after its end: {person:ada} on meridian/eta-model (invited)',
    ],
    [
      'AccessFailed',
      'access',
      'bad',
      'Access could not be changed: {person:ada} on meridian/eta-model; next attempt Thu 10 Sep 2026, 17:00 (Berlin)',
      'The provider is down.',
    ],
    [
      'ManualChangeAttested',
      'access',
      'wait',
      'Access opened by hand, waiting for verification: {person:ada} on data:arrivals',
      'https://it.example/1',
    ],
    [
      'ManualAccessVerified',
      'access',
      'note',
      'Access verified present: {person:ada} on data:arrivals',
      'https://it.example/2',
    ],
    [
      'ReplacementRequested',
      'replacement',
      'wait',
      'Replacement of {person:ada} requested for cause, due before Wed 30 Sep 2026, 24:00 (Berlin)',
      'Leaves the vendor.',
    ],
    [
      'ReplacementHeld',
      'replacement',
      'note',
      'Clock of replacement-1 goes on, due before Wed 30 Sep 2026, 24:00 (Berlin)',
    ],
    [
      'ReplacementSlaBreached',
      'replacement',
      'bad',
      'Replacement of {person:ada} is late',
      'The credit grows by 5 % of a monthly rate each business day, up to 50 %.',
    ],
    [
      'ReplacementFulfilled',
      'replacement',
      'bad',
      'Replacement complete: {person:tomek} may start after 9 business days',
      '2 business days late, credit 10 % of a monthly rate (USD 1,350).',
    ],
    [
      'ReplacementWithdrawn',
      'replacement',
      'note',
      'Replacement request withdrawn: replacement-1',
      'She stays. In time, no credit.',
    ],
    [
      'HandoverRecorded',
      'replacement',
      'good',
      'Handover recorded for 12 Sep 2026: replacement-1',
      'Training; Deployment',
    ],
    [
      'RecertificationOpened',
      'access',
      'wait',
      'Recertification round 2: 2 to confirm by Wed 30 Sep 2026, 24:00 (Berlin)',
    ],
    [
      'AccessRecertified',
      'access',
      'note',
      'Access reduced: {person:ada} on meridian/eta-model to reader',
      'She only reviews now.',
    ],
    ['RecertificationLapsed', 'access', 'bad', 'Access not confirmed in time: {person:ada} on meridian/eta-model'],
    ['RepositorySurveyed', 'access', 'bad', 'Unknown accounts on meridian/eta-model: {person:somebody}'],
    [
      'SurveyFailed',
      'access',
      'bad',
      'Accounts of meridian/eta-model could not be checked; next attempt Thu 10 Sep 2026, 17:00 (Berlin)',
      'The provider is down.',
    ],
    [
      'TaskOpened',
      'task',
      'wait',
      'Task opened: Decide on the contract gate, for {person:legal}, due Thu 10 Sep 2026, 17:00 (Berlin)',
    ],
    ['TaskClosed', 'task', 'note', 'Task closed: Sign nda for the vendor'],
    [
      'TaskChanged',
      'task',
      'note',
      'Task changed: Change access by hand and attest it: {person:ada} on data:arrivals, for {person:legal}, due Thu 10 Sep 2026, 17:00 (Berlin)',
    ],
    [
      'TaskBecameLate',
      'task',
      'bad',
      'Task late: Supply evidence for data protection, was due Thu 10 Sep 2026, 17:00 (Berlin)',
    ],
    ['ReminderDue', 'task', 'wait', 'Reminder: Supply KT-1 Architecture decisions are documented'],
    [
      'LapseWarned',
      'control',
      'wait',
      'Lapses Wed 30 Sep 2026, 24:00 (Berlin): IP-3 Mutual NDA with handling rules for data, prompts, fine-tuned weights and code',
    ],
    ['LetterQueued', 'letter', 'note', 'Letter to {person:legal} queued: 1 task'],
    ['LetterExtended', 'letter', 'note', 'Letter to {person:legal} takes up 2 updates more'],
    ['LetterAccepted', 'letter', 'note', 'Letter to {person:legal} accepted by the mail server'],
    ['LetterFailed', 'letter', 'bad', 'Letter to {person:legal} not delivered; no further attempt', 'No answer.'],
    [
      'MeetingDue',
      'meeting',
      'wait',
      'CA-1 Daily asynchronous stand-up of 10 Sep 2026 due by Thu 10 Sep 2026, 17:00 (Berlin)',
    ],
    [
      'MeetingHeld',
      'meeting',
      'good',
      'CA-1 Daily asynchronous stand-up of 10 Sep 2026 held with 5 attendees',
      'https://wiki.example/standup',
    ],
    ['MeetingMissed', 'meeting', 'bad', 'CA-1 Daily asynchronous stand-up of 10 Sep 2026 missed'],
    ['ReadingRecorded', 'kpi', 'bad', 'KPI Velocity: 20, target missed', 'board'],
    ['InvoiceRecorded', 'kpi', 'note', 'Invoice for 2026-09: USD 54,000 for 4 engineers'],
    ['IncidentReported', 'incident', 'bad', 'Incident leak reported: model leak, personal data'],
    [
      'IncidentAmended',
      'incident',
      'bad',
      'leak: personal data are concerned; leak: the client became aware Thu 10 Sep 2026, 17:00 (Berlin); the other side says otherwise, and the earlier counts',
    ],
    ['IncidentStepRecorded', 'incident', 'bad', 'leak: notify the client, done after 1 d 1 h, 1 h late'],
    [
      'IncidentClockReminded',
      'incident',
      'wait',
      'leak: 50 % of the time for the notice to the authority is over, due Thu 1 Oct 2026, 00:00 (Berlin)',
    ],
    [
      'IncidentDutyLate',
      'incident',
      'bad',
      'leak: the vendor’s notice to the client is late, was due Thu 10 Sep 2026, 17:00 (Berlin)',
    ],
    ['IncidentClosed', 'incident', 'note', 'Drill leak closed after 2 steps', 'contain 12 min, document 1 h 30 min'],
    ['PendingPartyChanged', 'case', 'wait', 'Waiting for the client and the vendor'],
    ['DecisionRefused', 'refusal', 'bad', 'Submit evidence: refused', 'You have already decided gate:contract.'],
    ['CommandFailed', 'refusal', 'bad', 'Decide: failed in Drawbridge', 'The engine failed.'],
    [
      'CaseRecovered',
      'case',
      'note',
      'Run restarted from the ledger by an operator',
      'A run that was still open was ended for it.',
    ],
    ['CasePaused', 'case', 'wait', 'Case paused', 'The budget is frozen.'],
    ['CaseResumed', 'case', 'good', 'Case resumed', 'The budget is back.'],
    ['CaseClosing', 'case', 'note', 'Case closing. The client walks away from the vendor', 'No report by the date.'],
    ['CaseClosed', 'case', 'note', 'Case closed'],
  ]);
});

test('given facts about people, controls, resources and more, then the narration names each by id', () => {
  const about = (type: FactType) => narrate(FACTS[type]).about;
  expect(about('CaseOpened')).toEqual({});
  expect(about('ControlAssessed')).toEqual({ control: 'IP-2', people: ['ada'] });
  expect(about('ApprovalRequested')).toEqual({ approval: 'waiver:IP-2:ada:1', control: 'IP-2', people: ['ada'] });
  expect(about('RemedyAgreed')).toEqual({ approval: 'remedy:RF-2:1', control: 'RF-2', people: ['vendor-contact'] });
  expect(about('StageCompleted')).toEqual({ stage: 'data-protection' });
  expect(about('AccessEnded')).toEqual({ people: ['ada'], resources: ['meridian/eta-model'] });
  expect(about('RecertificationOpened')).toEqual({ people: ['ada', 'nina'], resources: ['meridian/eta-model'] });
  expect(about('ReplacementRequested')).toEqual({ replacement: 'replacement-1', people: ['ada'] });
  expect(about('TaskChanged')).toEqual({
    task: 'attest:ada/data:arrivals',
    people: ['ada', 'legal'],
    resources: ['data:arrivals'],
  });
  expect(about('TaskClosed')).toEqual({ task: 'sign:nda:vendor', document: 'nda' });
  expect(about('PaperSigned')).toEqual({ document: 'nda' });
  expect(about('IncidentDutyLate')).toEqual({ incident: 'leak' });
  expect(about('ReadingRecorded')).toEqual({ kpi: 'Velocity' });
});

test('given the three things that a control can say, then each reads as news of its own', () => {
  const said = (assessment: (typeof FACTS)['ControlAssessed']['assessment']) => {
    const { mark, text, why } = narrate({ type: 'ControlAssessed', key: 'IP-3', assessment }, BERLIN);
    return [mark, text.replace(/: IP-3 .*$/, ''), why];
  };
  expect(said({ status: 'met', restsOn: [] })).toEqual(['good', 'Met', undefined]);
  expect(said({ status: 'met', restsOn: [], until: '2026-09-30T22:00:00.000Z' })).toEqual([
    'good',
    'Met until Wed 30 Sep 2026, 24:00 (Berlin)',
    undefined,
  ]);
  expect(said({ status: 'refused', reasons: [say('IP-3.one-sided')], turn: 'legal' })).toEqual([
    'bad',
    'Refused',
    'The NDA binds only one side. It must bind both.',
  ]);
});

/** What each reader tells; `case story` and `ledger show` tell every fact. Whatever is new has to be put into one list or the other. */
const TOLD: Record<FactReader, FactType[]> = {
  report: [
    'CaseOpened',
    'PlanRecompiled',
    'ModelChosen',
    'ScopeChanged',
    'PolicyApproved',
    'UserEntityControlConfirmed',
    'PaperSigned',
    'PaperRevoked',
    'PersonAccepted',
    'PersonRejected',
    'DepartureRecorded',
    'AccessSuspended',
    'AccessResumed',
    'ApprovalRequested',
    'ApprovalGiven',
    'ApprovalRejected',
    'ApprovalReturned',
    'QuestionsAnswered',
    'ApprovalEscalated',
    'ApprovalVoided',
    'ApprovalDelegated',
    'StageCompleted',
    'StageReopened',
    'RedFlagRaised',
    'RedFlagCleared',
    'RemedyAgreed',
    'RemedyLapsed',
    'ControlWaived',
    'WaiverEnded',
    'ManualChangeAttested',
    'ManualAccessVerified',
    'ReplacementRequested',
    'ReplacementHeld',
    'ReplacementSlaBreached',
    'ReplacementFulfilled',
    'ReplacementWithdrawn',
    'HandoverRecorded',
    'AccessRecertified',
    'RecertificationLapsed',
    'InvoiceRecorded',
    'IncidentReported',
    'IncidentAmended',
    'IncidentStepRecorded',
    'IncidentDutyLate',
    'DecisionRefused',
    'CommandFailed',
    'CaseRecovered',
    'CasePaused',
    'CaseResumed',
    'CaseClosing',
  ],
  rehearsal: [
    'CaseOpened',
    'PlanRecompiled',
    'ScopeChanged',
    'PaperReused',
    'PaperCameIntoForce',
    'PaperExpired',
    'PaperRevoked',
    'ControlAssessed',
    'PersonAccepted',
    'PersonLeft',
    'ApprovalRequested',
    'ApprovalRejected',
    'ApprovalReturned',
    'ApprovalEscalated',
    'ApprovalVoided',
    'StageCompleted',
    'StageReopened',
    'RedFlagRaised',
    'RedFlagCleared',
    'RemedyLapsed',
    'ControlWaived',
    'WaiverEnded',
    'AccessEnded',
    'AccessOpened',
    'AccessWithdrawn',
    'AbsenceProven',
    'AccessFoundAfterEnd',
    'AccessFailed',
    'ManualChangeAttested',
    'ManualAccessVerified',
    'ReplacementRequested',
    'ReplacementHeld',
    'ReplacementSlaBreached',
    'ReplacementFulfilled',
    'ReplacementWithdrawn',
    'HandoverRecorded',
    'RecertificationOpened',
    'AccessRecertified',
    'RecertificationLapsed',
    'RepositorySurveyed',
    'TaskBecameLate',
    'LapseWarned',
    'MeetingMissed',
    'ReadingRecorded',
    'InvoiceRecorded',
    'IncidentReported',
    'IncidentAmended',
    'IncidentStepRecorded',
    'IncidentClockReminded',
    'IncidentDutyLate',
    'IncidentClosed',
    'PendingPartyChanged',
    'DecisionRefused',
    'CaseRecovered',
    'CasePaused',
    'CaseResumed',
    'CaseClosing',
    'CaseClosed',
  ],
};

test.each(Object.entries(TOLD))('%s tells these facts, and has a reason for each that it leaves out', (name, told) => {
  const reader: FactReader = name === 'report' ? 'report' : 'rehearsal';
  const left = TYPES.filter((type) => whyLeftOut(reader, type) !== undefined);
  expect(TYPES.filter((type) => whyLeftOut(reader, type) === undefined)).toEqual(told);
  expect([...told, ...left].sort()).toEqual([...TYPES].sort());
  expect(TYPES.filter((type) => tells(reader, FACTS[type]))).toEqual(told);
});

const BY_TASK = 'whoever has to act on it gets a task, and a letter with it';
const BY_ACCESS = 'its effect on access is told';
const ACTED = 'an act whose effects are told, or that asks nothing of others';
const UPKEEP = 'upkeep that asks nothing of anybody';

/** What letters leave out, and why. */
const NO_LETTER: Partial<Record<FactType, string>> = {
  CaseOpened: ACTED,
  PlanRecompiled: UPKEEP,
  PlanCompilationFailed: UPKEEP,
  ModelChosen: ACTED,
  CalendarsLoaded: UPKEEP,
  CalendarsFailed: UPKEEP,
  EvidenceSubmitted: ACTED,
  EvidenceSucceeded: ACTED,
  PaperDrafted: ACTED,
  PaperReused: ACTED,
  PaperSent: BY_TASK,
  PaperSigned: ACTED,
  PaperCameIntoForce: ACTED,
  PaperExpired: BY_TASK,
  PaperRevoked: BY_TASK,
  PaperSuperseded: ACTED,
  PersonProposed: BY_TASK,
  PersonAccepted: BY_ACCESS,
  PersonRejected: BY_ACCESS,
  NeedsSet: BY_ACCESS,
  DepartureRecorded: BY_ACCESS,
  PersonLeft: BY_ACCESS,
  AccessSuspended: BY_ACCESS,
  AccessResumed: BY_ACCESS,
  ApprovalRequested: BY_TASK,
  ApprovalGiven: ACTED,
  ApprovalCompleted: ACTED,
  ApprovalRejected: ACTED,
  ApprovalReturned: BY_TASK,
  QuestionsAnswered: ACTED,
  SuccessorNotAsked: ACTED,
  DelegationEnded: UPKEEP,
  StageCompleted: BY_TASK,
  StageReopened: BY_TASK,
  RedFlagCleared: ACTED,
  RemedyAgreed: ACTED,
  RemedyLapsed: BY_TASK,
  ControlWaived: ACTED,
  WaiverEnded: BY_TASK,
  AccessGranted: UPKEEP,
  AccessObserved: UPKEEP,
  AccessWithdrawn: UPKEEP,
  AbsenceProven: UPKEEP,
  AccessFailed: UPKEEP,
  ManualChangeAttested: BY_TASK,
  ManualAccessVerified: BY_ACCESS,
  ReplacementHeld: BY_TASK,
  HandoverRecorded: ACTED,
  RecertificationOpened: BY_TASK,
  AccessRecertified: BY_ACCESS,
  RecertificationLapsed: BY_ACCESS,
  RepositorySurveyed: UPKEEP,
  SurveyFailed: UPKEEP,
  TaskClosed: UPKEEP,
  TaskChanged: UPKEEP,
  TaskBecameLate: UPKEEP,
  LetterQueued: 'a letter about a letter',
  LetterExtended: 'a letter about a letter',
  LetterAccepted: 'a letter about a letter',
  LetterFailed: 'a letter about a letter',
  MeetingDue: UPKEEP,
  MeetingHeld: ACTED,
  MeetingMissed: BY_TASK,
  ReadingRecorded: BY_TASK,
  UserEntityControlConfirmed: ACTED,
  InvoiceRecorded: ACTED,
  IncidentStepRecorded: ACTED,
  PendingPartyChanged: UPKEEP,
  DecisionRefused: ACTED,
  CommandFailed: UPKEEP,
  CaseRecovered: UPKEEP,
  CaseClosed: BY_ACCESS,
};

test('letters tell what asks something of somebody, and leave out the rest for a reason', () => {
  const rules = readdirSync('domain/mail').map((file) => readFileSync(join('domain/mail', file), 'utf8'));
  const named = new Set(rules.flatMap((text) => [...text.matchAll(/'([A-Z]\w+)'/g)].map(([, name = '']) => name)));
  const told = TYPES.filter((type) => named.has(type) && !type.startsWith('Letter'));
  expect(told).toEqual(TYPES.filter((type) => NO_LETTER[type] === undefined));
});
