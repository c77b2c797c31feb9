import type { CaseState } from '../../case/state.js';
import { own } from '../../record.js';
import { BEST } from './scoring.js';

/** The points of the evaluation, in the order of the catalogue. */
export const POINTS = ['PE-1', 'PE-2', 'PE-3', 'PE-4', 'PE-5', 'PE-6'] as const;
export type PointId = (typeof POINTS)[number];

/** One point of the evaluation that applies to the case. */
export type PointScore = {
  id: PointId;
  /** 0 to 4 by the point's anchors; left out while it is not scored. */
  score?: number;
  /** Share of the weighted score, percent with one decimal; 0 while it is not scored. */
  sharePercent: number;
};

/** How a vendor scores in one case. */
export type Scores = {
  points: PointScore[];
  /** 0 to 100 with one decimal, over the points that are scored; left out while none is. */
  weighted?: number;
  /** Points that still have to be scored; advice and what is waived need not be. */
  waitingFor: PointId[];
};

/**
 * The weighted score with every other point as 0, 0 to 100 with one decimal: a point that does not count is never better than one that does.
 * Undefined where no point applies.
 *
 * @param counts whether the score of a point is to be relied on
 */
export function countedScore(state: CaseState, counts: (id: PointId) => boolean): number | undefined {
  const planned = plannedPoints(state);
  const total = planned.reduce((sum, p) => sum + p.weight, 0);
  const reached = planned.reduce(
    (sum, { id, score, weight }) => sum + (counts(id) ? weight * ((score ?? 0) / BEST) : 0),
    0,
  );
  return total === 0 ? undefined : oneDecimal((100 * reached) / total);
}

/** The score that was supplied for a point, whether or not it will do. */
function scoreOf({ evidence }: CaseState, id: PointId): number | undefined {
  const score = own(evidence, id)?.form.score;
  return typeof score === 'number' ? score : undefined;
}

/** The points that apply, with their scores and weights; advice and what is waived need no score. */
const plannedPoints = (state: CaseState) =>
  POINTS.flatMap((id) => {
    const row = own(state.plan.controls, id);
    if (row === undefined || !row.applies) return [];
    const score = scoreOf(state, id);
    const optional = row.binding.kind === 'advise' || own(state.waivers, id) !== undefined;
    return [{ id, score, optional, weight: row.numbers?.weight ?? 0 }];
  });

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

/**
 * Weighs the scores of a case by the policy's weights. Points that do not apply or are not scored have no share, so that the
 * scored ones always make 100 percent.
 */
export function scoresOf(state: CaseState): Scores {
  const planned = plannedPoints(state);
  const scored = planned.flatMap(({ score, weight }) => (score === undefined ? [] : [{ score, weight }]));
  const total = scored.reduce((sum, p) => sum + p.weight, 0);
  const reached = scored.reduce((sum, p) => sum + p.weight * (p.score / BEST), 0);
  return {
    points: planned.map(({ id, score, weight }) =>
      score === undefined
        ? { id, sharePercent: 0 }
        : { id, score, sharePercent: total === 0 ? 0 : oneDecimal((100 * weight) / total) },
    ),
    ...(total === 0 ? {} : { weighted: oneDecimal((100 * reached) / total) }),
    waitingFor: planned.filter((p) => p.score === undefined && !p.optional).map((p) => p.id),
  };
}
