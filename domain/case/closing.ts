import { nextProof } from '../access/schedule.js';
import type { Clockwork } from './clockwork.js';

/** A closing case is closed once every lease is proven absent for the last time and no letter waits. */
export const closingClockwork: Clockwork = {
  name: 'closing',
  facts: (state) => {
    if (state.status !== 'closing') return [];
    const proven = Object.values(state.leases).every(
      (l) => l.want === 'absent' && l.absentAt !== undefined && nextProof(l) === undefined,
    );
    return proven && Object.keys(state.letters).length === 0 ? [{ type: 'CaseClosed' }] : [];
  },
  agenda: () => [],
};
