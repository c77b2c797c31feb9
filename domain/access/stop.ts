import type { PersonId, Role } from '../case/roles.js';
import type { Instant } from '../time.js';

/** What a stop is about: a person in every case, all cases of a vendor, or a place in every case. */
export const STOP_SCOPES = ['person', 'vendor', 'resource'] as const;
export type StopScope = (typeof STOP_SCOPES)[number];

/** Whose access a stop closes within one case: a person's, everybody's, or everybody's at one place. */
export type StopReach =
  | { scope: 'person'; person: PersonId }
  | { scope: 'case' }
  | { scope: 'resource'; resource: string };

/** A stop that holds in a case. */
export type Stop = StopReach & { by: PersonId; reason: string; since: Instant };

/**
 * Who may stop, and lift what somebody else has stopped: for one person whoever may suspend their access, for more those who answer for security, for
 * the work and for the vendor.
 */
export const STOPPERS: Record<StopScope, readonly Role[]> = {
  person: ['security', 'privacy', 'legal', 'engineering-manager', 'procurement'],
  vendor: ['security', 'engineering-manager', 'procurement', 'executive'],
  resource: ['security', 'engineering-manager', 'procurement'],
};
