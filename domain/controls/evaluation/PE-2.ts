import { say } from '../../say.js';
import { notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import type { FormOf } from '../form.js';
import { type Anchors, type Ceiling, concludeScore, SCORE_NUMBERS, scoreFields } from './scoring.js';

/** What the scores of tooling fluency mean. */
export const anchors: Anchors = [
  'No engineer proposed works with coding agents.',
  'Some work with coding agents, but nothing of it was shown.',
  'At least half work with coding agents daily, and described how.',
  "All work with them daily, an exercise was watched, and agents' output is reviewed and tested before it merges.",
  "As 3, and the exercise was done in a repository set up like the client's.",
];

const SHOWN = ['nothing', 'described', 'exercise-watched', 'exercise-in-a-repository-like-ours'] as const;

const FORM = {
  asked: { kind: 'number', min: 1, integer: true, ask: 'How many of the engineers proposed were asked?' },
  daily: { kind: 'number', min: 0, integer: true, ask: 'How many of them work with coding agents every day?' },
  shown: { kind: 'choice', of: SHOWN, ask: 'How was this shown?' },
  reviewed: {
    kind: 'yes-no',
    ask: 'Is what agents write reviewed by a person and tested before it merges?',
  },
  ...scoreFields(anchors),
} as const;

function ceilingsOf({ asked, daily, shown, reviewed }: FormOf<typeof FORM>): Ceiling[] {
  const stage = SHOWN.indexOf(shown);
  return [
    { most: 0, when: daily === 0, because: say('PE-2.nobody-daily') },
    { most: 1, when: stage < 1, because: say('PE-2.nothing-shown') },
    { most: 1, when: daily * 2 < asked, because: say('PE-2.some-daily', { daily, asked }) },
    { most: 2, when: daily < asked, because: say('PE-2.some-daily', { daily, asked }) },
    { most: 2, when: stage < 2, because: say('PE-2.no-exercise') },
    { most: 2, when: !reviewed, because: say('PE-2.not-reviewed') },
    { most: 3, when: stage < 3, because: say('PE-2.other-setup') },
  ];
}

/** Whether the engineers proposed are fluent from day one in the agentic coding stack. */
export const PE2 = defineControl({
  id: 'PE-2',
  title: 'Fluency with the agentic coding stack on day one',
  area: 'evaluation',
  risk: 'quality',
  nist: 'measure',
  subject: 'case',
  anchors,
  form: FORM,
  numbers: SCORE_NUMBERS,
  suppliedBy: ['procurement', 'in-house-engineer'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('PE-2.not-scored'));
    const { asked, daily } = answers;
    const wrong = unless(daily <= asked, say('PE-2.more-daily-than-asked', { daily, asked }));
    return concludeScore(scene, answers, ceilingsOf(answers), { wrong });
  },
});
