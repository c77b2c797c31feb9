import type { PersonId } from '../case/roles.js';
import type { Instant } from '../time.js';

/** Kinds of papers that access rests on. */
export const PAPER_KINDS = [
  'master-agreement',
  'contributor-assignment',
  'nda',
  'dpa',
  'attestation-report',
  'bridge-letter',
  'annex',
  'insurance-certificate',
  'deletion-certificate',
  'other',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Who has to sign: a party, or one person by id. */
export type Signatory = 'client' | 'vendor' | PersonId;

/** Life of a paper. `sent` and `signed` are steps; only `in-force` carries weight. */
export type PaperState = 'draft' | 'sent' | 'signed' | 'in-force' | 'expired' | 'revoked' | 'superseded';

/** What an earlier case says of a paper that is in force there; `id` is its id in the case that uses it again. */
export type PaperInForce = Pick<
  Paper,
  'id' | 'kind' | 'title' | 'textHash' | 'person' | 'signers' | 'signatures' | 'from' | 'until'
>;

/** Where a paper that is used again was in force before: the entry of the earlier case that says so. */
export type PaperSource = { caseId: string; paper: string; seq: number; hash: string };

/** A paper of the case; `textHash` is the SHA-256 of the stored bytes and is the paper's identity in the trail. */
export type Paper = {
  id: string;
  kind: PaperKind;
  title: string;
  textHash: string;
  /** The person it is about, for a contributor assignment. */
  person?: PersonId;
  signers: Signatory[];
  signatures: { by: Signatory; personId: PersonId; at: Instant }[];
  /** In force from the start of this instant at the earliest, and never before the last signature. */
  from: Instant;
  /** First instant at which it is no longer in force. */
  until?: Instant;
  state: PaperState;
  /** When it came into force. */
  inForceSince?: Instant;
  /** The paper that this one takes the place of, once it is in force. */
  supersedes?: string;
  registeredBy: PersonId;
  /** Set when text and signatures were taken over from an earlier case with the same vendor. */
  reused?: PaperSource;
};
