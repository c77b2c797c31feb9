import type { PersonId } from '../../case/roles.js';
import type { CaseState } from '../../case/state.js';
import { type Said, say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { doneOn } from '../days.js';
import { type FormOf, isForm } from '../form.js';
import { isClient } from '../sides.js';

const APPROVAL = {
  approvedBy: { kind: 'person', optional: true, ask: "Which of the client's people approved it?" },
  approvedOn: { kind: 'day', optional: true, ask: 'On which day was it approved?' },
} as const;

const FORM = {
  subcontractors: {
    kind: 'list',
    ask: 'Every company or freelancer, other than the vendor, that does part of this work. Leave the list empty if there is none.',
    of: {
      company: {
        kind: 'text',
        maxLength: 120,
        ask: 'Which company? For a freelancer, give a label such as "freelancer 1".',
      },
      country: { kind: 'text', maxLength: 2, ask: 'From which country does it work (ISO 3166-1 alpha-2, such as PL)?' },
      task: { kind: 'text', maxLength: 200, ask: 'Which part of the work does it do?' },
      ...APPROVAL,
    },
  },
  countries: {
    kind: 'list',
    min: 1,
    ask: 'Every country from which people work. Approval is needed only for countries that the policy does not approve.',
    of: {
      country: { kind: 'text', maxLength: 2, ask: 'Which country (ISO 3166-1 alpha-2, such as PL)?' },
      ...APPROVAL,
    },
  },
} as const;
type Approval = { approvedBy?: PersonId; approvedOn?: string };

/** What the case has declared, whether or not all of it was approved; undefined before it has. */
export function declared(state: CaseState): FormOf<typeof FORM> | undefined {
  const form = state.evidence['IP-6']?.form;
  return form !== undefined && isForm(FORM, form) ? form : undefined;
}

/** Approved by one of the client's people who did not supply the declaration (AU-2). */
const approvedBy = (state: CaseState, by: PersonId | undefined): boolean =>
  by !== undefined && isClient(state, by) && by !== state.evidence['IP-6']?.by;

/** Companies that are declared as subcontractors (IP-6), approved or not; undefined before anything is declared. */
export const declaredSubcontractors = (state: CaseState): string[] | undefined =>
  declared(state)?.subcontractors.map((s) => s.company);

/**
 * Whether people may work from a country: the policy approves it, or one of the client's people did by name (IP-6).
 *
 * @param country ISO 3166-1 alpha-2
 */
export const approvedFor = (state: CaseState, country: string): boolean =>
  (state.plan.controls['IP-6']?.lists?.approvedCountries ?? []).includes(country) ||
  (declared(state)?.countries ?? []).some((c) => c.country === country && approvedBy(state, c.approvedBy));

const isCode = (country: string): boolean => /^[A-Z]{2}$/.test(country);

function countryFaults({ state }: Scene, answers: FormOf<typeof FORM>): Said[] {
  const places = [
    state.intake.vendor.country,
    ...[...answers.subcontractors, ...answers.countries].map((c) => c.country),
  ];
  return [...new Set(places)].flatMap((country) =>
    isCode(country)
      ? unless(approvedFor(state, country), say('IP-6.country-not-approved', { country }))
      : [say('IP-6.no-country-code', { country })],
  );
}

function subcontractorFaults({ state }: Scene, { subcontractors }: FormOf<typeof FORM>): Said[] {
  const names = subcontractors.map((s) => s.company);
  return [
    ...unless(new Set(names).size === names.length, say('IP-6.declared-twice')),
    ...unless(
      !names.includes(state.intake.vendor.name),
      say('IP-6.vendor-itself', { vendor: state.intake.vendor.name }),
    ),
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
  form: FORM,
  lists: ['approvedCountries'],
  suppliedBy: ['vendor-contact', 'procurement'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('IP-6.not-supplied'));
    const approvals: Approval[] = [...answers.subcontractors, ...answers.countries];
    const days = approvals.flatMap((a) => a.approvedOn ?? []);
    return conclude(
      scene,
      [...subcontractorFaults(scene, answers), ...countryFaults(scene, answers)],
      days.map((day) => doneOn(scene, day, say('IP-6.approval'))),
    );
  },
});
