import type { StageId } from '../case/plan.js';
import type { PaperKind } from '../papers/paper.js';

/** Stages as letters and tasks name them. */
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

/** Kinds of papers as letters and tasks name them. */
export const PAPER_WORDS: Record<PaperKind, string> = {
  'master-agreement': 'A master agreement',
  'contributor-assignment': 'An assignment',
  nda: 'A non-disclosure agreement',
  dpa: 'A data processing agreement',
  'attestation-report': 'An attestation report',
  'bridge-letter': 'A bridge letter',
  annex: 'An annex',
  'insurance-certificate': 'An insurance certificate',
  'deletion-certificate': 'A certificate of return or deletion',
  other: 'A paper',
};

/** A title within a sentence: `Weekly review` becomes `weekly review`, and `SOC 2 report` stays. */
export const within = (title: string): string =>
  /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
