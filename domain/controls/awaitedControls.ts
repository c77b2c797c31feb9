import type { CaseState } from '../case/state.js';
import type { Instant } from '../time.js';
import { assessNow, verdictOnPath } from './judge.js';
import { openUserEntityControls, type UserEntityControl } from './security/userEntityControls.js';

/** Controls that a SOC 2 report leaves to the client and that its attestation waits for; none where another path is met. */
export function awaitedUserEntityControls(state: CaseState, now: Instant): UserEntityControl[] {
  const planned = state.plan.controls['SA-1'];
  if (planned === undefined || assessNow(state, planned.id, now)?.status !== 'open') return [];
  return verdictOnPath(state, planned, now).holds ? [] : openUserEntityControls(state);
}
