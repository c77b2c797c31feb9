import type { Action, ActionKind, ActionOf } from '../../domain/tasks/action.js';
import type { Blank, Line, Word } from './shell.js';

/** A text of the reader's own. */
const TEXT: Blank = { blank: '"…"' };
const blank = (name: string): Blank => ({ blank: name });

type Options = Line['options'];

/** An option where its value is known or asked for; none otherwise. */
const known = (name: string, value: string | undefined): Options => (value === undefined ? [] : [[name, value]]);

const line = (verb: string, operands: (Word | undefined)[], options: Options = []): Line => ({
  verb,
  operands: operands.map((word) => word ?? TEXT),
  options,
});

const formFile = (control: string | undefined): string => `${control ?? 'form'}.yaml`;

type Lines = { [K in ActionKind]: (action: ActionOf<K>, caseId: string) => Line };

const LOOKS: Pick<Lines, 'ShowCase' | 'WriteReport' | 'ShowAccess' | 'ShowIncident' | 'ReadPaper' | 'GetEvidenceForm'> =
  {
    ShowCase: (_, caseId) => line('case show', [caseId]),
    WriteReport: (_, caseId) => line('report', [caseId], [['--html', 'report.html']]),
    ShowAccess: (_, caseId) => line('access show', [caseId]),
    ShowIncident: ({ with: { incident } }, caseId) => line('incident show', [caseId, incident]),
    ReadPaper: ({ with: { paper } }, caseId) => line('read', [caseId, paper], [['--out', blank('FILE')]]),
    GetEvidenceForm: ({ with: { control } }) => ({
      ...line('template evidence', [control]),
      into: formFile(control),
    }),
  };

const SUPPLIES: Pick<
  Lines,
  'SubmitEvidence' | 'ConfirmUserEntityControl' | 'SignPaper' | 'Decide' | 'AnswerQuestions'
> = {
  SubmitEvidence: ({ with: { control, person }, ask = [] }, caseId) =>
    line(
      'submit',
      [caseId, control],
      [
        ['--form', formFile(control)],
        ...(ask.includes('person') ? ([['--person', blank('PERSON')]] satisfies Options) : known('--person', person)),
      ],
    ),
  ConfirmUserEntityControl: ({ with: { id } }, caseId) =>
    line('user-entity', [caseId, id], [['--evidence', blank('LINK')]]),
  SignPaper: ({ with: { paper } }, caseId) => line('sign', [caseId, paper], [['--file', blank('FILE')]]),
  Decide: ({ with: { approval, decision, contentHash } }, caseId) =>
    line('decide', [caseId, approval, decision], [...known('--hash', contentHash), ['--reason', TEXT]]),
  AnswerQuestions: ({ with: { approval } }, caseId) => line('answer', [caseId, approval], [['--text', TEXT]]),
};

const PEOPLE: Pick<
  Lines,
  | 'AcceptPerson'
  | 'CorrectPerson'
  | 'RejectPerson'
  | 'ProposePerson'
  | 'SetNeeds'
  | 'RecordHandover'
  | 'Recertify'
  | 'NameForRole'
  | 'ConfirmRole'
> = {
  NameForRole: ({ with: { role } }, caseId) =>
    line(
      'role name',
      [caseId, role, blank('NAME')],
      [
        ['--email', blank('ADDRESS')],
        ['--reason', TEXT],
      ],
    ),
  ConfirmRole: ({ with: { role, person } }, caseId) =>
    line('role confirm', [caseId, role, person], [['--reason', TEXT]]),
  AcceptPerson: ({ with: { person } }, caseId) =>
    line(
      'people accept',
      [caseId, person],
      [
        ['--account', blank('PROVIDER:LOGIN')],
        ['--reason', TEXT],
      ],
    ),
  CorrectPerson: ({ with: { person } }, caseId) =>
    line(
      'people correct',
      [caseId, person],
      [
        ['--email', blank('ADDRESS')],
        ['--reason', TEXT],
      ],
    ),
  RejectPerson: ({ with: { person } }, caseId) => line('people reject', [caseId, person], [['--reason', TEXT]]),
  ProposePerson: ({ with: { replaces } }, caseId) =>
    line(
      'people propose',
      [caseId, blank('NAME')],
      [
        ['--email', blank('ADDRESS')],
        ['--employer', blank('COMPANY')],
        ['--country', blank('COUNTRY')],
        ['--job-role', TEXT],
        ...known('--replaces', replaces),
      ],
    ),
  SetNeeds: ({ with: { person, needs = [] } }, caseId) =>
    line(
      'people needs',
      [caseId, person],
      [...needs.map((n): Options[number] => ['--need', `${n.resource}:${n.profile}:${n.task}`]), ['--reason', TEXT]],
    ),
  RecordHandover: ({ with: { replacement } }, caseId) =>
    line(
      'replace handover',
      [caseId, replacement],
      [
        ['--day', blank('DAY')],
        ['--topic', TEXT],
        ['--topic', TEXT],
        ['--link', blank('URL')],
      ],
    ),
  Recertify: ({ with: { person, resource, decision, profile } }, caseId) =>
    line('recertify', [caseId, person, resource, decision], [...known('--profile', profile), ['--reason', TEXT]]),
};

const EXCEPTIONS: Pick<
  Lines,
  | 'DeclareAccounts'
  | 'ReviewOutsideChange'
  | 'AnswerLeftBehind'
  | 'AttestManualChange'
  | 'VerifyManualAccess'
  | 'RequestClearance'
  | 'ProposeRemedy'
  | 'WithdrawPolicy'
> = {
  DeclareAccounts: ({ with: { resource, accounts = [] } }, caseId) =>
    line(
      'account declare',
      [caseId],
      [
        ...known('--resource', resource),
        ['--account', accounts.join(',')],
        ['--is', blank('WHOSE')],
        ['--reason', TEXT],
      ],
    ),
  ReviewOutsideChange: ({ with: { person, resource, decision } }, caseId) =>
    line('access review', [caseId, person, resource, decision], [['--reason', TEXT]]),
  AnswerLeftBehind: ({ with: { person, resource, item, is, whose } }, caseId) =>
    line(
      'access left',
      [caseId, person, resource, item, is ?? blank('ANSWER')],
      [...known('--whose', whose), ['--reason', TEXT]],
    ),
  AttestManualChange: ({ with: { person, resource, is } }, caseId) =>
    line('access attest', [caseId, person, resource, is], [['--evidence', TEXT]]),
  VerifyManualAccess: ({ with: { person, resource, found } }, caseId) =>
    line('access verify', [caseId, person, resource, found], [['--evidence', TEXT]]),
  RequestClearance: ({ with: { flag, person } }, caseId) =>
    line('flag clear', [caseId, flag], [...known('--person', person), ['--reason', TEXT]]),
  ProposeRemedy: ({ with: { flag, person } }, caseId) =>
    line(
      'flag remedy',
      [caseId, flag],
      [
        ...known('--person', person),
        ['--term', TEXT],
        ['--owner', blank('PERSON')],
        ['--until', blank('DAY')],
        ['--reason', TEXT],
      ],
    ),
  WithdrawPolicy: ({ with: { approval } }, caseId) =>
    line(
      'policy withdraw',
      [approval],
      [
        ['--case', caseId],
        ['--reason', TEXT],
      ],
    ),
};

const RUNNING: Pick<
  Lines,
  'RecordMeeting' | 'RecordReading' | 'ReportIncident' | 'AmendIncident' | 'RecordIncidentStep' | 'CloseIncident'
> = {
  RecordMeeting: ({ with: { meeting, day } }, caseId) =>
    line('meeting', [caseId, meeting], [...known('--day', day), ['--attendees', blank('N')], ['--notes', TEXT]]),
  RecordReading: ({ with: { kpi, evalSetHash } }, caseId) =>
    line('reading', [caseId, kpi, blank('VALUE')], [['--source', TEXT], ...known('--eval-set', evalSetHash)]),
  ReportIncident: ({ with: { incident, what, drill, personalData } }, caseId) =>
    line(
      'incident report',
      [caseId, incident],
      [
        ...known('--what', what),
        ...(drill === true ? ([['--drill', true]] satisfies Options) : []),
        ...(personalData === true ? ([['--personal-data', true]] satisfies Options) : []),
      ],
    ),
  AmendIncident: ({ with: { incident } }, caseId) =>
    line('incident amend', [caseId, incident], [['--aware', blank('INSTANT')]]),
  RecordIncidentStep: ({ with: { incident, step, items }, ask = [] }, caseId) =>
    line(
      'incident step',
      [caseId, incident, step],
      [
        ...known('--contains', items?.join(',')),
        ask.includes('grounds') ? ['--grounds', TEXT] : ['--link', blank('URL')],
      ],
    ),
  CloseIncident: ({ with: { incident } }, caseId) => line('incident close', [caseId, incident]),
};

const AGREEMENTS: Pick<
  Lines,
  | 'DeliverMilestone'
  | 'AnswerMilestone'
  | 'MoveMilestone'
  | 'AnswerMilestoneMove'
  | 'AnnounceFirstDay'
  | 'AnswerFirstDay'
  | 'AnswerDispute'
> = {
  DeliverMilestone: ({ with: { milestone } }, caseId) =>
    line('milestone deliver', [caseId, milestone], [['--evidence', blank('LINK')]]),
  AnswerMilestone: ({ with: { milestone, delivery, answer = 'accept' } }, caseId) =>
    line(
      `milestone ${answer}`,
      [caseId, milestone],
      [
        ['--delivery', delivery === undefined ? blank('N') : String(delivery)],
        ['--reason', TEXT],
      ],
    ),
  MoveMilestone: ({ with: { milestone } }, caseId) =>
    line(
      'milestone move',
      [caseId, milestone],
      [
        ['--due', blank('DAY')],
        ['--reason', TEXT],
      ],
    ),
  AnswerMilestoneMove: ({ with: { milestone, due, answer = 'agree' } }, caseId) =>
    line(`milestone ${answer}`, [caseId, milestone], [...known('--due', due), ['--reason', TEXT]]),
  AnnounceFirstDay: ({ with: { person } }, caseId) =>
    line('first-day announce', [caseId, person], [['--day', blank('DAY')]]),
  AnswerFirstDay: ({ with: { person, day, answer = 'confirm' } }, caseId) =>
    line(`first-day ${answer}`, [caseId, person], [...known('--day', day), ['--reason', TEXT]]),
  AnswerDispute: ({ with: { dispute, answer = 'uphold' }, ask = [] }, caseId) =>
    line(
      `dispute ${answer}`,
      [caseId, dispute],
      [
        ...(ask.includes('value') ? ([['--value', blank('VALUE')]] satisfies Options) : []),
        ...(ask.includes('attendees')
          ? ([
              ['--attendees', blank('N')],
              ['--notes', TEXT],
            ] satisfies Options)
          : []),
        ['--reason', TEXT],
      ],
    ),
};

const LINES: Lines = { ...AGREEMENTS, ...LOOKS, ...SUPPLIES, ...PEOPLE, ...EXCEPTIONS, ...RUNNING };

const lineFor = <K extends ActionKind>(action: { [P in K]: ActionOf<P> }[K], caseId: string): Line =>
  LINES[action.do](action, caseId);

/** The command line of an action, before it is written out. */
export const lineOf = (action: Action, caseId: string): Line => lineFor(action, caseId);
