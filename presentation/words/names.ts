import type { StageId } from '../../domain/case/plan.js';
import type { Role } from '../../domain/case/roles.js';
import type { CaseOutcome } from '../../domain/case/state.js';
import type { CheckKey } from '../../domain/controls/data/article28.js';
import type { IncidentStep } from '../../domain/incidents/incident.js';
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

/** Answers of forms whose id, with its hyphens taken out, is not how a sentence names them. */
export const CHOICE_WORDS: Record<string, string> = {
  'daily-stand-up': 'daily stand-up',
  'fine-tuning': 'fine-tuning',
  'ip-leakage': 'IP leakage',
  'retrain-or-re-index': 'retrain or re-index',
  rag: 'RAG',
  mlops: 'MLOps',
  'ramp-up-and-onboarding': 'ramp-up and onboarding',
  'soc-2-type-1': 'SOC 2 Type I',
  'soc-2-type-2': 'SOC 2 Type II',
  'type-1': 'Type I',
  'type-2': 'Type II',
  'iso-27001-2022': 'ISO/IEC 27001:2022',
  'ml-interview': 'ML interview',
  'system-design-interview': 'system-design interview',
  'model-api': 'model API',
  'fine-tuned-models': 'fine-tuned models',
  'fine-tuned-weights': 'fine-tuned weights',
  'open-source-parts': 'open-source parts',
  'third-party-ip-claims': 'third-party IP claims',
  'ip-infringement': 'IP infringement',
  'on-time-milestones': 'milestones on time',
  'sub-processor': 'sub-processor',
  'high-annex-i': 'high risk (Annex I)',
  'high-annex-iii': 'high risk (Annex III)',
  'standard-clauses-2021-914': 'standard contractual clauses (EU) 2021/914',
  '35(3)(a)-profiling-with-legal-effect': 'profiling with legal effect, Art. 35(3)(a)',
  '35(3)(b)-large-scale-special-categories': 'special categories on a large scale, Art. 35(3)(b)',
  '35(3)(c)-public-monitoring': 'public monitoring, Art. 35(3)(c)',
  '50(1)-people-know-they-deal-with-ai': 'people know that they deal with AI, Art. 50(1)',
  '50(2)-generated-content-is-marked': 'generated content is marked, Art. 50(2)',
  '50(3)-people-know-of-emotion-or-biometric-recognition':
    'people know of emotion or biometric recognition, Art. 50(3)',
  '50(4)-deep-fakes-and-public-texts-are-disclosed': 'deep fakes and public texts are disclosed, Art. 50(4)',
};

/** Steps of an incident as tasks name them. */
export const STEP_WORDS: Record<IncidentStep, string> = {
  contain: 'Contain it',
  'notify-client': 'Notify the client',
  'assess-risk': 'Assess the risk to people',
  'notify-controller': 'Notify the controller',
  'notify-authority': 'Notify the supervisory authority',
  'notify-subjects': 'Notify the people concerned',
  document: 'Document facts, effects and remedy',
};

/** What a permission lets somebody do with a data set or a model. */
export const PERMISSION_WORDS: Record<string, string> = { pull: 'read', triage: 'read', push: 'read and write' };

/** How a case ended, as sentences say it. */
export const OUTCOME_WORDS: Record<CaseOutcome, string> = {
  completed: 'The engagement is completed',
  'walked-away': 'The client walks away from the vendor',
  cancelled: 'The engagement is cancelled',
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

/** Checks of Art. 28(3) GDPR as sentences name them. */
export const ARTICLE_28_WORDS: Record<CheckKey, string> = {
  subjectMatter: 'Art. 28(3), subject matter of the processing',
  duration: 'Art. 28(3), duration of the processing',
  natureAndPurpose: 'Art. 28(3), nature and purpose of the processing',
  dataTypes: 'Art. 28(3), types of personal data',
  dataSubjects: 'Art. 28(3), categories of data subjects',
  controllerRights: 'Art. 28(3), the controller’s obligations and rights',
  a: 'Art. 28(3)(a), documented instructions',
  b: 'Art. 28(3)(b), confidentiality',
  c: 'Art. 28(3)(c), security measures (Art. 32)',
  d: 'Art. 28(3)(d), engaging further processors',
  e: 'Art. 28(3)(e), assistance with data subject requests',
  f: 'Art. 28(3)(f), assistance with Art. 32 to 36',
  g: 'Art. 28(3)(g), deletion or return of data',
  h: 'Art. 28(3)(h), information and audits',
  unlawfulInstructions: 'Art. 28(3), last subparagraph, unlawful instructions',
};
/** Days of the week, Monday first. */
export const WEEKDAYS: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];
