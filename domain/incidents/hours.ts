import type { CaseState } from '../case/state.js';
import { agreedNoticeHours, hasBreachDuty } from '../controls/terms.js';

/** Hours in which the vendor tells the client: those of the contract, else the policy's. */
export const vendorNoticeHours = (state: CaseState): number =>
  agreedNoticeHours(state) ?? state.plan.numbers.vendorNoticeHours;

/** Hours in which the client tells the authority, from its awareness (GDPR Art. 33(1)). */
export const authorityNoticeHours = ({ plan }: CaseState): number => plan.numbers.authorityNoticeHours;

/** True when the case asks for a drill before the work begins: where the breach duty applies. */
export const asksForDrill = hasBreachDuty;
