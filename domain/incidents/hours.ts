import type { CaseState } from '../case/state.js';

const DP3 = 'DP-3';

/** Hours in which the vendor tells the client: those of the contract as DP-3 has them, else the policy's. */
export function vendorNoticeHours({ evidence, plan }: CaseState): number {
  const agreed = evidence[DP3]?.form.vendorNoticeHours;
  return typeof agreed === 'number' && agreed >= 0 ? agreed : plan.numbers.vendorNoticeHours;
}

/** Hours in which the client tells the authority, from its awareness (GDPR Art. 33(1)). */
export const authorityNoticeHours = ({ plan }: CaseState): number => plan.numbers.authorityNoticeHours;

/** True when the case asks for a drill before the work begins: where the breach duty applies (DP-3). */
export const asksForDrill = ({ plan }: CaseState): boolean => plan.controls[DP3]?.applies === true;
