import type { PlannedControl } from '../case/plan.js';
import type { CaseState } from '../case/state.js';
import { own } from '../record.js';
import type { Instant } from '../time.js';
import { CONTROLS } from './index.js';
import { verdictOf } from './judge.js';

/** True for a control that holds nothing but the end of the case (OF-1). */
export const holdsTheEnd = ({ applies, binding }: PlannedControl): boolean =>
  applies && binding.kind === 'gate' && binding.holds.every((h) => h === 'closed');

/** Controls that a case works on while it closes: those that hold its end, and knowledge-transfer, on which they rest. */
export function isOfTheEnd({ plan }: CaseState, id: string): boolean {
  const planned = own(plan.controls, id);
  const ends = Object.values(plan.controls).some(holdsTheEnd);
  return ends && planned?.applies === true && (holdsTheEnd(planned) || own(CONTROLS, id)?.area === 'knowledge');
}

/** True once everything that holds the end of the case is met or waived. */
export const mayEnd = (state: CaseState, now: Instant): boolean =>
  Object.values(state.plan.controls)
    .filter(holdsTheEnd)
    .every((c) => verdictOf(state, c.id, now).holds);
