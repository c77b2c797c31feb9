import { INDUSTRIES } from '../../case/intake.js';
import { say } from '../../say.js';
import { companiesIn, isVendorCompany } from '../company.js';
import { notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import type { FormOf } from '../form.js';
import { type Anchors, type Ceiling, concludeScore, SCORE_NUMBERS, scoreFields } from './scoring.js';

/** What the scores of the references mean. */
export const anchors: Anchors = [
  'The vendor names no client.',
  'Clients are named, but nobody has spoken to one.',
  'A client was asked and would hire the vendor again.',
  'A client in the same industry was asked and would hire the vendor again, and an independent review site confirms the vendor’s satisfaction figures.',
  'As 3, with two such clients and two such sites.',
];

const FORM = {
  clientIndustry: {
    kind: 'choice',
    of: INDUSTRIES,
    optional: true,
    ask: "What is the client's own industry, where the intake does not name it?",
  },
  references: {
    kind: 'list',
    ask: 'Which clients does the vendor refer to?',
    of: {
      company: { kind: 'text', maxLength: 100, ask: 'Which company?' },
      industry: { kind: 'choice', of: INDUSTRIES, ask: 'In which industry?' },
      spokenOn: { kind: 'day', optional: true, ask: 'On which day did you speak to them?' },
      again: { kind: 'yes-no', optional: true, ask: 'Would they hire the vendor again?' },
    },
  },
  reviews: {
    kind: 'list',
    ask: "At which review sites were the vendor's figures on satisfaction checked?",
    of: {
      site: { kind: 'text', maxLength: 80, ask: 'Which site?' },
      runByVendor: { kind: 'yes-no', ask: "Is it the vendor's own site?" },
      link: { kind: 'url', ask: 'Where is the page?' },
      checkedOn: { kind: 'day', ask: 'On which day was it looked at?' },
      confirmed: { kind: 'yes-no', ask: 'Does it confirm the vendor’s satisfaction figures?' },
    },
  },
  ...scoreFields(anchors),
} as const;

/** What the facts bar; a talk after the day of scoring does not count towards it. */
function ceilingsOf(answers: FormOf<typeof FORM>, own: string): Ceiling[] {
  const { references, reviews, scoredOn } = answers;
  const spoken = references.filter((r) => r.spokenOn !== undefined && r.spokenOn <= scoredOn && r.again === true);
  const here = companiesIn(spoken.filter((r) => r.industry === own).map((r) => r.company));
  const checked = reviews.filter((r) => !r.runByVendor && r.confirmed);
  const sites = companiesIn(checked.map((r) => r.site));
  return [
    { most: 0, when: references.length === 0, because: say('PE-4.no-clients') },
    { most: 1, when: spoken.length === 0, because: say('PE-4.nobody-spoken-to') },
    { most: 2, when: here === 0, because: say('PE-4.none-in-industry', { industry: own }) },
    { most: 2, when: sites === 0, because: say('PE-4.no-review-site') },
    { most: 3, when: here === 1, because: say('PE-4.one-in-industry', { industry: own }) },
    { most: 3, when: sites === 1, because: say('PE-4.one-review-site') },
  ];
}

/** Clients of the vendor who were asked, in the client's own industry, and satisfaction checked where the vendor does not write. */
export const PE4 = defineControl({
  id: 'PE-4',
  title: "References in the client's industry, and satisfaction checked at independent review sites",
  area: 'evaluation',
  risk: 'quality',
  nist: 'map',
  subject: 'case',
  anchors,
  form: FORM,
  numbers: SCORE_NUMBERS,
  suppliedBy: ['procurement', 'legal'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('PE-4.not-scored'));
    const own = scene.state.intake.client.industry ?? answers.clientIndustry;
    if (own === undefined) return notSupplied(scene, say('PE-4.no-industry'));
    const late = answers.reviews.filter((r) => r.checkedOn > answers.scoredOn).map((r) => r.site);
    const wrong = [
      ...unless(late.length === 0, say('PE-4.checked-after-scoring', { sites: late, scoredOn: answers.scoredOn })),
      ...answers.references.flatMap(({ company, spokenOn, again }) => [
        ...unless(!isVendorCompany(scene.state, company), say('PE-4.vendor-itself', { company })),
        ...unless(again === undefined || spokenOn !== undefined, say('PE-4.not-spoken-to', { company })),
      ]),
    ];
    return concludeScore(scene, answers, ceilingsOf(answers, own), { wrong });
  },
});
