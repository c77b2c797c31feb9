/**
 * The one table of stable error codes: HTTP status, and what it means in one sentence.
 * `recorded` refusals on policy grounds are kept in the ledger.
 */
export const ERRORS = {
  // Refused by the domain on the ground of role, segregation of duties, evidence or state.
  NotYourRole: {
    status: 403,
    recorded: true,
    means: 'The act belongs to another role, or the case does not name you for that role.',
  },
  RequesterMayNotDecide: {
    status: 403,
    recorded: true,
    means:
      'Whoever asked for something, or supplied what is decided, does not decide it, nor does their delegate (AU-2).',
  },
  ControlLocked: {
    status: 403,
    recorded: true,
    means: 'The control is locked: nobody can waive, weaken or remove it.',
  },
  ControlNotWaivable: { status: 403, recorded: true, means: 'The policy lets nobody waive this control.' },
  ContentChanged: {
    status: 409,
    recorded: true,
    means: 'What is decided has changed since it was read; read it again and decide on the new content hash.',
  },
  NotAskedNow: { status: 409, recorded: true, means: 'The approval is not open for a decision now.' },
  AlreadyDecided: { status: 409, recorded: true, means: 'You have decided this already.' },
  DelegationCircle: { status: 409, recorded: true, means: 'The delegation would lead back to where it came from.' },
  DelegateIsRequester: {
    status: 403,
    recorded: true,
    means: 'A delegation never goes to whoever asked for what is waiting to be decided.',
  },
  TextHashDiffers: { status: 409, recorded: true, means: 'The hash signed is not the hash of the registered text.' },
  NotASigner: { status: 403, recorded: true, means: 'The paper does not name you as a signer.' },
  AlreadySigned: { status: 409, recorded: true, means: 'You have signed this paper already.' },
  PaperNotOpen: { status: 409, recorded: true, means: 'The paper is in a state in which this is not possible.' },
  EvalSetDiffers: {
    status: 409,
    recorded: true,
    means: 'A reading of a model metric must carry the hash of the agreed evaluation set.',
  },
  FlagNotOpen: { status: 409, recorded: true, means: 'The red flag is not open.' },
  StillRefused: {
    status: 409,
    recorded: true,
    means: 'The red flag cannot be cleared while the answers that raised it stand.',
  },
  ReplacementNotOpen: { status: 409, recorded: true, means: 'The clock of the replacement has ended already.' },
  NoHandoverDue: {
    status: 409,
    recorded: true,
    means: 'No handover is awaited for this replacement, or not on that day.',
  },
  NothingToRecertify: {
    status: 409,
    recorded: true,
    means: 'No answer on this access is awaited in a round of recertification.',
  },
  PersonNotInState: { status: 409, recorded: true, means: 'The person is in a state in which this is not possible.' },
  AccessNotWanted: {
    status: 409,
    recorded: true,
    means: 'The record does not want that of this access now, or what it rests on is no longer in force.',
  },
  ReadingOutOfTime: {
    status: 422,
    recorded: false,
    means: 'A reading is dated between the opening of the case and now.',
  },
  CaseNotInState: { status: 409, recorded: true, means: 'The case is in a state in which this is not possible.' },
  MeetingNotDue: { status: 409, recorded: true, means: 'No such meeting is due on that day.' },
  IncidentNotOpen: {
    status: 409,
    recorded: true,
    means:
      'The incident is closed, the step is recorded or does not belong to it, or steps of it are still to be done.',
  },
  StepNotSupported: {
    status: 422,
    recorded: true,
    means: 'The step of the incident lacks its evidence, or the grounds that the law accepts in its place.',
  },
  TimeOutOfRange: {
    status: 422,
    recorded: true,
    means: 'The time given for something that was done lies in the future, or before it was possible.',
  },
  CaseClosed: {
    status: 409,
    recorded: false,
    means: 'The case is closed; its trail can be read and nothing can be added.',
  },
  LegalHold: {
    status: 409,
    recorded: false,
    means: 'A legal hold covers this: nothing of it is erased before the hold is released.',
  },
  PersonActive: {
    status: 409,
    recorded: false,
    means: 'The person has a part in a case that is not closed; their data are needed there.',
  },
  UntilOutOfRange: {
    status: 422,
    recorded: true,
    means: 'The end date lies in the past or beyond what the policy allows.',
  },
  ControlDoesNotApply: { status: 422, recorded: true, means: 'The control does not apply to this case.' },
  TooManyRefusals: {
    status: 429,
    recorded: false,
    means: 'Too many refused attempts within the hour; further ones are answered and not recorded.',
  },
  // Refused before the domain, or by it for form: nothing is recorded.
  Malformed: { status: 400, recorded: false, means: 'The input does not have the form that its schema asks for.' },
  EvidenceMalformed: { status: 400, recorded: false, means: 'The evidence does not fit the form of its control.' },
  UnknownControl: { status: 404, recorded: false, means: 'There is no such control in this case.' },
  UnknownPerson: { status: 404, recorded: false, means: 'There is no such person in this case.' },
  UnknownPaper: { status: 404, recorded: false, means: 'There is no such paper in this case.' },
  UnknownApproval: { status: 404, recorded: false, means: 'There is no such approval in this case.' },
  UnknownIncident: { status: 404, recorded: false, means: 'There is no such incident in this case.' },
  UnknownKpi: { status: 404, recorded: false, means: 'There is no such KPI in this case.' },
  UnknownResource: {
    status: 404,
    recorded: false,
    means: 'There is no such repository, data set or model in this case.',
  },
  UnknownLease: { status: 404, recorded: false, means: 'There is no such access in this case.' },
  UnknownReplacement: { status: 404, recorded: false, means: 'There is no such replacement in this case.' },
  UnknownHold: { status: 404, recorded: false, means: 'There is no such legal hold on this case.' },
  DuplicateId: { status: 409, recorded: false, means: 'The id is taken already.' },
  CaseNotFound: { status: 404, recorded: false, means: 'There is no such case, or it is not yours to see.' },
  NotFound: { status: 404, recorded: false, means: 'There is nothing at this address.' },
  Unauthenticated: { status: 401, recorded: false, means: 'A valid bearer token is needed.' },
  Forbidden: { status: 403, recorded: false, means: 'Your token does not reach this.' },
  CommandIdReused: {
    status: 409,
    recorded: false,
    means: 'The same idempotency key was used before with other content.',
  },
  PayloadTooLarge: { status: 413, recorded: false, means: 'The body is larger than this address takes.' },
  TooManyRequests: { status: 429, recorded: false, means: 'Too many requests; repeat after the time in Retry-After.' },
  // Of the engine and its surroundings.
  CaseRollingOver: {
    status: 503,
    recorded: false,
    means: 'The case is handing over to its next run; repeat with the same key.',
  },
  CaseQuarantined: {
    status: 503,
    recorded: false,
    means: 'The ledger and the case differ; the case takes no commands until an operator has looked.',
  },
  RunStillOpen: {
    status: 409,
    recorded: false,
    means: 'A run of the case is open; it is recovered only once that run is ended.',
  },
  CommandFailed: {
    status: 500,
    recorded: true,
    means: 'The engine failed on this command; nothing of it was done, and the failure is on the record.',
  },
  TemporalUnavailable: {
    status: 503,
    recorded: false,
    means: 'The workflow engine cannot be reached; repeat with the same key.',
  },
  DatabaseUnavailable: {
    status: 503,
    recorded: false,
    means: 'The database cannot be reached or cannot do its work now; repeat with the same key.',
  },
  PayloadKeyMissing: {
    status: 503,
    recorded: false,
    means:
      'What the workflow engine keeps is encrypted under a key that this installation does not have (PAYLOAD_KEYS).',
  },
  PayloadUnreadable: {
    status: 503,
    recorded: false,
    means:
      'What the workflow engine keeps cannot be decrypted: it was changed, or the key of that name is another one.',
  },
  Internal: {
    status: 500,
    recorded: false,
    means: 'Something went wrong here; the id in the answer finds it in the logs.',
  },
  // Of providers and mail, as outcomes of effects.
  ProviderUnavailable: { status: 502, recorded: false, means: 'The access provider did not answer.' },
  ProviderRateLimited: { status: 502, recorded: false, means: 'The access provider asked to wait.' },
  ProviderRefused: { status: 502, recorded: false, means: 'The access provider refused the request.' },
  OpeningTooLate: {
    status: 503,
    recorded: false,
    means:
      'Access was to be opened, and whether its papers are in force could not be made sure of in time; nothing was asked of the provider, and it is tried again.',
  },
  ProviderAnswerUnreadable: {
    status: 502,
    recorded: false,
    means: 'The access provider answered in a form that is not understood.',
  },
  MailServerUnavailable: { status: 502, recorded: false, means: 'The mail server did not take the letter.' },
  MailRefused: { status: 502, recorded: false, means: 'The mail server refused the letter.' },
  RecipientUnknown: { status: 502, recorded: false, means: 'There is no address for the recipient.' },
  RecipientErased: { status: 502, recorded: false, means: 'The personal data of the recipient was erased.' },
} as const satisfies Record<string, { status: number; recorded: boolean; means: string }>;

export type ErrorCode = keyof typeof ERRORS;
