import type { ControlView } from '../../contract/parts.js';
import type { Report } from '../../contract/report.js';
import { holdersOf } from '../../domain/approvals/stages.js';
import type { StageId } from '../../domain/case/plan.js';
import type { CaseState } from '../../domain/case/state.js';

const isMet = ({ status }: ControlView): boolean => status === 'met' || status === 'waived';

/** Controls that a gate waits for: meetings and advice hold none, and of several ways to the same end one is enough. */
export function holding(state: CaseState, stage: StageId, controls: readonly ControlView[]): ControlView[] {
  const holders = new Set(holdersOf(state, stage).map(({ id }) => id));
  const asked = controls.filter(({ id }) => holders.has(id));
  const paths = new Set(asked.filter(isMet).map(({ path }) => path));
  return asked.filter((one) => !isMet(one) && (one.path === undefined || !paths.has(one.path)));
}

const unmet = (state: CaseState, stage: StageId, controls: readonly ControlView[]): number =>
  new Set(holding(state, stage, controls).map(({ path, key }) => path ?? key)).size;

/** Every gate of the plan: since when it is open, who decided it and on what, and how many controls still hold it. */
export const gatesOf = (
  state: CaseState,
  controls: readonly ControlView[],
): Omit<Report['gates'][number], 'history'>[] =>
  state.plan.stages.map(({ id, deciders }) => {
    const approval = state.approvals[`gate:${id}`];
    const openSince = state.stagesDone[id];
    const decided = openSince === undefined ? undefined : approval?.stands;
    return {
      stage: id,
      openSince,
      decidedBy: (decided?.votes ?? []).map(({ by, role, onBehalfOf, at, reason }) => ({
        by,
        role,
        onBehalfOf,
        at,
        reason,
      })),
      contentHash: decided?.contentHash,
      byItself: deciders.length === 0,
      openControls: unmet(state, id, controls),
    };
  });
