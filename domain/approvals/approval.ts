import type { PersonId, Role } from '../case/roles.js';
import type { Instant } from '../time.js';

/** A question put to deciders: a stage's gate, a waiver, a remedy or the clearance of a red flag. */
export type Approval = {
  /** `gate:<stage>`, `waiver:<subject key>:<n>`, `remedy:<flag>:<n>` or `clearance:<flag>:<n>`. */
  id: string;
  kind: 'gate' | 'waiver' | 'remedy' | 'clearance';
  /** Stage, subject key of the control, or flag key. */
  subject: string;
  /** SHA-256 over what is decided; an answer to another content is stale. */
  contentHash: string;
  /** Whoever asked for it or supplied what is decided; none of them may decide (AU-2). */
  requesters: PersonId[];
  deciders: { role: Role; quorum: number }[];
  /** Whether every role of `deciders` must agree, or one of them. */
  rule: 'all' | 'any';
  status: 'asked' | 'returned' | 'rejected' | 'approved';
  votes: { by: PersonId; role: Role; onBehalfOf?: PersonId; at: Instant; reason: string }[];
  askedAt: Instant;
  due: Instant;
  /** Role that was called in after nobody answered; its people may decide in anyone's place. */
  escalatedTo?: Role;
  questions?: { by: PersonId; text: string };
  /** What is asked for, where it is not a gate. */
  request?: { reason: string; until?: Instant; term?: string; owner?: PersonId; paper?: string };
};

export type Delegation = { from: PersonId; to: PersonId; role: Role; until: Instant; reason: string };
