import { type Said, say } from '../../say.js';
import type { Assessment } from '../assessment.js';
import { conclude, numberOf, type Part, unless } from '../conclude.js';
import type { Scene } from '../control.js';
import { doneOn } from '../days.js';

/** What each score from 0 to 4 means, in this order. */
export type Anchors = readonly [string, string, string, string, string];

/** Best score of a point. */
export const BEST = 4;

/** Numbers that the policy gives every point: its share of the weighted score, and the least score that will do. */
export const SCORE_NUMBERS = ['weight', 'minimumScore'] as const;

/** Form fields that every point has: the score by its anchors, what it was read from, and when. */
export const scoreFields = (anchors: Anchors) =>
  ({
    score: {
      kind: 'number',
      min: 0,
      max: BEST,
      integer: true,
      ask: `Which score do the facts support? ${anchors.map((a, i) => `${i}: ${a}`).join(' ')}`,
    },
    evidenceLink: { kind: 'url', optional: true, ask: 'Link to the evidence for the score.' },
    evidenceHash: { kind: 'hash', optional: true, ask: 'SHA-256 of the document behind the score.' },
    scoredOn: { kind: 'day', ask: 'On which day was it scored?' },
  }) as const;

/** What a filled-in form says of the score. */
type Scored = { score: number; evidenceLink?: string; evidenceHash?: string; scoredOn: string };

/** The link or document that the score rests on; without either it rests on nothing. */
function evidencePart({ planned }: Scene, { evidenceHash: hash, evidenceLink: link }: Scored): Part {
  const restsOn = [
    ...(hash === undefined ? [] : [`document:${hash}`]),
    ...(link === undefined ? [] : [`link:${link}`]),
  ];
  if (restsOn.length > 0) return { restsOn };
  return { restsOn, missing: { what: say('evaluation.no-evidence'), turn: planned.owner } };
}

/** A fact that bars the better scores: no more than `most` while `when` holds. */
export type Ceiling = { most: number; when: boolean; because: Said };

/**
 * Judges a scored point (PE-1 to PE-6): refused unless the facts carry the score and it reaches the policy's
 * `minimumScore`; open while neither link nor document shows what it rests on.
 */
export function concludeScore(
  scene: Scene,
  answers: Scored,
  ceilings: Ceiling[],
  more: { wrong?: Said[]; parts?: Part[] } = {},
): Assessment {
  const { score, scoredOn } = answers;
  const minimum = numberOf(scene, 'minimumScore');
  const wrong = [
    ...ceilings
      .filter(({ when, most }) => when && score > most)
      .map(({ most, because }) => say('evaluation.score-too-high', { score, most, because })),
    ...unless(score >= minimum, say('evaluation.score-too-low', { score, minimum })),
  ];
  return conclude(
    scene,
    [...(more.wrong ?? []), ...wrong],
    [doneOn(scene, scoredOn, say('evaluation.scoring')), evidencePart(scene, answers), ...(more.parts ?? [])],
  );
}
