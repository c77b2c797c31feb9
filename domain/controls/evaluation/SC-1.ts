import { conclude, notSupplied, type Part, unless } from '../conclude.js';
import { declaredSubcontractors } from '../contract/IP-6.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { onRoster } from '../sides.js';
import { SCREENING, screeningFaults, screeningParts } from './screening.js';

const FORM = {
  vendor: { kind: 'record', ask: 'The screening of the vendor.', of: SCREENING },
  ownersInControl: {
    kind: 'number',
    min: 0,
    max: 100,
    integer: true,
    ask: 'How many owners hold half of the vendor or more, alone or together, or control it?',
  },
  owners: {
    kind: 'list',
    ask: 'The screening of each of these owners.',
    of: {
      label: { kind: 'text', maxLength: 40, ask: 'A label such as "owner 1"; no name.' },
      ...SCREENING,
    },
  },
  subcontractors: {
    kind: 'list',
    ask: 'The screening of each subcontractor declared in IP-6; an empty list when there is none.',
    of: { company: { kind: 'text', maxLength: 120, ask: 'Which company, as declared?' }, ...SCREENING },
  },
  people: {
    kind: 'list',
    ask: 'The screening of each person of the roster.',
    of: { person: { kind: 'person', ask: 'Which person?' }, ...SCREENING },
  },
} as const;
type Answers = FormOf<typeof FORM>;

const subjectsOf = ({ vendor, owners, subcontractors, people }: Answers) => [
  { whom: 'the vendor', screening: vendor },
  ...owners.map((o) => ({ whom: o.label, screening: o })),
  ...subcontractors.map((s) => ({ whom: s.company, screening: s })),
  ...people.map((p) => ({ whom: p.person, screening: p })),
];

/** Whoever joined the case after the screening was supplied is missing from it, not wrong in it. */
function unscreened(scene: Scene, { ownersInControl, owners, subcontractors, people }: Answers): Part[] {
  const { state, planned } = scene;
  const companies = subcontractors.map((s) => s.company);
  const persons = people.map((p) => p.person);
  const labels = new Set(owners.map((o) => o.label)).size;
  const missing = [
    ...unless(
      labels >= ownersInControl,
      `${ownersInControl} owners control the vendor and ${labels} are screened; screen each under a label of its own.`,
    ),
    ...(declaredSubcontractors(state) ?? [])
      .filter((c) => !companies.includes(c))
      .map((c) => `The subcontractor ${c} is not screened yet.`),
    ...Object.keys(state.people)
      .filter((id) => onRoster(state, id) && !persons.includes(id))
      .map((id) => `{person:${id}} is on the roster and not screened yet.`),
  ];
  return missing.map((what) => ({ restsOn: [], missing: { what, turn: planned.owner } }));
}

/** Nobody whom the client deals with is under financial sanctions: EU, UN, US and UK forbid to make funds available to them. */
export const SC1 = defineControl({
  id: 'SC-1',
  title: 'Vendor, owners, subcontractors and people screened against sanctions lists',
  area: 'evaluation',
  risk: 'legal',
  nist: 'map',
  subject: 'case',
  renewed: true,
  form: FORM,
  numbers: ['repeatDays'],
  lists: ['requiredLists'],
  suppliedBy: ['procurement', 'compliance'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, 'Nobody is screened against sanctions lists yet.');
    const subjects = subjectsOf(answers);
    return conclude(
      scene,
      subjects.flatMap(({ whom, screening }) => screeningFaults(scene, whom, screening)),
      [
        ...unscreened(scene, answers),
        ...subjects.flatMap(({ whom, screening }) => screeningParts(scene, whom, screening)),
      ],
    );
  },
});
