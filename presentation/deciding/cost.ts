import type { CostPage } from '../../contract/deciding.js';
import type { CaseState } from '../../domain/case/state.js';
import { costSheetOf, priceEvidence } from '../../domain/controls/engagement/costSheet.js';
import { formHashOf } from '../../domain/controls/formHash.js';
import type { Instant } from '../../domain/time.js';
import { headOf } from './models.js';

/** Figures of the policy that stand beside a price, by their name in the policy. */
const FIGURES = ['inHouseLowUsd', 'inHouseHighUsd', 'managedTeamFromUsd'] as const;

/** Numbers of a policy by name, each with its source. */
export type Figures = Record<string, { value: number; source: string }>;

/**
 * The cost page of a case.
 *
 * @param figures the numbers that the policy of the case gives for the price, with their sources
 */
export function costPageOf(state: CaseState, now: Instant, figures: Figures, names: Record<string, string>): CostPage {
  const supplied = priceEvidence(state);
  const { name, version } = state.plan.policy;
  return {
    ...headOf(state, now),
    sheet: costSheetOf(state),
    ...(supplied && { entered: { by: supplied.by, at: supplied.at, formHash: formHashOf(supplied) } }),
    figures: FIGURES.flatMap((id) => {
      const found = figures[id];
      return found === undefined ? [] : [{ name: id, value: found.value, source: found.source }];
    }),
    policy: { name, version },
    names: Object.fromEntries(Object.entries(names).filter(([id]) => id === supplied?.by)),
  };
}
