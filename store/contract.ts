import type { AccessAsk, AccessRow, AccessStatus } from '../domain/access/accessRows.js';
import type { Period } from '../domain/audit/populations.js';
import type { CarriedPerson } from '../domain/case/carried.js';
import type { CaseEvent, RecordedEvent } from '../domain/case/events.js';
import type { CommandOutcome } from '../domain/case/receipt.js';
import type { Actor, PersonId, Role } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import type { CaseRow, TaskRow } from '../domain/decider/views.js';
import type { Accounts } from '../domain/people/accounts.js';
import type { Said } from '../domain/say.js';
import type { Instant } from '../domain/time.js';
import type { Head, LedgerRow, VerifyAnswer } from '../evidence/ledger.js';
import type { Changes } from './changes.js';
import type { Custody } from './custodyContract.js';
import type { HeldCase } from './heldCase.js';
import type { Operations } from './operationsContract.js';
import type { Page } from './page.js';
import type { Passkeys } from './passkeyContract.js';
import type { DeviceSignIns, PersonalToken, PersonalTokens, TokenScope } from './personalContract.js';
import type { Places } from './placesContract.js';
import type { Reads } from './readsContract.js';
import type { CalendarFeeds, Sessions, SignIns } from './signInContract.js';
import type { Stops } from './stopsContract.js';

/** One append: everything that one command or one tick of the clock makes true, in one transaction. */
export type AppendInput = {
  caseId: string;
  /** Temporal's run id: which run wrote the entries; hashed with them. */
  runId: string;
  /** The head that the run knows. */
  expected: Head;
  commandId: string;
  requestHash: string;
  at: Instant;
  entries: { actor: Actor; event: CaseEvent }[];
  /** The outcome to keep under the command id; the receipt of the last entry is added by the store. */
  outcome: OutcomeDraft;
  /** People's data that came with the command; written with the entries, and only where it was recorded. */
  people?: CarriedPerson[];
  /** Text of the policy that the command names, sealed; kept as the people are. */
  policy?: string;
};

/** A {@link CommandOutcome} before its receipt is known. */
export type OutcomeDraft =
  | { status: 'recorded'; events: string[]; notes: Said[] }
  | { status: 'refused'; code: string; said: Said };

/** The four answers of an append. */
export type AppendAnswer =
  | { status: 'appended'; head: Head; outcome: CommandOutcome }
  /**
   * The ledger has entries that the run does not know; fold them, then decide again.
   * `head` is the place of the last entry told here: with many entries the next append is behind again, with the rest.
   */
  | { status: 'behind'; entries: RecordedEvent[]; head: Head }
  /** This command id has an outcome already; `sameRequest` is false when its content was another. */
  | { status: 'known'; outcome: CommandOutcome; sameRequest: boolean }
  /** Somebody is known under another id than the command says, by the id that it says; nothing was written: decide again under the right ones. */
  | { status: 'renamed'; ids: Record<PersonId, PersonId> }
  /** The head differs from what is stored at that number: the case goes into quarantine. */
  | { status: 'tampered'; message: string };

export type PersonRecord = {
  personId: PersonId;
  name: string;
  email: string;
  /** Accounts by provider. */
  accounts?: Accounts;
  timeZone?: string;
  /** Ids under which case files name the person, such as `lea`. */
  handles?: string[];
};

/** What an account is found by again: the name that it goes by at its provider, or the id that it keeps there. */
export type AccountAt = { provider: string; name: string } | { provider: string; id: string };

/** What a case was told of a person, under the id by which its facts name it. */
export type Told = PersonRecord & { caseId: string; details: string };

/** People sealed for one act on a case; `digest`: a keyed hash over what was given. */
export type Carrying = {
  people: CarriedPerson[];
  /** Under which id somebody given by address is sealed. */
  idOf(email: string): PersonId | undefined;
  digest: string;
};

/** What of a mail is read. */
export type LetterText = { subject: string; text: string; html: string };

/** A text that was or will be sent; `sha256` is over its canonical JSON. */
export type KeptLetter = { text: LetterText; sha256: string };

export type TokenIdentity = { tokenId: string; personId: PersonId; role: Role; caseId?: string };

/** Somebody as one of their roles, and in which case alone. */
export type InRole = Omit<TokenIdentity, 'tokenId'>;

/** Who acts, as whom, and in which case alone: by a token, or by a session of a browser. */
export type ActingIdentity = TokenIdentity | (InRole & { sessionId: string });

/** A token as it is listed, without anything that it could be used by. */
export type TokenRow = {
  tokenId: string;
  /** Left out for a personal token, which has the roles of its person, within its scope. */
  role?: Role;
  scope?: TokenScope;
  caseId?: string;
  issuedBy?: Actor;
  issuedAt?: Instant;
  expiresAt: Instant;
  /** Until when its person can claim it; absent once claimed, and where it was shown when it was issued. */
  claimUntil?: Instant;
  revokedAt?: Instant;
};

/** Whom a token is for, and who issues it. */
export type NewToken = {
  by: Actor;
  personId: PersonId;
  role: Role;
  caseId?: string;
  expiresAt: Instant;
  label: string;
};

export type CaseFilter = {
  status?: 'open' | 'closing' | 'closed';
  stage?: string;
  model?: string;
  late?: boolean;
  /** Part of the title or of the vendor's name, any case. */
  search?: string;
};

/** `urgent`: with late tasks first, then by what is due next. */
export type CaseOrder = 'newest' | 'urgent';

/** Whose access, of which vendor (name in any case), to what; what of it is asked. */
export type AccessFilter = {
  vendor?: string;
  person?: PersonId;
  resource?: string;
  status?: AccessStatus;
  asks?: AccessAsk;
};

export type ListedAccess = AccessRow & { caseTitle: string };

/** What a search found beside cases; each list at most as long as was asked. */
export type Search = {
  vendors: { vendor: string }[];
  /** `caseId`: a case that knows them. */
  people: { personId: PersonId; name: string; caseId: string; caseTitle: string }[];
  papers: { caseId: string; caseTitle: string; paper: string; title: string; kind: string; state: string }[];
};

/** `roles`: only those of one of these roles, whatever else is asked for. */
export type TaskFilter = { caseId?: string; assignee?: PersonId; role?: Role; late?: boolean; roles?: readonly Role[] };

/** Which entries an auditor asks for, across cases or in one. */
export type PopulationQuery = { facts: readonly CaseEvent['type'][]; period: Period; caseId?: string };

/** A vendor by name: its cases, those not closed, and whether one has a late task. */
export type VendorRow = { vendor: string; cases: number; open: number; late: boolean };

/** A document that somebody keeps for a case. */
export type NewDocument = { caseId: string; by: PersonId; bytes: Buffer; mediaType: string; fileName: string };

/** How often a fact stands in a case's ledger. */
export type Tally = { caseId: string; event: string; count: number; lastAt: Instant };

/** Our own database. Every method throws on connection loss; `isDatabaseUnavailable(error)` tells that apart. */
export interface Store {
  ledger: {
    appendEntries(input: AppendInput): Promise<AppendAnswer>;
    readEntries(caseId: string, page: { afterSeq: number; limit: number }): Promise<LedgerRow[]>;
    /** Walks the chain and the fold; a broken row is an answer, an unknown case throws `CaseNotFound`. */
    verify(caseId: string): Promise<VerifyAnswer>;
    /** {@link verify} case by case, by id; a page is shorter than `limit` where ledgers are long. Throws `BadCursor`. */
    verifyCases(page: { cursor?: string; limit: number }): Promise<Page<VerifyAnswer>>;
    /** The ledger as JSON Lines, each with its line end: one header, then one row a line; throws `CaseNotFound`. */
    exportLines(caseId: string): AsyncIterable<string>;
    /** Entries of some facts by case time, then case and number; read page by page, in constant memory. */
    population(query: PopulationQuery): AsyncIterable<LedgerRow>;
    /**
     * Folds the state from the ledger alone and puts it and the list rows in place.
     * Throws `CaseNotFound`, or `CaseQuarantined` when the chain is broken; then nothing is changed.
     */
    rebuildState(caseId: string): Promise<{ state: CaseState; stateHash: string; head: Head }>;
  };
  cases: {
    /** Throws `CaseQuarantined` when the stored state is not what was hashed. */
    get(caseId: string): Promise<{ state: CaseState; stateHash: string; head: Head } | undefined>;
    /** `order` left out: the latest opened first; a cursor goes on in the order that it was made in. */
    list(
      filter: CaseFilter,
      page: { cursor?: string; limit: number; onlyCaseIds?: string[]; order?: CaseOrder },
    ): Promise<Page<CaseRow>>;
    vendors(page: { cursor?: string; limit: number }): Promise<Page<VendorRow>>;
    /** Ids of a vendor's cases, name in any case, the latest first; at most 200. */
    ofVendor(vendor: string): Promise<string[]>;
    tally(caseIds: string[], facts: readonly CaseEvent['type'][]): Promise<Tally[]>;
    tasks(filter: TaskFilter, page: { cursor?: string; limit: number }): Promise<Page<TaskRow>>;
    access(
      filter: AccessFilter,
      page: { cursor?: string; limit: number; onlyCaseId?: string },
    ): Promise<Page<ListedAccess>>;
    /**
     * Finds vendors and papers by a part of their name; people by their whole address, or by a part of their name among at most
     * 1,000 people of `caseIds` and of the 50 open cases that were opened last. `onlyCaseId`: in that case alone.
     */
    search(part: string, of: { caseIds: string[]; onlyCaseId?: string; limit: number }): Promise<Search>;
  };
  changes: Changes;
  openings: {
    /** Runs `open` while nothing that takes access away can be recorded for the case. Throws `CaseNotFound`. */
    hold<T>(caseId: string, open: (held: HeldCase) => Promise<T>): Promise<T>;
  };
  places: Places;
  looks: {
    /** Notes that somebody looks at an approval, at a time of the case; answers when they did before, half an hour of reading counting as one look. */
    look(of: { personId: PersonId; caseId: string; approval: string }, at: Instant): Promise<Instant | undefined>;
  };
  commands: {
    find(caseId: string, commandId: string): Promise<{ requestHash: string; outcome: CommandOutcome } | undefined>;
  };
  people: {
    /** Finds somebody by address or creates them, outside any case: an operator, the holder of a token. Who is known stays as they are. */
    ensure(person: { name: string; email: string }): Promise<PersonId>;
    /** Seals people's data for an act on a case; they are written once it is recorded. Without an address: an account seen at a provider. Each comes once, in their order. */
    carry(caseId: string, people: Omit<PersonRecord, 'personId'>[]): Promise<Carrying>;
    /** Seals what `by` puts right of a person for an act on a case; what is left out stays as the case was told it. */
    carryCorrection(
      caseId: string,
      who: { of: PersonId; by: PersonId },
      given: Partial<Omit<PersonRecord, 'personId' | 'handles'>>,
    ): Promise<{ person: CarriedPerson; digest: string }>;
    /** The person as a case was told last; without a case, or where it was told nothing, as the installation has them: with the address that they were recorded with or gave themselves. */
    find(personId: PersonId, caseId?: string): Promise<PersonRecord | 'erased' | undefined>;
    /** Those of the people who are known, each as {@link find} says; an erased one is left out. */
    findAll(personIds: PersonId[], caseId?: string): Promise<PersonRecord[]>;
    findByEmail(email: string): Promise<PersonRecord | undefined>;
    /** What cases were told, oldest first within each; of those that are still referred to, narrowed by what is given. */
    told(of: { caseId?: string; personId?: PersonId; account?: AccountAt }): Promise<Told[]>;
    /** The accounts among what a case was told of a person under that id, by provider. */
    accounts(caseId: string, personId: PersonId, details?: string): Promise<Accounts | 'erased'>;
    /** Names as {@link find} says; unknown ids are left out, an erased person is called so. */
    namesOf(personIds: PersonId[], caseId?: string): Promise<Record<PersonId, string>>;
  };
  tokens: {
    /** `token` is shown once; only its SHA-256 is kept. Who issued it to whom, and why it needs no claim, is an entry of the log of custody. */
    issue(token: NewToken & { withoutClaim?: string }): Promise<{ token: string; tokenId: string }>;
    /** A token that is nobody's until its person claims it with `code`, of which only the SHA-256 is kept. */
    offer(token: NewToken & { claimUntil: Instant }): Promise<{ code: string; tokenId: string }>;
    /** Records what became of the letter with the code. */
    told(token: { tokenId: string; personId: PersonId; by: Actor; code?: string }): Promise<void>;
    /** Gives the token for its code, once; undefined alike for a code that is unknown, used, late or revoked. */
    claim(code: string, now: Instant): Promise<(TokenIdentity & { token: string; expiresAt: Instant }) | undefined>;
    /** Who a token is for; a personal one counts as used. */
    verify(token: string, now: Instant): Promise<TokenIdentity | PersonalToken | undefined>;
    /** Ends a token, on the log of custody as well; false where there is none that is not revoked. */
    revoke(tokenId: string, by: Actor): Promise<boolean>;
    /** A person's tokens, the latest first. */
    list(personId: PersonId): Promise<TokenRow[]>;
  };
  personalTokens: PersonalTokens;
  deviceSignIns: DeviceSignIns;
  passkeys: Passkeys;
  sessions: Sessions;
  calendarFeeds: CalendarFeeds;
  reads: Reads;
  stops: Stops;
  operations: Operations;
  signIns: SignIns;
  documents: {
    /** Keeps the bytes for a case under their SHA-256; repeating it changes nothing. Throws `UploadQuotaReached`. */
    put(document: NewDocument): Promise<string>;
    /** Seals a policy's text for an act on a case; it is kept once the act is recorded. */
    carryPolicy(caseId: string, text: string): Promise<string>;
    /** A document of the case, as `by` has uploaded it; where that person has not, as the first who has. */
    get(caseId: string, sha256: string, by?: PersonId): Promise<Omit<NewDocument, 'caseId' | 'by'> | undefined>;
    /** Names and types of documents of a case by their SHA-256, as first uploaded; those that are not kept are left out. */
    describe(
      caseId: string,
      sha256s: readonly string[],
    ): Promise<Record<string, Pick<NewDocument, 'fileName' | 'mediaType'>>>;
    /** Whether this person has uploaded it for this case; what others have uploaded is no answer. */
    has(caseId: string, sha256: string, by: PersonId): Promise<boolean>;
    /** Keeps a document of one case for another one as well, as uploaded by `by`. */
    copy(document: { from: string; to: string; sha256: string; by: PersonId }): Promise<void>;
    /** Deletes what no entry of its case has named within a week; answers how many. */
    sweep(): Promise<number>;
  };
  custody: Custody;
  letters: {
    /** The text kept for a letter; `erased` once its recipient or somebody whom it names was erased. */
    find(mailId: string): Promise<KeptLetter | 'erased' | undefined>;
    /** Keeps a text that names these people, unless one is kept and readable: answers what is kept. */
    keep(mailId: string, to: PersonId, names: PersonId[], text: LetterText): Promise<KeptLetter>;
  };
  mailJournal: {
    begin(mailId: string): Promise<'new' | 'in-doubt' | 'accepted'>;
    accepted(mailId: string, answer: { messageId: string; response: string }): Promise<void>;
    failed(mailId: string, reason: string): Promise<void>;
    find(mailId: string): Promise<{ messageId: string } | undefined>;
  };
  /** Answers when the database does; throws `ReadOnlyDatabase` when it takes no writes, `WrongMasterKey` when it was filled with another key. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
