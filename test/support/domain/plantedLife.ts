import { createHash } from 'node:crypto';
import { COMMANDS, type CommandType, isCommandType } from '../../../contract/commands.js';
import type { HumanCommand } from '../../../domain/case/commands.js';
import { type Actor, sideOf } from '../../../domain/case/roles.js';
import type { FormShape, Json, JsonObject } from '../../../domain/controls/form.js';
import { CONTROLS } from '../../../domain/controls/index.js';
import { placesIn, replaced } from '../contract/leaves.js';
import { type Act, decide, doAll } from '../domain/acts.js';
import { as, Book } from '../domain/book.js';
import { fragment } from '../domain/fragments.js';

/*
 * A word that nobody else knows is put wherever the client's people can write, over a life of a case; then the vendor's
 * contact and an engineer ask for everything that they can get.
 */

/** Fields that name something that is there already, or that the vendor's side has brought; a word of one's own has no place in them. */
const NAMING =
  /^(person|owner|to|paper|supersedes|approval|control|flag|meeting|kpi|replacement|replaces|resource|profile|incident|contentHash|textHash|hash|evalSetHash|signers|from|as|month|country|account|timeZone|email|name|employer|jobRole|id|administrator|checker|remove|policy|milestone|dispute|repository|provider|accounts)$/;
/** Answers of forms that other answers or the case are held against. */
const HELD_AGAINST =
  /^(resource|dataSet|company|component|tool|name|unit|country|inaccuracy|ipInfringement|dataPrivacy)$/;

/** What was written to the vendor's people: here they have to find it. */
export const ADDRESSED: Record<string, string> = {
  'RequestReplacement.reason': 'the vendor is asked to replace somebody, and told why',
  'SetNeeds.needs.task': 'the task that the engineer is given',
  'RequestAccess.task': 'the task that the engineer is to be given',
  'RecordHandover.form.topics': 'both sides hand over',
  'AnswerDispute.reason': 'the vendor is told why its dispute was answered so',
  'AnswerDispute.notes': 'what came of a meeting that the vendor says was held',
};

/** Every word that was planted, and where. */
export const planted = new Map<string, string>();

/** A word for a place, always the same. */
function canaryFor(label: string): string {
  const word = [...planted].find(([, at]) => at === label)?.[0] ?? `zq${planted.size}canary`;
  planted.set(word, label);
  return word;
}

function plantedForm(shape: FormShape, form: JsonObject, label: string): JsonObject {
  const answer = (name: string, value: Json): Json => {
    const field = shape[name];
    const at = `${label}.${name}`;
    if (field?.kind === 'text' && !HELD_AGAINST.test(name)) return `${canaryFor(at)}`.slice(0, field.maxLength ?? 2000);
    if (field?.kind === 'url') return `https://wiki.meridian.example/${canaryFor(at)}`;
    if (field?.kind === 'record') return plantedForm(field.of, value as JsonObject, at);
    if (field?.kind === 'list' && Array.isArray(value))
      return value.map((item) => plantedForm(field.of, item as JsonObject, at));
    return value;
  };
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, answer(name, value)]));
}

/** The command with a canary wherever its sender could have written anything. */
function plant(by: Actor, command: HumanCommand): HumanCommand {
  if (sideOf(by.role) === 'vendor' || !isCommandType(command.type)) return command;
  if (command.type === 'SubmitEvidence') {
    const shape = CONTROLS[command.control]?.form;
    return shape ? { ...command, form: plantedForm(shape, command.form, `evidence ${command.control}`) } : command;
  }
  let made: unknown = command;
  for (const { place, format } of placesIn(COMMANDS[command.type].body)) {
    const names = place.filter((key) => typeof key === 'string');
    if (NAMING.test(names.at(-1) ?? '')) continue;
    const word = canaryFor([command.type, ...names].join('.'));
    made = replaced(made, place, format === 'uri' ? `https://meridian.example/${word}` : word);
  }
  return made as HumanCommand;
}

const withCanaries = (act: Act): Act => ({ ...act, command: (book) => plant(act.by, act.command(book)) });
const does = (by: Actor, command: HumanCommand | ((book: Book) => HumanCommand)): Act =>
  withCanaries({
    name: typeof command === 'function' ? 'act' : command.type,
    by,
    command: typeof command === 'function' ? command : () => command,
  });

const [procurement, manager, legal, security, executive] = (
  ['procurement', 'engineering-manager', 'legal', 'security', 'executive'] as const
).map((role) => as(role)) as [Actor, Actor, Actor, Actor, Actor];
const REASON = 'why';
export const SECRET_TEXT = 'zq-document-canary';
export const SECRET_HASH = createHash('sha256').update(SECRET_TEXT).digest('hex');

/** What the client's people do in such a life, one after the other. */
const ACTS: Act[] = [
  does(security, { type: 'SuspendAccess', person: 'ada', reason: REASON }),
  does(legal, { type: 'ResumeAccess', person: 'ada', reason: REASON }),
  does(security, {
    type: 'DeclareAccounts',
    resource: 'github:meridian/eta-model',
    accounts: ['mia'],
    is: 'client',
    whose: REASON,
    reason: REASON,
  }),
  does(legal, { type: 'RaiseRedFlag', flag: 'RF-2', reason: REASON }),
  does(procurement, {
    type: 'ProposeRemedy',
    flag: 'RF-2',
    term: REASON,
    owner: 'legal',
    until: '2026-09-20',
    reason: REASON,
  }),
  does(legal, { type: 'Delegate', role: 'legal', to: 'legal-2', until: '2026-09-12', reason: REASON }),
  does(legal, { type: 'EndDelegation', role: 'legal', person: 'legal-2', reason: REASON }),
  does(procurement, { type: 'NameForRole', role: 'privacy', person: 'privacy-2', reason: REASON }),
  does(executive, { type: 'ConfirmRole', role: 'privacy', person: 'privacy-2', reason: REASON }),
  does(legal, { type: 'EndRole', person: 'privacy-2', left: true, reason: REASON }),
  does(procurement, { type: 'CorrectPerson', person: 'nina', changed: ['name'], reason: REASON }),
  does(procurement, { type: 'RequestWaiver', control: 'IN-1', reason: REASON, until: '2026-09-20' }),
  withCanaries(decide(executive, 'waiver:IN-1:1', 'return', REASON)),
  does(procurement, { type: 'AnswerQuestions', approval: 'waiver:IN-1:1', answer: REASON }),
  withCanaries(decide(executive, 'waiver:IN-1:1', 'approve', REASON)),
  does(legal, {
    type: 'RegisterPaper',
    paper: 'memo',
    kind: 'other',
    title: REASON,
    textHash: SECRET_HASH,
    signers: ['client'],
    from: '2026-09-01',
  }),
  does(legal, { type: 'RevokePaper', paper: 'memo', reason: REASON }),
  does(procurement, { type: 'RecordInvoice', month: '2026-09', billedUsd: 1000, engineers: 1, note: REASON }),
  does(security, { type: 'ReportIncident', incident: 'leak', drill: false, what: 'disclosure', personalData: true }),
  does(security, { type: 'RecordIncidentStep', incident: 'leak', step: 'assess-risk', hash: SECRET_HASH }),
  does(security, { type: 'RecordIncidentStep', incident: 'leak', step: 'notify-authority', grounds: REASON }),
  does(manager, (book) => ({
    type: 'SetNeeds',
    person: 'ada',
    needs: book.state.people.ada?.needs ?? [],
    reason: REASON,
  })),
  does(procurement, {
    type: 'RequestAccess',
    person: 'nina',
    resource: 'github:meridian/eta-model',
    profile: 'maintainer',
    task: REASON,
    reason: REASON,
  }),
  withCanaries(decide(manager, 'access-request:nina/github:meridian/eta-model', 'reject', REASON)),
  does(procurement, {
    type: 'RequestAccess',
    person: 'nina',
    resource: 'github:meridian/eta-model',
    profile: 'maintainer',
    task: REASON,
    reason: REASON,
  }),
  does(procurement, {
    type: 'WithdrawAccessRequest',
    person: 'nina',
    resource: 'github:meridian/eta-model',
    reason: REASON,
  }),
  does(manager, { type: 'RequestReplacement', person: 'ada', reason: REASON, forCause: false }),
  does(manager, { type: 'WithdrawReplacement', replacement: 'replacement-1', reason: REASON }),
  does(procurement, { type: 'PauseCase', reason: REASON }),
  does(executive, { type: 'ResumeCase', reason: REASON }),
  does(manager, (book) => ({
    type: 'RecordMeeting',
    meeting: 'CA-1',
    day: book.state.meetings.find((m) => m.id === 'CA-1' && m.status === 'due')?.day ?? '2026-09-07',
    attendees: 3,
    notes: REASON,
  })),
  does(as('vendor-contact'), { type: 'RaiseDispute', about: 'meeting', of: 'CA-1', reason: 'It was held.' }),
  does(manager, {
    type: 'AnswerDispute',
    dispute: 'dispute-1',
    answer: 'correct',
    attendees: 3,
    notes: REASON,
    reason: REASON,
  }),
  does(manager, { type: 'RecordDeparture', person: 'nina', reason: REASON }),
  does(procurement, {
    type: 'ChangeScope',
    euPersonalData: false,
    remove: [],
    add: [{ provider: 'github', kind: 'repository', id: 'meridian/new', personalData: false }],
    reason: REASON,
  }),
  does(executive, { type: 'ChooseModel', model: 'staff-augmentation', reason: REASON }),
  does(executive, { type: 'CloseCase', outcome: 'cancelled', reason: REASON }),
];

/** Acts of the client's in which there is nothing to write, or that this life does not come to; each with why. */
export const NOT_PLAYED: Partial<Record<CommandType, string>> = {
  SendPaper: 'nothing to write',
  SignPaper: 'nothing to write',
  ReusePaper: 'nothing to write',
  CloseIncident: 'nothing to write',
  AmendIncident: 'nothing to write',
  ConfirmUserEntityControl: 'no report leaves one to the client in this case',
  ReportIncident: 'nothing to write',
  ProposePerson: 'by the vendor; what the client says of the vendor’s people is theirs',
  RejectPerson: 'the reason goes the way of AcceptPerson',
  RecordHandover: 'addressed to both',
  Recertify: 'a month later; the reason goes the way of the others by its sight',
  ReviewOutsideChange: 'nothing is changed by hand in this life; nobody of the vendor’s sees its fact',
  AnswerLeftBehind: 'nothing is left in this life; nobody of the vendor’s sees its fact',
  RequestClearance: 'goes the way of RequestWaiver',
  AttestManualChange: 'no data set in this case',
  VerifyManualAccess: 'no data set in this case',
  RecordReading: 'no KPI is agreed yet in this life',
  DeliverMilestone: 'by the vendor',
  AnswerMilestone: 'no milestones in this model; the reason is addressed to the vendor',
  MoveMilestone: 'no milestones in this model; the reason is addressed to the other side',
  AnswerMilestoneMove: 'no milestones in this model; the reason is addressed to the other side',
  AnnounceFirstDay: 'by the vendor',
  AnswerFirstDay: 'no first days in this model; the reason is addressed to the vendor',
  RaiseDispute: 'by the vendor',
  ProposePolicy: 'the policy needs an edge that reads it',
  WithdrawPolicy: 'follows a proposal',
};

/** A life of a case in which the client's people have written a canary wherever they can; up to its end, or while it is open. */
export function plantedLife(closes: boolean): Book {
  const book = doAll(new Book(), fragment('working.yaml').map(withCanaries)).until('2026-09-07T08:00:00.000Z');
  return doAll(book, closes ? ACTS : ACTS.filter(({ name }) => name !== 'CloseCase'));
}

/** The places whose words stand in a text. */
export const labelsIn = (text: string): string[] =>
  [...planted].flatMap(([word, label]) => (text.includes(word) ? [label] : []));

/** Those of them that were not for the vendor's people. */
export const leaksIn = (text: string): string[] => labelsIn(text).filter((label) => !Object.hasOwn(ADDRESSED, label));
