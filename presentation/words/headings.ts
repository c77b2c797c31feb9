import type { LeaseCause } from '../../domain/access/lease.js';
import type { StageId } from '../../domain/case/plan.js';

/** Stages as headings name them. */
export const STAGE_NAMES: Record<StageId, string> = {
  evaluate: 'Evaluation',
  contract: 'Contract',
  'data-protection': 'Data protection',
  attestation: 'Attestation',
  people: 'People',
  'working-agreement': 'Working agreement',
  work: 'Work',
  'knowledge-transfer': 'Knowledge transfer',
  'day-30-review': 'Day-30 review',
};

/** Why access ended, in a few words; `permission-changed` is a report's own, of a window that goes on with another permission. */
const CAUSE_WORDS: Record<LeaseCause | 'permission-changed', string> = {
  'permission-changed': 'permission changed',
  'paper-lapsed': 'document lapsed',
  'control-lapsed': 'control lapsed',
  'waiver-ended': 'waiver ended',
  'approval-voided': 'approval voided',
  'red-flag': 'red flag',
  'person-left': 'person left',
  'person-not-accepted': 'person not accepted',
  'account-changed': 'login changed',
  'account-gone': 'account gone at the provider',
  'account-missing': 'no account at the provider',
  'place-gone': 'resource gone at its provider',
  suspended: 'suspended',
  stopped: 'stopped',
  'time-box-ended': 'time limit reached',
  'need-ended': 'no longer needed',
  'case-paused': 'case paused',
  'outside-region': 'outside the permitted region',
  'not-recertified': 'not recertified',
  'never-granted': 'never granted',
  'removed-outside': 'removed by hand at the provider',
  'case-closed': 'case closed',
};

const isCause = (cause: string): cause is keyof typeof CAUSE_WORDS => Object.hasOwn(CAUSE_WORDS, cause);

/** Why access ended, in a few words. */
export const causeText = (cause: string): string => (isCause(cause) ? CAUSE_WORDS[cause] : cause.replaceAll('-', ' '));
