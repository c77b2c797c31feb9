import { plusDays } from '../../clocks/businessTime.js';
import { own } from '../../record.js';
import { type Said, say } from '../../say.js';
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
    ask: 'With which result: nothing found, a possible match that proved to be someone else, or a hit?',
  },
  clearedBecause: {
    kind: 'text',
    maxLength: 300,
    optional: true,
    ask: 'For a possible match: what shows that it is someone else? Do not write names.',
  },
} as const;
type Screening = FormOf<typeof SCREENING>;

/** What is wrong with one screening; `whom` names its subject, `key` is that of a hit on it. */
export function screeningFaults(scene: Scene, key: string, whom: Said, screening: Screening): Said[] {
  const { result, clearedBecause, screenedBy } = screening;
  const used: readonly string[] = screening.lists;
  const unused = listOf(scene, 'requiredLists').filter((l) => !used.includes(l));
  const unanswered = result !== 'hit' && own(scene.state.hits, key) !== undefined;
  return [
    ...unless(result !== 'hit', say('SC-1.hit', { whom })),
    ...unless(!unanswered, say('SC-1.hit-unanswered', { whom })),
    ...unless(
      result !== 'possible-match-cleared' || clearedBecause !== undefined,
      say('SC-1.cleared-without-reason', { whom }),
    ),
    ...unless(unused.length === 0, say('SC-1.lists-left-out', { whom, lists: unused })),
    ...unless(isClient(scene.state, screenedBy), say('SC-1.screened-outside', { whom, by: screenedBy })),
  ];
}

/** A screening counts from its day on, and is repeated at the policy's interval. */
export const screeningParts = (scene: Scene, whom: Said, { screenedOn }: Screening): Part[] => [
  doneOn(scene, screenedOn, say('SC-1.screening', { whom })),
  { restsOn: [], until: dayEnd(scene, plusDays(screenedOn, numberOf(scene, 'repeatDays'))) },
];

/** True of what a screening says of a hit on a list. */
export const isHitSaid = ({ code }: Said): boolean => code === 'SC-1.hit';
