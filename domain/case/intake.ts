import type { Day } from '../time.js';
import type { ClientRole, PersonId } from './roles.js';

export const ENGAGEMENT_MODELS = ['staff-augmentation', 'project', 'managed-team'] as const;
export type EngagementModel = (typeof ENGAGEMENT_MODELS)[number];

export const DATA_CLASSES = [
  'source-code',
  'internal-documents',
  'customer-data',
  'personal-data',
  'special-category-data',
  'model-weights',
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** A party's place in time: IANA zone, and the holiday region as `date-holidays` names it (`PL`, `US-NY`). */
export type Locale = { timeZone: string; holidays: string };

/** One reason to reach one repository; least privilege is judged on it (DC-1). */
export type AccessNeed = {
  /** `owner/name`, one of the intake's repositories. */
  repository: string;
  /** Name of an access profile in the policy. */
  profile: string;
  /** What the person does there, in one sentence. */
  task: string;
};

/** A person of the vendor as the case knows them; login, name and address are not part of it. */
export type EngineerIntake = {
  person: PersonId;
  /** The employing company; differs from the vendor's name for a subcontractor's people. */
  employer: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  jobRole: string;
  needs: AccessNeed[];
};

/** What procurement knows when it opens a case: answers that rules work on, with person ids in place of people. */
export type Intake = {
  title: string;
  vendor: Locale & { name: string; country: string; contact: PersonId };
  client: Locale & { name: string; people: Partial<Record<ClientRole, PersonId[]>> };
  outcome: { statement: string; successCriteria: { criterion: string; measure: string }[] };
  data: {
    classes: DataClass[];
    euPersonalData: boolean;
    /** Needed when `euPersonalData`: who decides purposes and means, and who acts for whom (GDPR Art. 4(7), 4(8)). */
    roles?: { client: 'controller' | 'processor'; vendor: 'processor' | 'sub-processor' };
  };
  capacity: { mlLeadership: 'strong' | 'some' | 'none'; managementTime: 'ample' | 'limited' | 'none' };
  need: {
    skillGap: 'one-clear-gap' | 'several-gaps' | 'no-gap';
    urgency: 'weeks' | 'quarter' | 'none';
    scope: 'bounded' | 'open';
    requirements: 'stable' | 'moving';
  };
  /** The engagement model wanted. */
  model: EngagementModel;
  /** True when the client accepts nothing less than a current SOC 2 Type II report: the path SA-3 is barred. */
  currentSoc2Required: boolean;
  /** All-in monthly rate per engineer, whole US dollars. */
  monthlyRateUsd?: number;
  repositories: { id: string; personalData: boolean }[];
  engineers: EngineerIntake[];
  /** Day 1 of the plan. */
  startDate: Day;
};
