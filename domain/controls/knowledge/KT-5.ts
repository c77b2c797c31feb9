import { resourcesOf } from '../../access/resources.js';
import type { PersonId } from '../../case/roles.js';
import type { CaseState } from '../../case/state.js';
import { own } from '../../record.js';
import { type Said, say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { doneOn } from '../days.js';
import type { FormOf } from '../form.js';
import { isClient } from '../sides.js';

const FORM = {
  confirmedOn: { kind: 'day', ask: 'On which day was it confirmed that both know the component?' },
  components: {
    kind: 'list',
    min: 1,
    ask: 'The components: each repository, data set and model by its id, and whatever else the system is made of.',
    of: {
      component: { kind: 'text', maxLength: 140, ask: 'Which component?' },
      first: { kind: 'person', ask: 'Who knows it?' },
      second: { kind: 'person', ask: 'Who else knows it? Preferably somebody in-house.' },
    },
  },
} as const;
type Component = FormOf<typeof FORM>['components'][number];

/** Knowledge counts in those who still work on the case: the client's people, and whoever of the vendor's was accepted. */
const stillHere = (state: CaseState, id: PersonId): boolean =>
  isClient(state, id) || own(state.people, id)?.status === 'accepted';

function componentFaults({ state }: Scene, { component, first, second }: Component): Said[] {
  return [
    ...unless(first !== second, say('KT-5.known-by-one', { component })),
    ...[...new Set([first, second])]
      .filter((id) => !stillHere(state, id))
      .map((id) => say('KT-5.not-working-here', { who: id, component })),
  ];
}

/** No component hangs on one head; the record says of each whether somebody in-house knows it, which is preferred and not required. */
export const KT5 = defineControl({
  id: 'KT-5',
  title: 'Every component known to two people, one preferably in-house',
  area: 'knowledge',
  risk: 'continuity',
  nist: 'manage',
  subject: 'case',
  form: FORM,
  suppliedBy: ['vendor-contact', 'engineering-manager'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('KT-5.not-supplied'));
    const { state } = scene;
    const { confirmedOn, components } = answers;
    const names = components.map((c) => c.component);
    const left = resourcesOf(state.intake).filter((r) => !names.includes(r.ref));
    return conclude(
      scene,
      [
        ...unless(new Set(names).size === names.length, say('KT-5.duplicate-component')),
        ...left.map((r) => say('KT-5.component-missing', { component: r.ref })),
        ...components.flatMap((c) => componentFaults(scene, c)),
      ],
      [
        doneOn(scene, confirmedOn, say('KT-5.confirmation')),
        ...components.map((c) => {
          const where = isClient(state, c.first) || isClient(state, c.second) ? 'in-house' : 'vendor-only';
          return { restsOn: [`component:${c.component}@${where}`] };
        }),
      ],
    );
  },
});
