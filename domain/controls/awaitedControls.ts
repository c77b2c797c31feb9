import type { CaseState } from '../case/state.js';
import type { Instant } from '../time.js';
import { assessNow, verdictOnPath } from './judge.js';
import { openUserEntityControls, type UserEntityControl } from './security/userEntityControls.js';
import { withSuccessors } from './successors.js';

/** Controls that a SOC 2 report leaves to the client and that its attestation waits for; none where another path is met, but those of a report that is to succeed. */
export function awaitedUserEntityControls(state: CaseState, now: Instant): UserEntityControl[] {
  const planned = state.plan.controls['SA-1'];
  if (planned === undefined) return [];
  const then = withSuccessors(state, [planned.id]);
  if (assessNow(then, planned.id, now)?.status !== 'open') return [];
  return then === state && verdictOnPath(state, planned, now).holds ? [] : openUserEntityControls(then);
}
