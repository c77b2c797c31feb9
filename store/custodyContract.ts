import type { CustodyEntry, CustodyFact, Hold } from '../domain/audit/custody.js';
import type { ListedPolicy } from '../domain/audit/policyList.js';
import type { Plan } from '../domain/case/plan.js';
import type { Actor, PersonId } from '../domain/case/roles.js';
import type { Instant } from '../domain/time.js';
import type { Head } from '../evidence/ledger.js';
import type { Page } from './page.js';

/** Who does something about custody, when, and under which idempotency key. */
export type CustodyAct = { actor: Actor; at: Instant; commandId: string };

/** An entry of the log of custody; `hash` is SHA-256 over the canonical JSON of the rest. */
export type CustodyRow = CustodyEntry & { prevHash: string; hash: string };

/** A case that is kept, and until when; not closed yet: without an end. */
export type KeptCase = { caseId: string; title: string; vendor: string; closedAt?: Instant; keptUntil?: Instant };

/** A ledger entry that names a person, by id or in free text. */
export type Mention = { caseId: string; seq: number; hash: string; event: string; named: 'by-id' | 'in-text' };

/** What is to be erased; `caseIds` are the cases that name the person, and `LegalHold` is thrown when one is held. */
export type Erasure = Omit<Extract<CustodyFact, { type: 'PersonErased' }>, 'type' | 'keyDestroyed'> & {
  caseIds: string[];
};

/** Legal holds, retention, erasure and the list of policies. The same command id gets the same entry; with other content `CommandIdReused`. */
export interface Custody {
  placeHold(act: CustodyAct, hold: { caseId: string; reason: string }): Promise<CustodyRow>;
  /** `hold` left out: the only one. Throws `UnknownHold`, and `Malformed` when several stand. */
  releaseHold(act: CustodyAct, release: { caseId: string; hold?: string; reason: string }): Promise<CustodyRow>;
  /** Holds that stand, on these cases or on all. */
  holds(caseIds?: string[]): Promise<Hold[]>;
  /** Throws `DuplicateId` for a policy that is on the list. */
  listPolicy(act: CustodyAct, listing: { policy: Plan['policy']; reason: string }): Promise<CustodyRow>;
  /** Throws `UnknownPolicy` for a policy that is not on the list. */
  delistPolicy(act: CustodyAct, delisting: { hash: string; reason: string }): Promise<CustodyRow>;
  /** The operator's list with what was taken off it; one policy where its hash is given. */
  policies(hash?: string): Promise<ListedPolicy[]>;
  log(page: { afterSeq: number; limit: number }): Promise<CustodyRow[]>;
  verify(): Promise<{ ok: true; head: Head } | { ok: false; brokenSeq: number }>;
  /** Closed cases and cases under a hold, by id. */
  keptCases(page: { only?: string[]; cursor?: string; limit: number }): Promise<Page<KeptCase>>;
  /** Reads every ledger; for an erasure, not for a page. */
  mentions(person: PersonId, words: string[]): AsyncIterable<Mention>;
  casesCiting(textHash: string): Promise<string[]>;
  /** Destroys the key, deletes texts, ends tokens and records it, all or nothing. */
  erase(act: CustodyAct, erasure: Erasure): Promise<CustodyRow>;
}
