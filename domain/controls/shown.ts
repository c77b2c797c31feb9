import { sideOf } from '../case/roles.js';
import { own } from '../record.js';
import { CONTROLS } from './index.js';

/** Areas in which the client judges whom to take and for how much. */
const OWN_JUDGEMENT: readonly string[] = ['evaluation', 'engagement', 'suitability'];

/** True for a control that somebody of the vendor may supply; the others are the client's own evaluation. */
export const isSuppliedByVendor = (controlId: string): boolean =>
  own(CONTROLS, controlId)?.suppliedBy.some((role) => sideOf(role) === 'vendor') ?? false;

/** True for what the vendor's side may be told of by name: what it supplies, and what is not the client's own judgement of it. */
export function isShownToVendor(controlId: string): boolean {
  const control = own(CONTROLS, controlId);
  return control === undefined || isSuppliedByVendor(controlId) || !OWN_JUDGEMENT.includes(control.area);
}
