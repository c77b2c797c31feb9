import { DATA_CLASSES, type DataClass } from '../../case/intake.js';
import { CLIENT_ROLES, type ClientRole, type PersonId } from '../../case/roles.js';
import type { CaseState } from '../../case/state.js';
import { namedFor } from '../../people/named.js';
import { type Said, say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { dayEnd } from '../days.js';

/** Classes that nobody is given whole, with the role that approves their use. */
const GUARDED: Partial<Record<DataClass, ClientRole>> = {
  'customer-data': 'security',
  'personal-data': 'privacy',
  'special-category-data': 'privacy',
};

const mayApprove = (state: CaseState, dataClass: DataClass, by: PersonId): boolean => {
  const role = GUARDED[dataClass];
  return (role === undefined ? CLIENT_ROLES : [role]).some((r) => namedFor(state, r).includes(by));
};

function notApproved(dataSet: string, dataClass: DataClass): Said {
  const role = GUARDED[dataClass];
  return role === undefined
    ? say('ON-2.not-approved', { dataSet })
    : say('ON-2.not-approved-by-role', { dataSet, dataClass, role });
}

/** Data access is scoped: each data set is of a class that the case declares, no larger than needed, approved, and ends. */
export const ON2 = defineControl({
  id: 'ON-2',
  title: 'Scoped data access under least-privilege rules',
  area: 'onboarding',
  risk: 'data-exposure',
  nist: 'manage',
  subject: 'case',
  form: {
    dataSets: {
      kind: 'list',
      ask: 'The data sets that the team reaches; an empty list when it needs none.',
      of: {
        name: { kind: 'text', maxLength: 120, ask: 'Which data set?' },
        dataClass: { kind: 'choice', of: DATA_CLASSES, ask: 'Of which class are its data?' },
        extent: { kind: 'choice', of: ['sample', 'subset', 'whole'], ask: 'How much of it does the team reach?' },
        access: { kind: 'choice', of: ['read', 'write'], ask: 'Does the team read it, or write to it too?' },
        task: { kind: 'text', maxLength: 200, ask: 'For which task is it needed?' },
        approvedBy: { kind: 'person', ask: "Which of the client's people approved it?" },
        until: { kind: 'day', ask: 'Last day on which the team reaches it.' },
      },
    },
  },
  suppliedBy: ['engineering-manager', 'vendor-contact'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('ON-2.not-supplied'));
    const { state } = scene;
    const declared = state.intake.data.classes;
    const faults = answers.dataSets.flatMap(({ name, dataClass, extent, access, approvedBy }) => [
      ...unless(declared.includes(dataClass), say('ON-2.class-not-declared', { dataSet: name, dataClass })),
      ...unless(
        GUARDED[dataClass] === undefined || (extent !== 'whole' && access === 'read'),
        say('ON-2.too-broad', { dataSet: name, dataClass }),
      ),
      ...unless(mayApprove(state, dataClass, approvedBy), notApproved(name, dataClass)),
    ]);
    return conclude(
      scene,
      faults,
      answers.dataSets.map((d) => ({ restsOn: [`data:${d.name}`], until: dayEnd(scene, d.until) })),
    );
  },
});
