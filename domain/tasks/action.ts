import type { HumanCommand } from '../case/commands.js';
import type { Said } from '../say.js';

/** Commands that a task can ask for. */
type AskedFor =
  | 'SubmitEvidence'
  | 'ConfirmUserEntityControl'
  | 'SignPaper'
  | 'NameForRole'
  | 'ConfirmRole'
  | 'AcceptPerson'
  | 'CorrectPerson'
  | 'RejectPerson'
  | 'ProposePerson'
  | 'SetNeeds'
  | 'RecordHandover'
  | 'Recertify'
  | 'DeclareAccounts'
  | 'ReviewOutsideChange'
  | 'AnswerLeftBehind'
  | 'AttestManualChange'
  | 'VerifyManualAccess'
  | 'Decide'
  | 'AnswerQuestions'
  | 'RequestClearance'
  | 'ProposeRemedy'
  | 'RecordMeeting'
  | 'RecordReading'
  | 'DeliverMilestone'
  | 'AnswerMilestone'
  | 'MoveMilestone'
  | 'AnswerMilestoneMove'
  | 'AnnounceFirstDay'
  | 'AnswerFirstDay'
  | 'AnswerDispute'
  | 'ReportIncident'
  | 'AmendIncident'
  | 'RecordIncidentStep'
  | 'CloseIncident'
  | 'WithdrawPolicy';

/** Something to look at first; it changes nothing. */
type Look =
  | { type: 'ShowCase' }
  | { type: 'WriteReport' }
  | { type: 'ShowAccess' }
  | { type: 'ShowIncident'; incident: string }
  | { type: 'ReadPaper'; paper: string }
  | { type: 'GetEvidenceForm'; control: string };

type Acts = { [C in Extract<HumanCommand, { type: AskedFor }> | Look as C['type']]: C };

/** What somebody can do about a task: a command, or a look. */
export type ActionKind = keyof Acts;

/** One kind of {@link Action}. */
export type ActionOf<K extends ActionKind> = {
  do: K;
  /** The fields that are known. */
  with: Partial<Omit<Acts[K], 'type'>>;
  /** The fields that the reader still has to give. */
  ask?: readonly Exclude<keyof Acts[K], 'type'>[];
  /** When or what for, where the doing itself does not say it. */
  say?: Said;
};

/** One way on from a task, within its case; the edge makes a command line, a link or a button of it. */
export type Action = { [K in ActionKind]: ActionOf<K> }[ActionKind];
