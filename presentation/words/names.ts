import type { StageId } from '../../domain/case/plan.js';
import type { Role } from '../../domain/case/roles.js';
import type { PaperKind } from '../../domain/papers/paper.js';

/** Roles as sentences name them. */
export const ROLE_WORDS: Record<Role, string> = {
  procurement: 'procurement',
  'engineering-manager': 'the engineering manager',
  legal: 'legal',
  privacy: 'privacy',
  security: 'security',
  executive: 'the executive',
  compliance: 'compliance',
  'in-house-engineer': 'an in-house engineer',
  'vendor-contact': 'the vendor’s contact',
  engineer: 'the engineer',
  operator: 'an operator',
  system: 'Drawbridge',
};

/** Stages as sentences name them. */
export const STAGE_WORDS: Record<StageId, string> = {
  evaluate: 'the evaluation',
  contract: 'the contract',
  'data-protection': 'data protection',
  attestation: 'the attestation',
  people: 'the people',
  'working-agreement': 'the working agreement',
  work: 'the work',
  'knowledge-transfer': 'knowledge transfer',
  'day-30-review': 'the day-30 review',
};

/** Kinds of papers as sentences name them. */
export const PAPER_WORDS: Record<PaperKind, string> = {
  'master-agreement': 'a master agreement',
  'contributor-assignment': 'an assignment',
  nda: 'a non-disclosure agreement',
  dpa: 'a data processing agreement',
  'attestation-report': 'an attestation report',
  'bridge-letter': 'a bridge letter',
  annex: 'an annex',
  'insurance-certificate': 'an insurance certificate',
  'deletion-certificate': 'a certificate of return or deletion',
  other: 'a document',
};

/** Parties of a case as sentences name them. */
export const PARTY_WORDS: Record<'client' | 'vendor', string> = { client: 'the client', vendor: 'the vendor' };
