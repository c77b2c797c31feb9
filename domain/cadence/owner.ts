import type { PlannedMeeting } from '../case/plan.js';
import { type Role, sideOf } from '../case/roles.js';

/** The role that has to hold a meeting of the cadence; the vendor's contact where the plan names none any more. */
export const ownerOfMeeting = (planned: readonly PlannedMeeting[], id: string): Role =>
  planned.find((meeting) => meeting.id === id)?.owner ?? 'vendor-contact';

/** The side that has to hold a meeting: a missed one is its miss. */
export const sideOfMeeting = (planned: readonly PlannedMeeting[], id: string): 'client' | 'vendor' =>
  sideOf(ownerOfMeeting(planned, id));
