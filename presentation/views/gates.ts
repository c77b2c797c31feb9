import type { ControlView } from '../../contract/parts.js';
import type { Report } from '../../contract/report.js';
import type { CaseState } from '../../domain/case/state.js';

const isUnmet = ({ status }: ControlView): boolean => status === 'open' || status === 'refused';

/** Every gate of the plan: since when it is open, who decided it and on what, and how many controls still hold it. */
export const gatesOf = (
  { plan, stagesDone, approvals }: CaseState,
  controls: readonly ControlView[],
): Report['gates'] =>
  plan.stages.map(({ id, deciders }) => {
    const approval = approvals[`gate:${id}`];
    const openSince = stagesDone[id];
    const decided = openSince !== undefined && approval?.status === 'approved' ? approval : undefined;
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
      openControls: controls.filter((control) => control.stage === id && isUnmet(control)).length,
    };
  });
