import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '../domain/time.js';
import type { StateColumns } from '../evidence/fold.js';

/** A column that the database fills; nobody sets it. */
type DatabaseSet<T> = ColumnType<T, never, never>;

type CasesTable = StateColumns & {
  case_id: string;
  head_seq: number;
  head_hash: string;
};

type LedgerTable = {
  case_id: string;
  seq: number;
  run_id: string;
  command_id: string;
  event_type: string;
  /** The hashed text: canonical JSON of `{ caseId, seq, at, actor, commandId, event, runId, recordedAt, prevHash }`. */
  content: string;
  prev_hash: string;
  hash: string;
  /** Written as it was hashed. */
  recorded_at: ColumnType<Date, Instant, never>;
};

type CommandsTable = {
  case_id: string;
  command_id: string;
  request_hash: string;
  outcome: string;
  recorded_at: Date;
  /** Null in rows from before there was one. */
  mac: Buffer | null;
};

type CaseRowsTable = {
  case_id: string;
  title: string;
  vendor: string;
  status: string;
  stage: string;
  model: string;
  start_date: string;
  open_tasks: number;
  late_tasks: number;
  turn: string;
  next_due: Date | null;
  opened_at: Date;
};

type TaskRowsTable = {
  case_id: string;
  task_id: string;
  assignee: string;
  /** What is wanted: canonical JSON of a code with its values. */
  what: string;
  role: string;
  due: Date | null;
  late: boolean;
  opened_at: Date;
};

type PaperRowsTable = { case_id: string; paper_id: string; title: string; kind: string; state: string };

type AccessRowsTable = {
  case_id: string;
  /** Id of a grant, or `account:` and the key of an account. */
  place: string;
  vendor: string;
  person_id: string;
  resource: string;
  permission: string | null;
  status: string;
  since: Date;
  until: Date | null;
  asks: string | null;
  answer_by: Date | null;
};

type PlaceRowsTable = {
  case_id: string;
  resource: string;
  provider: string;
  place_id: string;
  name: string;
  every_hours: number;
  since: Date;
};

type WantRowsTable = {
  case_id: string;
  lease: string;
  person_id: string;
  provider: string;
  place_id: string;
  details: string;
  permission: string;
  until: Date | null;
};

type PlaceLooksTable = {
  provider: string;
  place_id: string;
  /** When the last look that succeeded was made, in the time of the cases. */
  looked_at: Date | null;
  failing_since: Date | null;
  /** Why the last look failed, as a code. */
  code: string | null;
  /** How many accounts were there. */
  accounts: number | null;
  /** SHA-256 of who was there beside grants, when all of it was read last. */
  rest: string | null;
  /** When that was. */
  read_at: Date | null;
  /** Ways in that the token cannot see. */
  unseen: string[];
};

type PeopleTable = {
  person_id: string;
  /** HMAC of the lower-cased address; null for an unknown account and after erasure. */
  email_mac: Buffer | null;
  account_mac: Buffer | null;
  /** Likewise of the number that a provider keeps for an unknown account, once it was seen. */
  account_id_mac: Buffer | null;
  /** Name, address and zone as first recorded, under the person's key; null after erasure. */
  sealed: Buffer | null;
  erased_at: Date | null;
  /** The case that recorded the person first; null where no case did. */
  first_case: string | null;
};

type PersonKeysTable = { person_id: string; wrapped_key: Buffer };

type CasePeopleTable = {
  case_id: string;
  person_id: string;
  /** Random id of what was told; a fact names it. */
  details: string;
  /** Number of the entry that recorded it; the latest counts. */
  seq: number;
  /** HMACs of each account by its provider and name, and by its provider and id once that is known. */
  account_macs: Buffer[];
  /** Name, address, accounts and zone under the person's key. */
  sealed: Buffer;
};

type TokensTable = {
  token_id: string;
  /** Null until its person has claimed it. */
  digest: Buffer | null;
  /** Null once claimed, and where there was nothing to claim. */
  code_digest: Buffer | null;
  claim_until: Date | null;
  person_id: string;
  /** Null for one that its person has made: its roles stand in `token_grants`. */
  role: string | null;
  case_id: string | null;
  label: string;
  expires_at: Date;
  revoked_at: Date | null;
  /** Set, with `made_at`, for one that its person has made. */
  scope: string | null;
  made_at: Date | null;
  seen_at: Date | null;
};

type PasskeysTable = {
  passkey_id: string;
  /** Id under which the device knows it. */
  credential: string;
  person_id: string;
  public_key: Buffer;
  /** The driver reads a bigint as text. */
  counter: ColumnType<string, number, number>;
  device: string;
  made_at: Date;
  used_at: Date | null;
};

type PasskeyChallengesTable = { digest: Buffer; person_id: string | null; expires_at: Date };

type TokenGrantsTable = { token_id: string; place: number; role: string; case_id: string | null };

type DeviceSignInsTable = {
  /** SHA-256 of the code of the command line. */
  device_digest: Buffer;
  /** HMAC of the code that a person types. */
  user_mac: Buffer;
  scope: string;
  device: string;
  address: string;
  asked_at: Date;
  expires_at: Date;
  polled_at: Date | null;
  pause_seconds: number;
  answer: 'allowed' | 'refused' | null;
};

type DocumentsTable = {
  case_id: string;
  sha256: string;
  /** Person id; empty where it was not kept. */
  uploaded_by: string;
  uploaded_at: DatabaseSet<Date>;
  /** Whether an entry of the case was found to name it. */
  named: Generated<boolean>;
  /** Plain bytes. */
  size: number;
  media_type: string;
  wrapped_key: Buffer;
  sealed_name: Buffer;
  sealed_bytes: Buffer;
};

type LettersTable = {
  mail_id: string;
  sha256: string;
  /** The recipient first, then those whom the text names: their keys together seal it. */
  persons: string[];
  sealed: Buffer;
};

type MailJournalTable = {
  mail_id: string;
  status: 'sending' | 'accepted' | 'failed';
  message_id: string | null;
  /** What the server said or why it failed, without addresses. */
  answer: string | null;
  attempts: Generated<number>;
  changed_at: Generated<Date>;
};

type CustodyTable = {
  seq: number;
  kind: string;
  /** Case id or person id. */
  subject: string;
  command_id: string;
  /** The hashed text: canonical JSON of `{ seq, at, actor, commandId, fact, recordedAt, prevHash }`. */
  content: string;
  prev_hash: string;
  hash: string;
  recorded_at: ColumnType<Date, Instant, never>;
};

type IdentitiesTable = {
  /** HMAC of issuer and subject. */
  identity: Buffer;
  issuer: string;
  person_id: string;
  linked_at: Date;
};

type SessionsTable = {
  session_id: string;
  digest: Buffer;
  person_id: string;
  side: 'client' | 'vendor';
  /** Of a sign-in at a provider. */
  identity: Buffer | null;
  /** SHA-256 of issuer and the provider's id of the session; null where it gave none. */
  provider_session: Buffer | null;
  /** Browser and system by their names, such as `Firefox on Linux`. */
  device: string;
  /** When the person last proved who they are. */
  signed_in_at: Date;
  started_at: Date;
  /** To the minute. */
  seen_at: Date;
  ends_at: Date;
  ended_at: Date | null;
};

type SessionGrantsTable = { session_id: string; place: number; role: string; case_id: string | null };

type SignInStartsTable = { digest: Buffer; return_to: string; again: boolean; expires_at: Date };

type SignInCodesTable = {
  person_id: string;
  /** SHA-256 of the secret of the browser that asked. */
  browser: Buffer;
  /** SHA-256 of that secret and the code. */
  digest: Buffer;
  wrong: Generated<number>;
  expires_at: Date;
};

type LooksTable = { person_id: string; case_id: string; approval: string; looked_at: Date; before_at: Date | null };

type CalendarFeedsTable = {
  person_id: string;
  digest: Buffer;
  /** As which its person made it. */
  role: string;
  made_at: Date;
  ends_at: Date;
  /** To the hour. */
  read_at: Date | null;
};

type ReadsTable = {
  read_id: DatabaseSet<number>;
  person_id: string;
  role: string;
  kind: string;
  /** Empty where it goes over all cases. */
  case_id: string;
  thing: string;
  hour: Date;
  read_at: Date;
};

type StopsTable = {
  stop_id: string;
  scope: string;
  subject: string;
  subject_key: string;
  reason: string;
  person_id: string;
  role: string;
  stopped_at: Date;
};

type StopLiftsTable = { stop_id: string; reason: string; person_id: string; role: string; lifted_at: Date };

type MasterKeyCheckTable = { singleton: Generated<boolean>; mac: Buffer };

/** The tables as kysely sees them; the migrations say the same in SQL. */
export type Tables = {
  cases: CasesTable;
  ledger: LedgerTable;
  commands: CommandsTable;
  case_rows: CaseRowsTable;
  task_rows: TaskRowsTable;
  paper_rows: PaperRowsTable;
  access_rows: AccessRowsTable;
  place_rows: PlaceRowsTable;
  want_rows: WantRowsTable;
  place_looks: PlaceLooksTable;
  lists_to_fill: { case_id: string };
  people: PeopleTable;
  person_keys: PersonKeysTable;
  case_people: CasePeopleTable;
  tokens: TokensTable;
  token_grants: TokenGrantsTable;
  device_sign_ins: DeviceSignInsTable;
  passkeys: PasskeysTable;
  passkey_challenges: PasskeyChallengesTable;
  documents: DocumentsTable;
  letters: LettersTable;
  mail_journal: MailJournalTable;
  custody: CustodyTable;
  identities: IdentitiesTable;
  sessions: SessionsTable;
  session_grants: SessionGrantsTable;
  sign_in_starts: SignInStartsTable;
  sign_in_codes: SignInCodesTable;
  looks: LooksTable;
  calendar_feeds: CalendarFeedsTable;
  reads: ReadsTable;
  stops: StopsTable;
  stop_lifts: StopLiftsTable;
  master_key_check: MasterKeyCheckTable;
};
