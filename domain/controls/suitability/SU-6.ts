import { OUTSOURCING_REASONS } from '../../case/intake.js';
import { say } from '../../say.js';
import { conclude, intakeUnlessForm, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';

/** Why the work is outsourced, and after how many weeks something ships. */
export const SOURCING_FORM = {
  reasons: { kind: 'choices', of: OUTSOURCING_REASONS, ask: 'Why is the work outsourced?' },
  weeksToShip: {
    kind: 'record',
    ask: 'After how many weeks does the first change ship?',
    of: {
      vendor: { kind: 'number', min: 0, ask: "With the vendor's team: weeks until the first change ships." },
      inHouse: { kind: 'number', min: 0, ask: 'With people still to be hired: weeks until the first change ships.' },
    },
  },
  monthlyRateUsd: {
    kind: 'number',
    min: 1,
    optional: true,
    ask: "The vendor's rate per engineer and month in US dollars, where the intake does not name it.",
  },
} as const;

/** Why the work leaves the house, with its time and cost against in-house; judged on the intake until a form takes its place. */
export const SU6 = defineControl({
  id: 'SU-6',
  title: 'Why outsource: the reasons, with time and cost against in-house',
  area: 'suitability',
  risk: 'cost',
  nist: 'map',
  subject: 'case',
  form: SOURCING_FORM,
  suppliedBy: ['procurement', 'executive'],
  assess(answers, scene) {
    const { sourcing, monthlyRateUsd } = scene.state.intake;
    const { reasons, weeksToShip: weeks } = answers ?? { reasons: [], ...sourcing };
    const rate = answers?.monthlyRateUsd ?? monthlyRateUsd;
    if (answers === undefined && sourcing === undefined) return notSupplied(scene, say('SU-6.not-said'));
    if (weeks === undefined) return notSupplied(scene, say('SU-6.no-weeks'));
    if (rate === undefined) return notSupplied(scene, say('SU-6.no-rate'));
    return conclude(
      scene,
      [
        ...unless(reasons.length > 0, say('SU-6.no-reason')),
        ...unless(
          !reasons.includes('speed') || weeks.vendor < weeks.inHouse,
          say('SU-6.not-faster', { vendor: weeks.vendor, inHouse: weeks.inHouse }),
        ),
      ],
      intakeUnlessForm(scene),
    );
  },
});
