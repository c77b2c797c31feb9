import type { PersonId } from '../../case/roles.js';
import { type Said, say } from '../../say.js';
import { conclude, notSupplied, type Part, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { hasRole } from '../register/parties.js';
import { registerOf } from '../register/register.js';
import { onRoster } from '../sides.js';
import { companyKey, hitOn, ownerKey, personKey, VENDOR } from './hits.js';
import { SCREENED_FORM } from './screenedForm.js';
import { screeningFaults, screeningParts } from './screening.js';

type Answers = FormOf<typeof SCREENED_FORM>;

const subjectsOf = ({ vendor, owners, subcontractors, people }: Answers) => [
  { key: VENDOR, whom: say('SC-1.vendor'), screening: vendor },
  ...owners.map((o) => ({ key: ownerKey(o.label), whom: say('SC-1.owner', { label: o.label }), screening: o })),
  ...subcontractors.map((s) => ({
    key: companyKey(s.company),
    whom: say('SC-1.company', { company: s.company }),
    screening: s,
  })),
  ...people.map((p) => ({ key: personKey(p.person), whom: say('SC-1.person', { person: p.person }), screening: p })),
];

/** Hits that nobody has answered, on subjects that this form does not name: leaving one out, or naming it anew, answers nothing. */
function leftOut({ state }: Scene, keys: readonly string[]): Said[] {
  return Object.keys(state.hits ?? {}).flatMap((key): Said[] => {
    const { about, name } = hitOn(key);
    if (keys.includes(key) || (about === 'person' && !onRoster(state, name))) return [];
    if (about === 'person') return [say('SC-1.person-left-out', { whom: say('SC-1.person', { person: name }) })];
    const whom = about === 'owner' ? say('SC-1.owner', { label: name }) : say('SC-1.company', { company: name });
    return [say('SC-1.hit-left-out', { whom })];
  });
}

/** Whoever joined the case after the screening was supplied is missing from it, not wrong in it. */
function unscreened(scene: Scene, { ownersInControl, owners, people }: Answers): Part[] {
  const { state, planned } = scene;
  const persons = people.map((p) => p.person);
  const labels = new Set(owners.map((o) => o.label)).size;
  const lacks = (what: Said, person?: PersonId): Part => ({
    restsOn: [],
    missing: { what, turn: planned.owner, ...(person === undefined ? {} : { person }) },
  });
  return [
    ...unless(labels >= ownersInControl, say('SC-1.owners-missing', { owners: ownersInControl, screened: labels })).map(
      (what) => lacks(what),
    ),
    ...registerOf(state)
      .parties.filter((p) => !hasRole(p, 'vendor') && !hasRole(p, 'screened'))
      .flatMap((party) => {
        const { name: company } = party;
        if (hasRole(party, 'subcontractor')) return [lacks(say('SC-1.subcontractor-missing', { company }))];
        return hasRole(party, 'sub-processor') ? [lacks(say('SC-1.sub-processor-missing', { company }))] : [];
      }),
    ...Object.keys(state.people)
      .filter((id) => onRoster(state, id) && !persons.includes(id))
      .map((person) => lacks(say('SC-1.person-missing', { person }), person)),
  ];
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
  form: SCREENED_FORM,
  numbers: ['repeatDays'],
  lists: ['requiredLists'],
  // A hit is answered by somebody else than whoever recorded it.
  suppliedBy: ['procurement', 'legal'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('SC-1.not-supplied'));
    const subjects = subjectsOf(answers);
    return conclude(
      scene,
      [
        ...subjects.flatMap(({ key, whom, screening }) => screeningFaults(scene, key, whom, screening)),
        ...leftOut(
          scene,
          subjects.map(({ key }) => key),
        ),
      ],
      [
        ...unscreened(scene, answers),
        ...subjects.flatMap(({ whom, screening }) => screeningParts(scene, whom, screening)),
      ],
    );
  },
});
