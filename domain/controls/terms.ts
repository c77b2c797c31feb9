import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { localDay } from '../clocks/businessTime.js';
import { own } from '../record.js';
import type { Instant } from '../time.js';
import { adequacyOf, isThirdCountry } from './data/jurisdiction.js';
import { MODEL_TERMS_FORM } from './engagement/modelForm.js';
import { type FormOf, isForm } from './form.js';

/*
 * What other rooms take from single controls, by what it is: none of them knows which control it comes from.
 * Numbers come from the plan, answers from the evidence as it was supplied.
 */

/** Numbers of the plan for a control; undefined where it is not in force. */
function numbersOf({ plan }: CaseState, id: string): Record<string, number> | undefined {
  const planned = own(plan.controls, id);
  return planned?.applies === true ? (planned.numbers ?? {}) : undefined;
}

/** Calendar days between two rounds of recertification, and to answer in one; undefined where access is not recertified. */
export function recertificationDays(state: CaseState): { intervalDays: number; answerDays: number } | undefined {
  const { intervalDays, answerDays } = numbersOf(state, 'AR-1') ?? {};
  return intervalDays === undefined || answerDays === undefined ? undefined : { intervalDays, answerDays };
}

/** Whom the evidence names as owner of a person's access; undefined while nobody is named. */
export function accessOwnerOf({ evidence }: CaseState, person: PersonId): PersonId | undefined {
  const owner = own(evidence, `DC-1:${person}`)?.form.owner;
  return typeof owner === 'string' ? owner : undefined;
}

/** What the plan says of replacements: business days of both sides, calendar days, percent of a monthly rate; undefined where none is promised. */
export function replacementNumbers(
  state: CaseState,
):
  | { slaBusinessDays: number; overlapMaxDays: number; creditPercentPerDay: number; creditMaxPercent: number }
  | undefined {
  const numbers = numbersOf(state, 'RP-1');
  if (numbers === undefined) return undefined;
  const { slaBusinessDays = 0, overlapMaxDays = 0, creditPercentPerDay = 0, creditMaxPercent = 0 } = numbers;
  return { slaBusinessDays, overlapMaxDays, creditPercentPerDay, creditMaxPercent };
}

/** Business days in which the vendor's own terms promise a replacement; undefined while they name none. */
export function offeredReplacementDays({ evidence }: CaseState): number | undefined {
  const days = evidence['PE-5']?.form.slaBusinessDays;
  return typeof days === 'number' && days >= 1 ? days : undefined;
}

/** Hours in which the contract has the vendor tell of an incident; undefined while none is agreed. */
export function agreedNoticeHours({ evidence }: CaseState): number | undefined {
  const hours = evidence['DP-3']?.form.vendorNoticeHours;
  return typeof hours === 'number' && hours >= 0 ? hours : undefined;
}

/** Hours in which the client itself has promised to tell the authority or its controller; undefined while nothing is promised. */
export function promisedNoticeHours({ evidence }: CaseState): number | undefined {
  const hours = evidence['DP-3']?.form.clientNoticeHours;
  return typeof hours === 'number' && hours >= 0 ? hours : undefined;
}

/** Months after the end of the case for which breaches are reported: by the contract, else by the policy; undefined where no breach duty applies. */
export function reportsAfterEndMonths(state: CaseState): number | undefined {
  const agreed = state.evidence['DP-3']?.form.reportsAfterEndMonths;
  const planned = numbersOf(state, 'DP-3')?.reportsAfterEndMonths;
  return planned === undefined || typeof agreed !== 'number' ? planned : agreed;
}

/** True where the duties of a personal-data breach apply (GDPR Art. 33 and 34). */
export const hasBreachDuty = ({ plan }: CaseState): boolean => plan.controls['DP-3']?.applies === true;

/** Why the model chosen was chosen over the recommended one, as supplied; undefined where nothing is to be explained. */
export function overrideReasonOf({ plan, evidence }: CaseState): string | undefined {
  const { chosen, recommended } = plan.model;
  const form = evidence['EM-1']?.form;
  return chosen !== recommended && form?.model === chosen && typeof form.reason === 'string' ? form.reason : undefined;
}

/** True where personal data may be seen from a country: inside the area of the law, by an adequacy decision, or on a ground that was named (DP-2). */
export function isGroundedIn(state: CaseState, country: string, now: Instant): boolean {
  const { intake, plan, evidence, calendars } = state;
  if (plan.controls['DP-2']?.applies !== true || !isThirdCountry(intake, country)) return true;
  if (adequacyOf(intake, country, localDay(calendars.client, now)) === 'adequate') return true;
  const transfers = evidence['DP-2']?.form.transfers;
  return (
    Array.isArray(transfers) &&
    transfers.some((t) => typeof t === 'object' && t !== null && !Array.isArray(t) && t.country === country)
  );
}

/** What the terms of the engagement model say once the gate has let them through, and who has moved a day with them. */
export type SettledTerms = {
  terms: FormOf<typeof MODEL_TERMS_FORM>;
  /** Who supplied them. */
  by: PersonId;
  /** Others who have supplied the same since. */
  seconded: PersonId[];
  /** Somebody of the client's decides the gate that they pass. */
  decided: boolean;
};

/** The terms of the chosen model that stand: supplied, not refused, and their gate open; undefined until then. */
export function settledTerms({ plan, evidence, controlStatus, stagesDone }: CaseState): SettledTerms | undefined {
  const [planned, supplied] = [own(plan.controls, 'EM-2'), own(evidence, 'EM-2')];
  if (planned?.applies !== true || supplied === undefined || stagesDone[planned.stage] === undefined) return undefined;
  const { form, by, seconded = [] } = supplied;
  if (!isForm(MODEL_TERMS_FORM, form) || form.model !== plan.model.chosen) return undefined;
  if (own(controlStatus, 'EM-2')?.status === 'refused') return undefined;
  const decided = plan.stages.some(({ id, deciders }) => id === planned.stage && deciders.length > 0);
  return { terms: form, by, seconded, decided };
}
