import type { CaseState } from '../../case/state.js';
import { contentHash } from '../../hash.js';
import { byIdentity } from '../../memoize.js';
import { own } from '../../record.js';
import type { Part } from '../conclude.js';
import type { Scene } from '../control.js';
import type { Disagreement, Pair } from './pair.js';
import { partyPairs } from './partyPairs.js';
import { placePairs } from './placePairs.js';
import { registerOf } from './register.js';
import { toolPairs } from './toolPairs.js';

/** True once the gate that decides on a control has been decided, and for a stage that is done without a decision. */
function stands({ plan, approvals, stagesDone }: CaseState, id: string): boolean {
  const stage = own(plan.controls, id)?.stage;
  if (stage === undefined) return false;
  return own(approvals, `gate:${stage}`)?.stands !== undefined || stagesDone[stage] !== undefined;
}

function resolved(state: CaseState, { holders, acts, ...pair }: Pair): Disagreement {
  const there = holders.filter((id) => own(state.plan.controls, id)?.applies === true);
  const holds = acts ? there[0] : there.find((id) => !stands(state, id));
  return { ...pair, ...(holds === undefined ? {} : { holds }) };
}

/** Everything in which the answers in force do not agree, and what each holds. */
export const disagreementsOf = byIdentity((state: CaseState): Disagreement[] => {
  const register = registerOf(state);
  const found = [...toolPairs(state, register), ...partyPairs(state, register), ...placePairs(state, register)];
  return found.map((pair) => resolved(state, pair));
});

/** What would not agree in a case that is about to change, and does agree now. */
export function newDisagreements(before: CaseState, after: CaseState): Disagreement[] {
  const known = new Set(disagreementsOf(before).map(({ said }) => contentHash(said)));
  return disagreementsOf(after).filter(({ said }) => !known.has(contentHash(said)));
}

/** What the register holds against a control: it lacks each agreement, for everybody or for one person. */
export const disagreementParts = ({ state, planned }: Scene): Part[] =>
  disagreementsOf(state)
    .filter(({ holds }) => holds === planned.id)
    .map(({ said, asks = said, person }) => ({
      restsOn: [],
      missing: { what: asks, turn: planned.owner, disagrees: true, ...(person === undefined ? {} : { person }) },
    }));
