import { resourcesOf } from '../../access/resources.js';
import { type Said, say } from '../../say.js';
import { conclude, listOf, notSupplied, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { paperFields, paperPart } from '../paperPart.js';
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
    ask: 'For personal data of people in the EU: each of these countries outside the EEA, and the legal ground for the transfer. Leave the list empty if there is none.',
    of: TRANSFER_FORM,
  },
} as const;
type Answers = FormOf<typeof FORM>;

const codes = (list: { country: string }[]): string[] => [...new Set(list.map((c) => c.country))];

/** What the clause allows keeps within what the intake allows. */
function clauseFaults({ state }: Scene, { storedIn, reachedFrom }: Answers): Said[] {
  const allowed = state.intake.data.residency?.countries ?? [];
  const [lies, reached] = [codes(storedIn), codes(reachedFrom)];
  return [
    ...[...new Set([...lies, ...reached])]
      .filter((c) => !/^[A-Z]{2}$/.test(c))
      .map((c) => say('DP-2.no-country-code', { country: c })),
    ...lies.filter((c) => !allowed.includes(c)).map((c) => say('DP-2.stored-outside', { country: c, allowed })),
    ...reached.filter((c) => !allowed.includes(c)).map((c) => say('DP-2.reached-outside', { country: c, allowed })),
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

/** Every country outside the EEA has a ground of its own, where the GDPR binds the data. */
function transferAnswerFaults(scene: Scene, { storedIn, reachedFrom, transfers }: Answers): Said[] {
  if (!scene.state.intake.data.euPersonalData) return [];
  const eea = listOf(scene, 'eeaCountries');
  const third = codes([...storedIn, ...reachedFrom]).filter((c) => !eea.includes(c));
  const grounded = transfers.map((t) => t.country);
  return [
    ...third.filter((c) => !grounded.includes(c)).map((c) => say('DP-2.ground-missing', { country: c })),
    ...unless(new Set(grounded).size === grounded.length, say('DP-2.twice')),
    ...transfers.flatMap((t) =>
      third.includes(t.country) ? transferFaults(scene, t) : [say('DP-2.no-transfer', { country: t.country })],
    ),
  ];
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
  lists: ['eeaCountries', 'adequateCountries', 'adequateWhenCertified'],
  suppliedBy: ['vendor-contact', 'procurement', 'legal'],
  applies: ({ data }) =>
    data.residency === undefined
      ? { applies: false, why: say('DP-2.no-residency') }
      : {
          applies: true,
          why: say(
            data.residency.requiredBy === 'policy' ? 'DP-2.residency-by-policy' : 'DP-2.residency-by-regulation',
            {
              countries: data.residency.countries,
            },
          ),
        },
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('DP-2.not-supplied'));
    const euData = scene.state.intake.data.euPersonalData;
    return conclude(
      scene,
      [...clauseFaults(scene, answers), ...factFaults(scene, answers), ...transferAnswerFaults(scene, answers)],
      [
        paperPart(scene, answers, { kind: ['dpa', 'annex', 'master-agreement'], signers: ['client', 'vendor'] }),
        ...(euData ? answers.transfers.map((t) => transferPart(scene, t)) : []),
      ],
    );
  },
});
