import type { CaseState } from '../../case/state.js';
import { own } from '../../record.js';
import { type FormOf, type FormShape, isForm } from '../form.js';

/** What was supplied for another control that applies to the case; undefined where nothing was, or it no longer fits. */
export function suppliedTo<S extends FormShape>(state: CaseState, id: string, shape: S): FormOf<S> | undefined {
  const form = own(state.evidence, id)?.form;
  return own(state.plan.controls, id)?.applies && form !== undefined && isForm(shape, form) ? form : undefined;
}
