import type { CaseState } from '../case/state.js';
import { notAfter } from '../time.js';

/** True when access that was wanted before is not wanted any more, ends earlier, or is another one: what a provider must not be asked for afterwards. */
export const takesAway = (before: CaseState, after: CaseState): boolean =>
  Object.entries(before.leases).some(([id, lease]) => {
    if (lease.want !== 'present') return false;
    const now = after.leases[id];
    if (now?.want !== 'present' || now.permission !== lease.permission) return true;
    return now.notAfter !== undefined && (lease.notAfter === undefined || !notAfter(lease.notAfter, now.notAfter));
  });
