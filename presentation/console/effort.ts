import type { WorkKind } from '../../contract/console/work.js';
import type { CaseState } from '../../domain/case/state.js';
import type { FormShape } from '../../domain/controls/form.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { own } from '../../domain/record.js';
import { isSaid } from '../../domain/say.js';
import type { Action, ActionKind } from '../../domain/tasks/action.js';
import { peopleSaid } from '../words/words.js';

/** What each way on from a task takes; looks change nothing. */
const KINDS: Record<ActionKind, WorkKind> = {
  ShowCase: 'read',
  WriteReport: 'read',
  ShowAccess: 'read',
  ShowIncident: 'read',
  ReadPaper: 'read',
  GetEvidenceForm: 'fill-in',
  SubmitEvidence: 'fill-in',
  SignPaper: 'sign',
  Decide: 'decide',
  ConfirmUserEntityControl: 'confirm',
  ConfirmRole: 'confirm',
  AcceptPerson: 'confirm',
  RejectPerson: 'confirm',
  Recertify: 'confirm',
  AnswerMilestone: 'confirm',
  AnswerMilestoneMove: 'confirm',
  AnswerFirstDay: 'confirm',
  AttestManualChange: 'confirm',
  VerifyManualAccess: 'confirm',
  ReviewOutsideChange: 'confirm',
  AnswerLeftBehind: 'confirm',
  NameForRole: 'do',
  CorrectPerson: 'do',
  ProposePerson: 'do',
  SetNeeds: 'do',
  RecordHandover: 'do',
  DeclareAccounts: 'do',
  AnswerQuestions: 'do',
  RequestClearance: 'do',
  ProposeRemedy: 'do',
  RecordMeeting: 'do',
  RecordReading: 'do',
  DeliverMilestone: 'do',
  MoveMilestone: 'do',
  AnnounceFirstDay: 'do',
  AnswerDispute: 'do',
  ReportIncident: 'do',
  AmendIncident: 'do',
  RecordIncidentStep: 'do',
  CloseIncident: 'do',
  WithdrawPolicy: 'do',
};

const isLook = ({ do: act }: Action): boolean => KINDS[act] === 'read' || act === 'GetEvidenceForm';

/** The act that a task asks for: the first that changes something, or the first look. */
export const mainAction = (actions: readonly Action[]): Action | undefined =>
  actions.find((action) => !isLook(action)) ?? actions[0];

/** What a task takes, by its {@link mainAction}; `do` where the rules name none. */
export const kindOf = (action: Action | undefined): WorkKind => (action === undefined ? 'do' : KINDS[action.do]);

/** Questions that somebody answers once to fill in a form; an entry of a list counts once. */
export const questionsIn = (shape: FormShape): number =>
  Object.values(shape).reduce(
    (sum, field) => sum + (field.kind === 'record' || field.kind === 'list' ? questionsIn(field.of) : 1),
    0,
  );

/** Minutes for one question of a form, and for one answer or document of a decision. */
const QUESTION_MINUTES = 0.5;
/** Minutes by kind, where nothing is counted. */
const MINUTES: Record<WorkKind, number> = { decide: 3, read: 5, confirm: 1, 'fill-in': 1, sign: 10, do: 5 };

/** How many people a form is about: the one who is named, or all whom its gaps name. */
function subjects(state: CaseState, { with: known, say }: Extract<Action, { do: 'SubmitEvidence' }>): number {
  if (known.person !== undefined) return 1;
  const named = isSaid(say) ? peopleSaid(say).filter((id) => own(state.people, id) !== undefined) : [];
  return Math.max(1, new Set(named).size);
}

/** Whole minutes that a task takes, at least 1: half a minute for each question of a form, or for each answer and document that is decided on. */
export function minutesOf(state: CaseState, actions: readonly Action[]): number {
  const action = mainAction(actions);
  if (action?.do === 'Decide') {
    const items = own(state.approvals, action.with.approval ?? '')?.items?.length ?? 0;
    return Math.max(MINUTES.decide, Math.ceil(items * QUESTION_MINUTES));
  }
  const forms = actions.filter((one) => one.do === 'SubmitEvidence');
  const questions = forms.reduce(
    (sum, form) => sum + questionsIn(own(CONTROLS, form.with.control ?? '')?.form ?? {}) * subjects(state, form),
    0,
  );
  return Math.max(MINUTES[kindOf(action)], Math.ceil(questions * QUESTION_MINUTES));
}
