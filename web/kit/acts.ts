/** What a button says for each act; what is missing here is named by its type. */
const DO: Record<string, string> = {
  AcceptPerson: 'Accept',
  RejectPerson: 'Reject',
  AnswerQuestions: 'Answer',
  AmendIncident: 'Add what was learnt',
  AnnounceFirstDay: 'Announce the first day',
  AnswerDispute: 'Answer the dispute',
  AnswerFirstDay: 'Answer',
  AnswerLeftBehind: 'Say what became of it',
  AnswerMilestone: 'Answer',
  AnswerMilestoneMove: 'Answer',
  AttestManualChange: 'Attest the change',
  ChooseModel: 'Choose the model',
  CloseIncident: 'Close the incident',
  ConfirmRole: 'Confirm',
  ConfirmUserEntityControl: 'Confirm the control',
  CorrectPerson: 'Correct',
  Decide: 'Read and decide',
  DeclareAccounts: 'Say whose it is',
  Delegate: 'Delegate',
  DeliverMilestone: 'Deliver',
  GetEvidenceForm: 'Open the form',
  MoveMilestone: 'Move the due day',
  NameForRole: 'Name somebody',
  ProposePerson: 'Propose a person',
  ProposeRemedy: 'Propose a remedy',
  ReadPaper: 'Read the document',
  Recertify: 'Recertify',
  RecordHandover: 'Record the handover',
  RecordIncidentStep: 'Record the step',
  RecordMeeting: 'Record the meeting',
  RecordReading: 'Record the reading',
  ReportIncident: 'Report an incident',
  RequestAccess: 'Request access',
  RequestClearance: 'Ask for clearance',
  ReviewOutsideChange: 'Decide on the change',
  SetNeeds: 'Set what is needed',
  ShowAccess: 'Look at the access',
  ShowCase: 'Look at the case',
  ShowIncident: 'Look at the incident',
  SignPaper: 'Read and sign',
  SubmitEvidence: 'Fill in the form',
  VerifyManualAccess: 'Verify',
  WithdrawAccessRequest: 'Withdraw the request',
  WithdrawPolicy: 'Withdraw',
  WriteReport: 'Open the report',
};

const words = (type: string): string => {
  const text = type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** `RecordReading` as a button says it. */
export const actName = (type: string): string => DO[type] ?? words(type);

/** Answers that an act has already, as its button says them: "Confirm", "Decline". */
export function actionName(type: string, known: Record<string, unknown>): string {
  const answer = known.answer ?? known.decision ?? known.found ?? known.is;
  return typeof answer === 'string' && type !== 'Decide' ? words(answer.replaceAll('-', ' ')) : actName(type);
}

/** Acts that only look, and the page where. */
export function lookAt(type: string, known: Record<string, unknown>, caseId: string): string | undefined {
  const at = `/cases/${caseId}`;
  const text = (name: string): string => encodeURIComponent(String(known[name] ?? ''));
  switch (type) {
    case 'ShowCase':
      return at;
    case 'WriteReport':
      return `${at}/report`;
    case 'ShowAccess':
      return `${at}/people`;
    case 'ShowIncident':
      return `${at}/incidents`;
    case 'ReadPaper':
      return `${at}/documents/${text('paper')}`;
    case 'SignPaper':
      return `${at}/documents/${text('paper')}`;
    case 'Decide':
      return `${at}/decide/${text('approval')}`;
    case 'GetEvidenceForm':
    case 'SubmitEvidence':
      return `${at}/form/${text('control')}${known.person === undefined ? '' : `?person=${text('person')}`}`;
    default:
      return undefined;
  }
}

/** The page on which any act is done, with what is known of it already. */
export function actAddress(caseId: string, type: string, known: Record<string, string> = {}): string {
  const search = new URLSearchParams(known).toString();
  return `/cases/${caseId}/do/${type}${search === '' ? '' : `?${search}`}`;
}
