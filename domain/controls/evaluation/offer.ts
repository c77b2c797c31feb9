import type { CaseState } from '../../case/state.js';
import type { SUBCONTRACTING_FORM } from '../contract/subcontractingForm.js';
import type { FormOf } from '../form.js';
import { answersOf } from '../register/answers.js';
import { POSTURE_FORM } from './PE-3.js';
import { REPLACEMENT_FORM } from './PE-5.js';
import { suppliedTo } from './supplied.js';

/** What is on record of the vendor's security posture; undefined while nothing is supplied, or it is not asked for. */
export const postureOf = (state: CaseState): FormOf<typeof POSTURE_FORM> | undefined =>
  suppliedTo(state, 'PE-3', POSTURE_FORM);

/** What the vendor offers when an engineer leaves; undefined while nothing is supplied, or it is not asked for. */
export const replacementOfferOf = (state: CaseState): FormOf<typeof REPLACEMENT_FORM> | undefined =>
  suppliedTo(state, 'PE-5', REPLACEMENT_FORM);

/** Countries and subcontractors that are declared, approved or not; undefined before anything is declared. */
export const declaredWork = (state: CaseState): FormOf<typeof SUBCONTRACTING_FORM> | undefined =>
  answersOf(state, 'IP-6');
