import type { PersonId } from '../../case/roles.js';
import type { CaseState } from '../../case/state.js';
import { type Said, say } from '../../say.js';
import { companiesIn, identical, isAffiliate, legalPersonsIn } from '../company.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { doneOn } from '../days.js';
import type { FormOf } from '../form.js';
import { answersOf } from '../register/answers.js';
import { disagreementParts } from '../register/disagreements.js';
import { isClient } from '../sides.js';
import { SUBCONTRACTING_FORM } from './subcontractingForm.js';

type Approval = { approvedBy?: PersonId; approvedOn?: string };

/** Approved by one of the client's people who did not supply the declaration (AU-2). */
const approvedBy = (state: CaseState, by: PersonId | undefined): boolean =>
  by !== undefined && isClient(state, by) && by !== state.evidence['IP-6']?.by;

/**
 * Whether people may work from a country: the policy approves it, or one of the client's people did by name (IP-6).
 *
 * @param country ISO 3166-1 alpha-2
 */
export const approvedFor = (state: CaseState, country: string): boolean =>
  (state.plan.controls['IP-6']?.lists?.approvedCountries ?? []).includes(country) ||
  (answersOf(state, 'IP-6')?.countries ?? []).some((c) => c.country === country && approvedBy(state, c.approvedBy));

function countryFaults({ state }: Scene, answers: FormOf<typeof SUBCONTRACTING_FORM>): Said[] {
  const places = [
    state.intake.vendor.country,
    ...[...answers.subcontractors, ...answers.countries].map((c) => c.country),
  ];
  return [...new Set(places)].flatMap((country) =>
    unless(approvedFor(state, country), say('IP-6.country-not-approved', { country })),
  );
}

function subcontractorFaults({ state }: Scene, { subcontractors }: FormOf<typeof SUBCONTRACTING_FORM>): Said[] {
  const names = subcontractors.map((s) => s.company);
  const vendor = state.intake.vendor.name;
  // Companies of the vendor's group bear its name, and each is a legal person of its own.
  const group = names.filter((name) => isAffiliate(name, vendor));
  const others = names.filter((name) => !group.includes(name));
  return [
    ...unless(companiesIn(others) + legalPersonsIn(group) === names.length, say('IP-6.declared-twice')),
    ...unless(!names.some((name) => identical(name, vendor)), say('IP-6.vendor-itself', { vendor })),
    ...subcontractors.flatMap(({ company, approvedBy: by }) =>
      unless(approvedBy(state, by), say('IP-6.subcontractor-not-approved', { company })),
    ),
  ];
}

/** Who else does the work and from where is disclosed and approved; whether the roster keeps to it is for RF-3. */
export const IP6 = defineControl({
  id: 'IP-6',
  title: 'Subcontractors and jurisdictions disclosed and approved',
  area: 'contract',
  risk: 'legal',
  nist: 'map',
  subject: 'case',
  form: SUBCONTRACTING_FORM,
  lists: ['approvedCountries'],
  suppliedBy: ['vendor-contact', 'procurement'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('IP-6.not-supplied'));
    const approvals: Approval[] = [...answers.subcontractors, ...answers.countries];
    const days = approvals.flatMap((a) => a.approvedOn ?? []);
    return conclude(
      scene,
      [...subcontractorFaults(scene, answers), ...countryFaults(scene, answers)],
      [...days.map((day) => doneOn(scene, day, say('IP-6.approval'))), ...disagreementParts(scene)],
    );
  },
});
