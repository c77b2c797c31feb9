import { nextProof } from '../access/schedule.js';
import type { Clockwork } from './clockwork.js';
import { mayEnd } from './whileClosing.js';

/** A closing case is closed once every lease is proven absent for the last time, what holds its end is met or waived, and no letter waits. */
export const closingClockwork: Clockwork = {
  name: 'closing',
  facts: (state, now) => {
    if (state.status !== 'closing') return [];
    const proven = Object.values(state.leases).every(
      (l) => l.want === 'absent' && l.absentAt !== undefined && nextProof(l) === undefined,
    );
    // The hours of an incident run on, and somebody has to do what they ask for.
    const settled = Object.values(state.incidents ?? {}).every((i) => i.drill || i.closedAt !== undefined);
    const ready = proven && settled && mayEnd(state, now);
    return ready && Object.keys(state.letters).length === 0 ? [{ type: 'CaseClosed' }] : [];
  },
  agenda: () => [],
};
