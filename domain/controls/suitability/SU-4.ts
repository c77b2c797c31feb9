import type { Intake } from '../../case/intake.js';
import type { CaseState } from '../../case/state.js';
import { say } from '../../say.js';
import { conclude, intakeUnlessForm, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { suppliedTo } from '../evaluation/supplied.js';
import { isClient } from '../sides.js';

/** Day and in-house team of the transfer. */
export const TRANSFER_FORM = {
  on: { kind: 'day', ask: 'By which day does the in-house team run the work on its own?' },
  team: {
    kind: 'list',
    min: 1,
    ask: "Which of the client's people are on that team?",
    of: { person: { kind: 'person', ask: "Which of the client's people?" } },
  },
} as const;

type Transfer = NonNullable<NonNullable<Intake['sourcing']>['transfer']>;

/** Day and in-house team of the transfer of a hybrid, by form or intake; undefined while nobody has named them, or where nothing is handed over. */
export function transferOf(state: CaseState): Transfer | undefined {
  const { sourcing } = state.intake;
  if (sourcing?.approach !== 'hybrid') return undefined;
  const answers = suppliedTo(state, 'SU-4', TRANSFER_FORM);
  return answers === undefined ? sourcing.transfer : { on: answers.on, team: answers.team.map((t) => t.person) };
}

/** Hybrid: to whom the capability goes and by when is settled before a vendor is picked; judged on the intake until a form takes its place. */
export const SU4 = defineControl({
  id: 'SU-4',
  title: 'Hybrid: transfer date and in-house team are named from the start',
  area: 'suitability',
  risk: 'continuity',
  nist: 'map',
  subject: 'case',
  form: TRANSFER_FORM,
  suppliedBy: ['procurement', 'executive'],
  applies: ({ sourcing }) =>
    sourcing?.approach === 'hybrid'
      ? { applies: true, why: say('SU-4.hybrid') }
      : { applies: false, why: say('SU-4.not-hybrid') },
  assess(answers, scene) {
    const { sourcing, startDate } = scene.state.intake;
    const transfer =
      answers === undefined ? sourcing?.transfer : { on: answers.on, team: answers.team.map((t) => t.person) };
    if (transfer === undefined) return notSupplied(scene, say('SU-4.not-named'));
    const outsiders = transfer.team.filter((id) => !isClient(scene.state, id));
    return conclude(
      scene,
      [
        ...unless(transfer.on > startDate, say('SU-4.too-early', { on: transfer.on, startDate })),
        ...unless(transfer.team.length > 0, say('SU-4.no-team')),
        ...outsiders.map((person) => say('SU-4.not-in-house', { person })),
      ],
      intakeUnlessForm(scene),
    );
  },
});
