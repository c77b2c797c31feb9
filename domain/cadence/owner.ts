import type { PlannedBeat } from '../case/plan.js';
import { type Role, sideOf } from '../case/roles.js';

/** The role that has to hold a beat of the cadence; the vendor's contact where the plan names none any more. */
export const ownerOfBeat = (planned: readonly PlannedBeat[], id: string): Role =>
  planned.find((beat) => beat.id === id)?.owner ?? 'vendor-contact';

/** The side that has to hold a beat: a missed one is its miss. */
export const sideOfBeat = (planned: readonly PlannedBeat[], id: string): 'client' | 'vendor' =>
  sideOf(ownerOfBeat(planned, id));
