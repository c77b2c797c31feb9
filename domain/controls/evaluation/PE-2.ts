import { say } from '../../say.js';
import { notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import type { FormOf } from '../form.js';
import { disagreementParts } from '../register/disagreements.js';
import { anchors, FLUENCY_FORM, SHOWN } from './fluencyForm.js';
import { type Ceiling, concludeScore, SCORE_NUMBERS } from './scoring.js';

function ceilingsOf({ asked, daily, shown, reviewed }: FormOf<typeof FLUENCY_FORM>): Ceiling[] {
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
  form: FLUENCY_FORM,
  numbers: SCORE_NUMBERS,
  suppliedBy: ['procurement', 'in-house-engineer'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('PE-2.not-scored'));
    const { asked, daily } = answers;
    const wrong = unless(daily <= asked, say('PE-2.more-daily-than-asked', { daily, asked }));
    return concludeScore(scene, answers, ceilingsOf(answers), { wrong, parts: disagreementParts(scene) });
  },
});
