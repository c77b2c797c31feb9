import type { CaseState } from '../../case/state.js';
import { own } from '../../record.js';
import { ASSISTED_WORK_FORM } from '../contract/assistedWorkForm.js';
import { PROVENANCE_FORM } from '../contract/provenanceForm.js';
import { SUBCONTRACTING_FORM } from '../contract/subcontractingForm.js';
import { PROCESSING_FORM } from '../data/processingForm.js';
import { RESIDENCY_FORM } from '../data/residencyForm.js';
import { FLUENCY_FORM } from '../evaluation/fluencyForm.js';
import { SCREENED_FORM } from '../evaluation/screenedForm.js';
import { type FormOf, isForm } from '../form.js';
import { ISOLATION_FORM } from '../security/isolationForm.js';
import { MINIMISATION_FORM } from '../security/minimisationForm.js';
import { MODELS_FORM } from '../security/thirdPartyModels.js';

/** Forms that the register is read from, by control. */
const FORMS = {
  'IP-4': PROVENANCE_FORM,
  'IP-6': SUBCONTRACTING_FORM,
  'IP-7': ASSISTED_WORK_FORM,
  'DC-2': MINIMISATION_FORM,
  'DC-3': ISOLATION_FORM,
  'DC-5': MODELS_FORM,
  'DP-1': PROCESSING_FORM,
  'DP-2': RESIDENCY_FORM,
  'SC-1': SCREENED_FORM,
  'PE-2': FLUENCY_FORM,
} as const;

/** A control whose answers the register is read from. */
export type Feeder = keyof typeof FORMS;

const isFeeder = (id: string): id is Feeder => Object.hasOwn(FORMS, id);

/** Controls whose answers the register is read from, and which agree with each other or are open. */
export const FEEDERS: readonly Feeder[] = Object.keys(FORMS).filter(isFeeder);

/** The answers in force of a control, whether or not all of them were accepted; undefined while there are none that fit its form. */
export function answersOf<I extends Feeder>({ evidence }: CaseState, id: I): FormOf<(typeof FORMS)[I]> | undefined {
  const form = own(evidence, id)?.form;
  return form !== undefined && isForm<(typeof FORMS)[I]>(FORMS[id], form) ? form : undefined;
}
