import type { DataClass, Intake, Resource } from '../case/intake.js';

/** What changes in the scope of a case that is under way; what is left out stays as it is. */
export type ScopeChange = {
  add?: Resource[];
  /** References to resources; one that is added again in the same change is replaced. */
  remove?: string[];
  dataClasses?: DataClass[];
  euPersonalData?: boolean;
  /** Whether the system is placed on the market, put into service or deployed in the EU, or its output is used there (AI-1). */
  euMarket?: boolean;
  /** Who is controller and who is processor; needed once there is personal data of people in the EU. */
  dataRoles?: NonNullable<Intake['data']['roles']>;
};
