import { resourcesOf } from '../../access/resources.js';
import type { Why } from '../../say.js';
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
  ...paperFields('the agreement that lays down where the data may be'),
  clause: { kind: 'text', maxLength: 120, ask: 'In which clause does it do so?' },
  storedIn: places('In which countries may the data lie by that clause, copies and backups included?'),
  reachedFrom: places('From which countries may the data be reached by that clause, support included?'),
  transfers: {
    kind: 'list',
    ask: 'For personal data of people in the EU: each country outside the EEA among them, and what the transfer rests on; an empty list when there is none.',
    of: TRANSFER_FORM,
  },
} as const;
type Answers = FormOf<typeof FORM>;

const codes = (list: { country: string }[]): string[] => [...new Set(list.map((c) => c.country))];

/** What the clause allows keeps within what the intake allows. */
function clauseFaults({ state }: Scene, { storedIn, reachedFrom }: Answers): Why[] {
  const allowed = state.intake.data.residency?.countries ?? [];
  const within = allowed.join(', ');
  const [lies, reached] = [codes(storedIn), codes(reachedFrom)];
  return [
    ...[...new Set([...lies, ...reached])]
      .filter((c) => !/^[A-Z]{2}$/.test(c))
      .map((c) => `${c} is no country code; give two capital letters, such as DE.`),
    ...lies
      .filter((c) => !allowed.includes(c))
      .map((c) => `The agreement lets the data lie in ${c}; they may lie in ${within} only.`),
    ...reached
      .filter((c) => !allowed.includes(c))
      .map((c) => `The agreement lets the data be reached from ${c}; they may be reached from ${within} only.`),
  ];
}

/**
 * Where the data sets and models lie, and from where people are to reach what is bound, keeps within the clause. Somebody outside the
 * residency countries is kept out one by one, so that they do not shut the data for everybody else.
 */
function factFaults({ state }: Scene, { storedIn, reachedFrom }: Answers): Why[] {
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
      .map((a) => `${a.id} lies in ${a.country}, where the agreement does not let data lie; move it.`),
    ...reaching
      .filter((p) => !reached.includes(p.country))
      .map(
        (p) =>
          `${p.id} is to reach data from ${p.country}, from where the agreement does not let them be reached; take that need away.`,
      ),
  ];
}

/** Every country outside the EEA has a ground of its own, where the GDPR binds the data. */
function transferAnswerFaults(scene: Scene, { storedIn, reachedFrom, transfers }: Answers): Why[] {
  if (!scene.state.intake.data.euPersonalData) return [];
  const eea = listOf(scene, 'eeaCountries');
  const third = codes([...storedIn, ...reachedFrom]).filter((c) => !eea.includes(c));
  const grounded = transfers.map((t) => t.country);
  return [
    ...third
      .filter((c) => !grounded.includes(c))
      .map((c) => `${c} lies outside the EEA and no ground for the transfer is named (Art. 44); name one.`),
    ...unless(
      new Set(grounded).size === grounded.length,
      'A country is named twice among the transfers; name each once.',
    ),
    ...transfers.flatMap((t) =>
      third.includes(t.country)
        ? transferFaults(scene, t)
        : [`${t.country} is no third country of this agreement; name a transfer only where there is one.`],
    ),
  ];
}

/** Residency in writing, kept to by every data set and person, and a ground for each transfer (GDPR Art. 44 to 49). */
export const DP2 = defineControl({
  id: 'DP-2',
  title: 'Residency in the contract, with transfer mechanism and assessment',
  area: 'data',
  risk: 'data-exposure',
  nist: 'govern',
  subject: 'case',
  form: FORM,
  lists: ['eeaCountries', 'adequateCountries', 'adequateWhenCertified'],
  suppliedBy: ['vendor-contact', 'procurement', 'legal'],
  applies: ({ data }) =>
    data.residency === undefined
      ? { applies: false, why: 'Neither regulation nor policy says where the data have to stay.' }
      : {
          applies: true,
          why: `By ${data.residency.requiredBy === 'policy' ? "the client's policy" : 'regulation'} the data have to stay in ${data.residency.countries.join(', ')}.`,
        },
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, 'The residency clause is not supplied yet.');
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
