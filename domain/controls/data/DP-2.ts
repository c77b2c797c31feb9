import { resourcesOf } from '../../access/resources.js';
import type { CaseState } from '../../case/state.js';
import { localDay } from '../../clocks/businessTime.js';
import { type Said, say } from '../../say.js';
import type { Assessment } from '../assessment.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { paperFields, paperPart } from '../paperPart.js';
import { modelsOf } from '../security/thirdPartyModels.js';
import { adequacyOf, bindsTransfers, isThirdCountry } from './jurisdiction.js';
import { TRANSFER_FORM, transferFaults, transferPart } from './transfers.js';

const places = (ask: string) =>
  ({
    kind: 'list',
    min: 1,
    ask,
    of: { country: { kind: 'text', maxLength: 2, ask: 'Which country (ISO 3166-1 alpha-2, such as DE)?' } },
  }) as const;

const FORM = {
  ...paperFields('the agreement that sets out where data may be stored and accessed'),
  clause: { kind: 'text', maxLength: 120, ask: 'In which clause?' },
  storedIn: places('In which countries does that clause allow storage, copies and backups included?'),
  reachedFrom: places('From which countries does that clause allow access, support included?'),
  transfers: {
    kind: 'list',
    ask: 'For personal data under the GDPR or UK GDPR: each country outside its area in which they lie or from which they are seen, and the legal ground for the transfer. Leave the list empty if there is none.',
    of: TRANSFER_FORM,
  },
} as const;
type Answers = FormOf<typeof FORM>;

const codes = (list: { country: string }[]): string[] => [...new Set(list.map((c) => c.country))];

/** What the clause allows keeps within what the intake allows. */
function clauseFaults({ state }: Scene, { storedIn, reachedFrom }: Answers): Said[] {
  const allowed = state.intake.data.residency?.countries;
  const [lies, reached] = [codes(storedIn), codes(reachedFrom)];
  return [
    ...[...new Set([...lies, ...reached])]
      .filter((c) => !/^[A-Z]{2}$/.test(c))
      .map((c) => say('DP-2.no-country-code', { country: c })),
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
      p.needs.some((n) => bound.some((r) => r.id === n.resource)),
  );
  const [lies, reached] = [codes(storedIn), codes(reachedFrom)];
  return [
    ...(intake.assets ?? [])
      .filter((a) => !lies.includes(a.country))
      .map(({ id, country }) => say('DP-2.asset-outside', { asset: id, country })),
    ...reaching
      .filter((p) => !reached.includes(p.country))
      .map(({ id, country }) => say('DP-2.person-outside', { person: id, country })),
  ];
}

/** Places from which the case's personal data can be seen, with what brings them there; people are kept out one by one. */
function placesOf({ intake, ...state }: CaseState): { country: string; because: Said }[] {
  const personal = resourcesOf(intake).flatMap((r) => (r.personalData ? [r.id] : []));
  return [
    { country: intake.vendor.country, because: say('DP-2.place-vendor') },
    ...(intake.assets ?? [])
      .filter((a) => personal.includes(a.id))
      .map((a) => ({ country: a.country, because: say('DP-2.place-asset', { asset: a.id }) })),
    ...modelsOf({ intake, ...state }).flatMap(({ tool, logs, logCountry }) =>
      logs === 'not-kept' || logCountry === undefined
        ? []
        : [{ country: logCountry, because: say('DP-2.place-logs', { tool }) }],
    ),
  ];
}

/** Those of them to which no adequacy decision lets the data go without a further word. */
function ungroundedPlaces({ state, now }: Scene): { country: string; because: Said[] }[] {
  const { intake } = state;
  const today = localDay(state.calendars.client, now);
  const places = placesOf(state).filter(
    ({ country }) => isThirdCountry(intake, country) && adequacyOf(intake, country, today) !== 'adequate',
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
  const known = [...third, ...places.map((p) => p.country), ...peopleAbroad(scene.state)];
  return [
    ...third.filter((c) => !grounded.includes(c)).map((c) => say('DP-2.ground-missing', { country: c })),
    ...places
      .filter((p) => !grounded.includes(p.country) && !third.includes(p.country))
      .map(({ country, because }) => say('DP-2.seen-without-ground', { country, because })),
    ...unless(new Set(grounded).size === grounded.length, say('DP-2.twice')),
    ...transfers.flatMap((t) =>
      known.includes(t.country) ? transferFaults(scene, t) : [say('DP-2.no-transfer', { country: t.country })],
    ),
  ];
}

/** Third countries from which people of the roster work. */
const peopleAbroad = ({ intake, people }: CaseState): string[] =>
  Object.values(people).flatMap((p) => (isThirdCountry(intake, p.country) ? [p.country] : []));

/** Without a form: nothing to ask while everything that is known lies where the data may go without a further word. */
function withoutForm(scene: Scene): Assessment {
  const { intake } = scene.state;
  if (intake.data.residency !== undefined) return notSupplied(scene, say('DP-2.not-supplied'));
  const missing = ungroundedPlaces(scene).map(({ country, because }) => ({
    restsOn: [],
    missing: { what: say('DP-2.seen-without-ground', { country, because }), turn: scene.planned.owner },
  }));
  return conclude(scene, [], [...missing, { restsOn: [`intake:${scene.state.plan.intakeHash}`] }]);
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
  form: FORM,
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
      ],
    );
  },
});
