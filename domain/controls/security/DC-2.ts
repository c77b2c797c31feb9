import { assetsOf, refOf } from '../../access/resources.js';
import type { Asset, Intake } from '../../case/intake.js';
import { type Said, say } from '../../say.js';
import { checkerFaults } from '../checked.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { doneOn } from '../days.js';
import type { FormOf } from '../form.js';
import { MINIMISATION_FORM } from './minimisationForm.js';

type Minimised = FormOf<typeof MINIMISATION_FORM>['dataSets'][number];

const dataSetsOf = (intake: Pick<Intake, 'resources'>): Asset[] =>
  assetsOf(intake).filter(({ kind }) => kind === 'data-set');

/** What the case itself says of a data set; anonymous records relate to nobody (GDPR recital 26). */
const assetFaults = ({ form, personalData, ...place }: Asset): Said[] => [
  ...unless(form !== 'raw', say('DC-2.raw', { dataSet: refOf(place) })),
  ...unless(form !== 'anonymised' || !personalData, say('DC-2.anonymised-personal', { dataSet: refOf(place) })),
];

function answerFaults(scene: Scene, answer: Minimised, assets: Asset[]): Said[] {
  const { dataSet, form, checkedBy } = answer;
  const asset = assets.find((a) => refOf(a) === dataSet);
  if (asset === undefined) return [say('DC-2.unknown-data-set', { dataSet })];
  return [
    ...unless(form === asset.form, say('DC-2.other-form', { dataSet, answer: form, intake: asset.form })),
    ...checkerFaults(scene, checkedBy, say('DC-2.form', { dataSet })),
  ];
}

/** Data minimisation (GDPR Art. 5(1)(c)): development works on masked, anonymised or synthetic records, each set checked. */
export const DC2 = defineControl({
  id: 'DC-2',
  title: 'Data minimisation: masked, anonymised or synthetic data for development',
  area: 'security',
  risk: 'data-exposure',
  nist: 'manage',
  subject: 'case',
  form: MINIMISATION_FORM,
  suppliedBy: ['engineering-manager', 'security'],
  applies: (intake) =>
    dataSetsOf(intake).length > 0
      ? { applies: true, why: say('DC-2.data-sets') }
      : { applies: false, why: say('DC-2.no-data-sets') },
  assess(answers, scene) {
    const assets = dataSetsOf(scene.state.intake);
    const wrong = assets.flatMap(assetFaults);
    if (wrong.length > 0) return conclude(scene, wrong);
    if (answers === undefined) return notSupplied(scene, say('DC-2.not-supplied'));
    const { dataSets } = answers;
    const named = dataSets.map((d) => d.dataSet);
    const unnamed = assets.map(refOf).filter((id) => !named.includes(id));
    return conclude(
      scene,
      [
        ...unless(new Set(named).size === named.length, say('DC-2.twice')),
        ...dataSets.flatMap((d) => answerFaults(scene, d, assets)),
      ],
      [
        ...unnamed.map((id) => ({
          restsOn: [],
          missing: { what: say('DC-2.data-set-missing', { dataSet: id }), turn: scene.planned.owner },
        })),
        ...dataSets.map((d) => doneOn(scene, d.checkedOn, say('DC-2.check', { dataSet: d.dataSet }))),
      ],
    );
  },
});
