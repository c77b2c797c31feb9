import { resourcesOf } from '../../access/resources.js';
import type { Intake } from '../../case/intake.js';

/** True when the work touches personal data of any kind, of whoever and wherever. */
export const touchesPersonalData = (intake: Intake): boolean =>
  intake.data.euPersonalData ||
  intake.data.classes.some((c) => c === 'personal-data' || c === 'special-category-data') ||
  resourcesOf(intake).some((r) => r.personalData);

/** Whether rules for personal data come into play, and why. */
export const appliesToPersonalData = (intake: Intake): { applies: boolean; why: string } =>
  touchesPersonalData(intake)
    ? { applies: true, why: 'The work touches personal data.' }
    : { applies: false, why: 'The work touches no personal data.' };
