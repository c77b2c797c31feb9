import { leaseId } from '../access/desiredAccess.js';
import { daysOf, givenBy } from '../access/needs.js';
import type { AccessAsked, Approval } from '../approvals/approval.js';
import type { CaseState } from '../case/state.js';
import { contentHash } from '../hash.js';

/** Id of the request for a person's access to a resource: one at a time, asked again under the same. */
export const requestId = (person: string, resource: string): string => `access-request:${leaseId(person, resource)}`;

/** An approval that access waits for. */
export type AccessRequest = Approval & { access: AccessAsked };

/** Requests for access that wait for a decision, or for an answer to the owner's questions. */
export const openRequests = ({ approvals }: Pick<CaseState, 'approvals'>): AccessRequest[] =>
  Object.values(approvals).filter(isOpenRequest);

const isOpenRequest = (a: Approval): a is AccessRequest =>
  a.access !== undefined && (a.status === 'asked' || a.status === 'returned');

/** SHA-256 of what is decided, the permission and days that the plan gives among it. */
export const requestHash = (access: AccessAsked, reason: string): string => contentHash({ access, reason });

/** True while the plan still gives what was asked for. */
export function isStillGiven({ plan }: Pick<CaseState, 'plan'>, access: AccessAsked): boolean {
  const { resource, profile, permission, maxDays } = access;
  return (
    givenBy(plan, { resource, profile })?.permission === permission && daysOf(plan, { resource, profile }) === maxDays
  );
}
