import { say } from '../../say.js';
import { notSupplied, numberOf, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { type Anchors, type Ceiling, concludeScore, SCORE_NUMBERS, scoreFields } from './scoring.js';

/** What the scores of replacement and continuity mean. */
export const anchors: Anchors = [
  'No replacement is promised.',
  'Replacement is promised without a number of business days.',
  "Replacement has a number of business days, beyond the policy's, at extra cost, or counted from another moment than the request.",
  "Replacement comes within the policy's business days from the request, at no extra cost.",
  'As 3, with a paid handover from leaver to joiner and a credit for every day late.',
];

/** The terms of replacement and their score. */
export const REPLACEMENT_FORM = {
  promised: { kind: 'yes-no', ask: 'Does the vendor promise to replace an engineer who leaves or does not fit?' },
  slaBusinessDays: {
    kind: 'number',
    min: 1,
    integer: true,
    optional: true,
    ask: 'Within how many business days?',
  },
  extraCost: { kind: 'yes-no', ask: 'Does a replacement cost extra?' },
  clockFrom: {
    kind: 'choice',
    of: ['request', 'departure', 'agreement'],
    ask: "From when do the days count: your request, the engineer's departure, or the vendor's agreement?",
  },
  handover: { kind: 'yes-no', ask: 'Does the vendor pay for a handover from leaver to joiner?' },
  credit: { kind: 'yes-no', ask: 'Is there a credit for every day late?' },
  ...scoreFields(anchors),
} as const;

function ceilingsOf(scene: Scene, answers: FormOf<typeof REPLACEMENT_FORM>): Ceiling[] {
  const { promised, slaBusinessDays, extraCost, clockFrom, handover, credit } = answers;
  const limit = numberOf(scene, 'replacementMaxBusinessDays');
  const late = slaBusinessDays !== undefined && slaBusinessDays > limit;
  return [
    { most: 0, when: !promised, because: say('PE-5.not-promised') },
    { most: 1, when: slaBusinessDays === undefined, because: say('PE-5.no-days') },
    { most: 2, when: late, because: say('PE-5.too-slow', { days: slaBusinessDays, limit }) },
    { most: 2, when: extraCost, because: say('PE-5.extra-cost') },
    { most: 2, when: clockFrom !== 'request', because: say('PE-5.clock-starts-late', { clockFrom }) },
    { most: 3, when: !handover, because: say('PE-5.no-handover') },
    { most: 3, when: !credit, because: say('PE-5.no-credit') },
  ];
}

/** What happens when an engineer leaves: within business days, at no extra cost, counted from the request (RP-1). */
export const PE5 = defineControl({
  id: 'PE-5',
  title: 'Replacement and continuity terms: business days from the request, at no extra cost',
  area: 'evaluation',
  risk: 'continuity',
  nist: 'manage',
  subject: 'case',
  anchors,
  form: REPLACEMENT_FORM,
  numbers: [...SCORE_NUMBERS, 'replacementMaxBusinessDays'],
  suppliedBy: ['legal', 'procurement'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('PE-5.not-scored'));
    const { promised, slaBusinessDays: days } = answers;
    const wrong = unless(promised || days === undefined, say('PE-5.days-of-no-promise', { days }));
    return concludeScore(scene, answers, ceilingsOf(scene, answers), { wrong });
  },
});
