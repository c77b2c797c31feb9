import type { AccessNeed } from '../case/intake.js';
import type { PersonId, Role } from '../case/roles.js';
import type { PolicyProposal } from '../policyChange/proposal.js';
import type { Instant } from '../time.js';

/** A question put to deciders: a stage's gate, a waiver, a remedy, the clearance of a red flag, another policy for the case, or access for a person. */
export type Approval = {
  /** `gate:<stage>`, `waiver:<subject key>:<n>`, `remedy:<flag>:<n>`, `clearance:<flag>:<n>`, `policy:<number of its entry>` or `access-request:<grant>`. */
  id: string;
  kind: 'gate' | 'waiver' | 'remedy' | 'clearance' | 'policy' | 'access';
  /** Stage, subject key of the control, flag key, name and version of the policy, or the grant. */
  subject: string;
  /** SHA-256 over what is decided; an answer to another content is stale. Of a policy: the hash of the plan under it. */
  contentHash: string;
  /** Of a gate: what is asked, one short reference for each answer and document; see {@link itemOf}. */
  items?: string[];
  /** Of a gate that stands: the records of {@link subjectKey} whose new evidence is asked to take the place of the old. */
  successors?: string[];
  /** Of a gate: what was approved last, and stands while its successor is decided. */
  stands?: Standing;
  /** Earlier rejections of the same, where it was asked again openly. */
  rejections?: Rejection[];
  /** Whoever asked for it or supplied what is decided; none of them may decide (AU-2). */
  requesters: PersonId[];
  deciders: { role: Role; quorum: number }[];
  /** Of access: the owner of the resource, who decides, or a delegate of theirs; left out: anybody of the roles. */
  decider?: PersonId;
  /** Whether every role of `deciders` must agree, or one of them. */
  rule: 'all' | 'any';
  status: 'asked' | 'returned' | 'rejected' | 'approved';
  votes: { by: PersonId; role: Role; onBehalfOf?: PersonId; at: Instant; reason: string }[];
  askedAt: Instant;
  due: Instant;
  /** Since when it is back with its questions: the time until an answer is not the decider's. */
  returnedAt?: Instant;
  /** Role that was called in after nobody answered; its people may decide in anyone's place. */
  escalatedTo?: Role;
  questions?: { by: PersonId; text: string };
  /** What is asked for, where it is not a gate. */
  request?: { reason: string; until?: Instant; term?: string; owner?: PersonId; paper?: string };
  /** What is asked for, where it is access. */
  access?: AccessAsked;
  /** What is proposed, where it is a policy. */
  proposal?: PolicyProposal;
};

/** Access that somebody is asked to approve: for whom, what, and what it gives by the plan. */
export type AccessAsked = AccessNeed & {
  person: PersonId;
  askedBy: PersonId;
  /** In its provider's word. */
  permission: string;
  /** Calendar days from the approval. */
  maxDays: number;
};

/** What a gate was opened on, and by whom. */
export type Standing = { contentHash: string; items: string[]; votes: Approval['votes'] };

/** A content that was rejected stays so until it is asked again, with the rejection shown. */
export type Rejection = { contentHash: string; by: PersonId; at: Instant; reason: string };

/** A time in which somebody's vote was with somebody else. */
export type Lent = { from: Instant; until: Instant };

export type Delegation = { from: PersonId; to: PersonId; role: Role; until: Instant; reason: string };
