import { assetsOf, refOf, resourcesOf } from '../../access/resources.js';
import { localDay } from '../../clocks/businessTime.js';
import { type Said, say } from '../../say.js';
import type { Assessment } from '../assessment.js';
import { conclude, notSupplied, type Part, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { paperPart } from '../paperPart.js';
import { disagreementParts } from '../register/disagreements.js';
import { hasRole } from '../register/parties.js';
import { registerOf } from '../register/register.js';
import { adequacyOf, bindsTransfers, isThirdCountry } from './jurisdiction.js';
import { RESIDENCY_FORM } from './residencyForm.js';
import { transferFaults, transferPart } from './transfers.js';

type Answers = FormOf<typeof RESIDENCY_FORM>;

const codes = (list: { country: string }[]): string[] => [...new Set(list.map((c) => c.country))];

/** What the clause allows keeps within what the intake allows. */
function clauseFaults({ state }: Scene, { storedIn, reachedFrom }: Answers): Said[] {
  const allowed = state.intake.data.residency?.countries;
  const [lies, reached] = [codes(storedIn), codes(reachedFrom)];
  return [
    ...(allowed === undefined
      ? []
      : [
          ...lies.filter((c) => !allowed.includes(c)).map((c) => say('DP-2.stored-outside', { country: c, allowed })),
          ...reached
            .filter((c) => !allowed.includes(c))
            .map((c) => say('DP-2.reached-outside', { country: c, allowed })),
        ]),
  ];
}

/**
 * Where the data sets and models lie, and from where people are to reach what is bound, keeps within the clause. Somebody outside the
 * residency countries is kept out one by one, so that they do not shut the data for everybody else.
 */
function factFaults({ state }: Scene, { storedIn, reachedFrom }: Answers): Said[] {
  const { intake } = state;
  const bound = resourcesOf(intake).filter((r) => r.personalData || r.kind === 'data-set');
  const within = intake.data.residency?.countries ?? [];
  const reaching = Object.values(state.people).filter(
    (p) =>
      p.status === 'accepted' &&
      within.includes(p.country) &&
      p.needs.some((n) => bound.some((r) => r.ref === n.resource)),
  );
  const [lies, reached] = [codes(storedIn), codes(reachedFrom)];
  return [
    ...assetsOf(intake)
      .filter((a) => !lies.includes(a.country))
      .map((a) => say('DP-2.asset-outside', { asset: refOf(a), country: a.country })),
    ...reaching
      .filter((p) => !reached.includes(p.country))
      .map(({ id, country }) => say('DP-2.person-outside', { person: id, country })),
  ];
}

/** Places of the register from which personal data can be seen and to which no adequacy decision lets them go; people are kept out one by one. */
function ungroundedPlaces({ state, now }: Scene): { country: string; because: Said[] }[] {
  const { intake } = state;
  const today = localDay(state.calendars.client, now);
  const places = registerOf(state).places.filter(
    ({ country, personal }) =>
      personal && isThirdCountry(intake, country) && adequacyOf(intake, country, today) !== 'adequate',
  );
  return [...new Set(places.map((p) => p.country))].map((country) => ({
    country,
    because: places.flatMap((p) => (p.country === country ? [p.because] : [])),
  }));
}

/** Every country outside the area of the law has a ground of its own, where the GDPR or the UK GDPR binds the data. */
function transferAnswerFaults(scene: Scene, { storedIn, reachedFrom, transfers }: Answers): Said[] {
  const { intake } = scene.state;
  if (!bindsTransfers(intake)) return [];
  const third = codes([...storedIn, ...reachedFrom]).filter((c) => isThirdCountry(intake, c));
  const places = ungroundedPlaces(scene);
  const grounded = transfers.map((t) => t.country);
  return [
    ...third.filter((c) => !grounded.includes(c)).map((c) => say('DP-2.ground-missing', { country: c })),
    ...places
      .filter((p) => !grounded.includes(p.country) && !third.includes(p.country))
      .map(({ country, because }) => say('DP-2.seen-without-ground', { country, because })),
    ...unless(new Set(grounded).size === grounded.length, say('DP-2.twice')),
    ...transfers.flatMap((t) =>
      isThirdCountry(intake, t.country) ? transferFaults(scene, t) : [say('DP-2.no-transfer', { country: t.country })],
    ),
  ];
}

/** Further processors of whom nobody has said from where they process the data: it cannot be told whether these may go there. */
function unplaced({ state, planned }: Scene): Part[] {
  if (!bindsTransfers(state.intake)) return [];
  return registerOf(state)
    .parties.filter((p) => hasRole(p, 'sub-processor') && p.countries.length === 0)
    .map(({ name }) => ({
      restsOn: [],
      missing: { what: say('DP-2.place-unknown', { company: name }), turn: planned.owner },
    }));
}

/** Without a form: nothing to ask while everything that is known lies where the data may go without a further word. */
function withoutForm(scene: Scene): Assessment {
  const { intake } = scene.state;
  if (intake.data.residency !== undefined) return notSupplied(scene, say('DP-2.not-supplied'));
  const missing = ungroundedPlaces(scene).map(({ country, because }) => ({
    restsOn: [],
    missing: { what: say('DP-2.seen-without-ground', { country, because }), turn: scene.planned.owner },
  }));
  return conclude(scene, [], [...missing, ...unplaced(scene), { restsOn: [`intake:${scene.state.plan.intakeHash}`] }]);
}

/** Residency in writing, kept to by every data set and person, and a ground for each transfer (GDPR Art. 44 to 49). */
export const DP2 = defineControl({
  id: 'DP-2',
  title: 'Data residency in the contract, with transfer mechanisms and assessments',
  area: 'data',
  risk: 'data-exposure',
  nist: 'govern',
  subject: 'case',
  bindsRegion: true,
  form: RESIDENCY_FORM,
  suppliedBy: ['vendor-contact', 'procurement', 'legal'],
  applies: (intake) => {
    const { residency } = intake.data;
    if (residency !== undefined)
      return {
        applies: true,
        why: say(residency.requiredBy === 'policy' ? 'DP-2.residency-by-policy' : 'DP-2.residency-by-regulation', {
          countries: residency.countries,
        }),
      };
    return bindsTransfers(intake)
      ? { applies: true, why: say('DP-2.law') }
      : { applies: false, why: say('DP-2.no-residency') };
  },
  assess(answers, scene) {
    if (answers === undefined) return withoutForm(scene);
    const binds = bindsTransfers(scene.state.intake);
    return conclude(
      scene,
      [...clauseFaults(scene, answers), ...factFaults(scene, answers), ...transferAnswerFaults(scene, answers)],
      [
        paperPart(scene, answers, { kind: ['dpa', 'annex', 'master-agreement'], signers: ['client', 'vendor'] }),
        ...(binds ? answers.transfers.map((t) => transferPart(scene, t)) : []),
        ...unplaced(scene),
        ...disagreementParts(scene),
      ],
    );
  },
});
