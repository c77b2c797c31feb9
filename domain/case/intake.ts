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

export const INDUSTRIES = [
  'finance',
  'insurance',
  'health',
  'public-sector',
  'retail',
  'logistics',
  'manufacturing',
  'energy',
  'media',
  'software',
  'other',
] as const;
export type Industry = (typeof INDUSTRIES)[number];

export const OUTSOURCING_REASONS = ['talent-scarcity', 'speed', 'predictable-cost', 'focus'] as const;

/** Why and how the work leaves the house (SU-2, SU-4, SU-6). */
export type Sourcing = {
  approach: 'outsource' | 'hybrid';
  /** AI is the core product and lasting advantage. */
  aiIsCoreProduct: boolean;
  reasons: (typeof OUTSOURCING_REASONS)[number][];
  /** Weeks until the first change ships. */
  weeksToShip?: { vendor: number; inHouse: number };
  /** Hybrid: the day by which, and the in-house people to whom, the capability goes. */
  transfer?: { on: Day; team: PersonId[] };
};

export const RESOURCE_KINDS = ['repository', 'data-set', 'model'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** What was done to the records of a data set; `raw`: nothing. */
export const DATA_FORMS = ['raw', 'masked', 'anonymised', 'synthetic'] as const;

/** A place at a provider that a case gives access to. */
export type Resource = {
  /** The provider's name in the registry, such as `github`; `manual` where a person opens and closes by hand. */
  provider: string;
  /** What it is, for the rules. */
  kind: ResourceKind;
  /** As its provider names it; for `manual` a name that the client gives it. */
  id: string;
  personalData: boolean;
  /** Of data sets and models. */
  dataClass?: DataClass;
  /** Of data sets and models: whether their records are raw production data, or what was done to them (DC-2). */
  form?: (typeof DATA_FORMS)[number];
  /** Of data sets and models: the country in which they lie, ISO 3166-1 alpha-2. */
  country?: string;
  /** Who of the client decides on requests for access to it; left out: the engineering manager. */
  owner?: PersonId;
  /** Of `manual`: who opens and closes it. */
  administrator?: PersonId;
  /** Of `manual`: another person, who checks. */
  checker?: PersonId;
};

/** A data set or a model, with what is known of it. */
export type Asset = Resource & Required<Pick<Resource, 'dataClass' | 'form' | 'country'>>;

/** One reason to reach one resource; least privilege is judged on it (DC-1). */
export type AccessNeed = {
  /** Which of the intake's resources, as `provider:id`. */
  resource: string;
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
  client: Locale & {
    name: string;
    /** Where it is established, ISO 3166-1 alpha-2; left out: the country of its holidays. */
    country?: string;
    people: Partial<Record<ClientRole, PersonId[]>>;
    industry?: Industry;
    /** Turnover of the whole group in the preceding year, euro; the fines of Art. 83 GDPR are reckoned from it (DP-3). */
    groupRevenueEur?: number;
  };
  outcome: { statement: string; successCriteria: { criterion: string; measure: string }[] };
  data: {
    classes: DataClass[];
    euPersonalData: boolean;
    /** Personal data were found after the opening, and nobody has said yet what holds them. */
    unplaced?: true;
    /** Needed when `euPersonalData`: who decides purposes and means, and who acts for whom (GDPR Art. 4(7), 4(8)). */
    roles?: { client: 'controller' | 'processor'; vendor: 'processor' | 'sub-processor' };
    /** `none`: nobody outside may ever reach the most sensitive of it (SU-3). Left out: controlled. */
    thirdPartyAccess?: 'none' | 'controlled';
    /** Countries in which the data may lie and from which they may be reached, and what asks for it (DP-2). */
    residency?: { countries: string[]; requiredBy: 'regulation' | 'policy' };
  };
  sourcing?: Sourcing;
  /** Whether the system is placed on the market, put into service or deployed in the EU, or its output is used there (AI-1). Left out: not said. */
  aiAct?: { euMarket: boolean };
  capacity: { mlLeadership: 'strong' | 'some' | 'none'; managementTime: 'ample' | 'limited' | 'none' };
  need: {
    skillGap: 'one-clear-gap' | 'several-gaps' | 'no-gap';
    urgency: 'weeks' | 'quarter' | 'none';
    scope: 'bounded' | 'open';
    requirements: 'stable' | 'moving';
  };
  /** The engagement model wanted. */
  model: EngagementModel;
  /** True when the client accepts nothing less than a current SOC 2 Type II report: the paths SA-2 and SA-3 are barred. */
  currentSoc2Required: boolean;
  /** All-in monthly rate per engineer, whole US dollars. */
  monthlyRateUsd?: number;
  /** All that the case gives access to. */
  resources: Resource[];
  engineers: EngineerIntake[];
  /** Day 1 of the plan. */
  startDate: Day;
};
