import { declaresPersonalData, resourcesOf } from '../../access/resources.js';
import type { Intake } from '../../case/intake.js';
import { type Said, say } from '../../say.js';

/** True when the work touches personal data of any kind, of whoever and wherever. */
export const touchesPersonalData = (intake: Intake): boolean =>
  declaresPersonalData(intake.data) || resourcesOf(intake).some((r) => r.personalData);

/** Whether rules for personal data come into play, and why. */
export const appliesToPersonalData = (intake: Intake): { applies: boolean; why: Said } =>
  touchesPersonalData(intake)
    ? { applies: true, why: say('data.personal-data') }
    : { applies: false, why: say('data.no-personal-data') };

/** Controls of which privacy and security are told, whoever owns them. */
export const OF_PRIVACY: readonly string[] = ['DP-1', 'DP-2'];
