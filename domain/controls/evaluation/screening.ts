import { plusDays } from '../../clocks/businessTime.js';
import type { Why } from '../../say.js';
import { listOf, numberOf, type Part, unless } from '../conclude.js';
import type { Scene } from '../control.js';
import { dayEnd, doneOn } from '../days.js';
import type { FormOf } from '../form.js';
import { isClient } from '../sides.js';

/**
 * Lists of financial sanctions: the consolidated lists of the EU and of the UN Security Council, the lists of the US
 * Treasury's OFAC, the UK Sanctions List, the lists of the Swiss SECO.
 */
const SANCTIONS_LISTS = ['EU', 'UN', 'OFAC', 'UK', 'SECO'] as const;

/** One look at the lists, for whichever subject. */
export const SCREENING = {
  lists: { kind: 'choices', of: SANCTIONS_LISTS, min: 1, ask: 'Against which lists?' },
  screenedOn: { kind: 'day', ask: 'On which day?' },
  screenedBy: { kind: 'person', ask: "Which of the client's people did it?" },
  result: {
    kind: 'choice',
    of: ['clear', 'possible-match-cleared', 'hit'],
    ask: 'With which result: nothing found, a possible match that turned out to be another, or a hit?',
  },
  clearedBecause: {
    kind: 'text',
    maxLength: 300,
    optional: true,
    ask: 'For a possible match: what shows that it is another? Say it without a name.',
  },
} as const;
type Screening = FormOf<typeof SCREENING>;

/** What is wrong with one screening; `whom` is its subject as a sentence has it. */
export function screeningFaults(scene: Scene, whom: string, screening: Screening): Why[] {
  const used: readonly string[] = screening.lists;
  const unused = listOf(scene, 'requiredLists').filter((l) => !used.includes(l));
  return [
    ...unless(
      screening.result !== 'hit',
      `The screening of ${whom} ended in a hit on a sanctions list; nothing may be agreed with them.`,
    ),
    ...unless(
      screening.result !== 'possible-match-cleared' || screening.clearedBecause !== undefined,
      `The screening of ${whom} cleared a possible match without a reason; say what shows that it is another.`,
    ),
    ...unless(
      unused.length === 0,
      `The screening of ${whom} left out ${unused.join(', ')}; the policy asks for each of these lists.`,
    ),
    ...unless(
      isClient(scene.state, screening.screenedBy),
      `The screening of ${whom} was by nobody of the client's; one of the client's people has to do it.`,
    ),
  ];
}

/** A screening counts from its day on, and is repeated at the policy's interval. */
export const screeningParts = (scene: Scene, whom: string, { screenedOn }: Screening): Part[] => [
  doneOn(scene, screenedOn, `The screening of ${whom}`),
  { restsOn: [], until: dayEnd(scene, plusDays(screenedOn, numberOf(scene, 'repeatDays'))) },
];
