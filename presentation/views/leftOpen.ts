import type { Approval } from '../../domain/approvals/approval.js';
import type { CaseState } from '../../domain/case/state.js';
import { disagreementsOf } from '../../domain/controls/register/disagreements.js';
import { withSuccessors } from '../../domain/controls/successors.js';
import type { Said } from '../../domain/say.js';

/** In what the answers that a gate decides on would not agree with others once it is decided: the decision lets that stand. */
export function disagreementsLeft(state: CaseState, { kind, items = [], successors = [] }: Approval): Said[] {
  if (kind !== 'gate') return [];
  const decided = items.map((item) => item.replace(/@[^@]*$/, ''));
  return disagreementsOf(withSuccessors(state, successors)).flatMap(({ said, answers }) =>
    answers.some(({ from }) => decided.includes(from)) ? [said] : [],
  );
}
