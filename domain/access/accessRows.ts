import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { unansweredLeases } from '../recertification/round.js';
import type { Instant } from '../time.js';
import { openQuestions } from './accounts.js';
import type { Lease } from './lease.js';
import { openOutsideChanges } from './outsideChanges.js';

/** `open`: seen there; `opening`: granted, not seen there yet; `closing`: ended, not proven gone; `removed`: taken away by hand; `unknown`: an account of nobody knows whom. */
export const ACCESS_STATUSES = ['open', 'opening', 'closing', 'removed', 'unknown'] as const;
export type AccessStatus = (typeof ACCESS_STATUSES)[number];

/** What the client is asked about it: to confirm it in a round (AR-1), whose account it is, or whether a change by hand stands. */
export const ACCESS_ASKS = ['confirm', 'declare', 'review'] as const;
export type AccessAsk = (typeof ACCESS_ASKS)[number];

/** Somebody who can reach something, or may be able to. */
export type AccessRow = {
  caseId: string;
  /** What it is about within the case: the id of a grant, or `account:` and the key of an account. */
  place: string;
  vendor: string;
  person: PersonId;
  resource: string;
  /** As seen at the provider, else as granted; absent where neither is known. */
  permission?: string;
  status: AccessStatus;
  since: Instant;
  /** First instant at which it is no longer held, as things stand. */
  until?: Instant;
  asks?: AccessAsk;
  answerBy?: Instant;
};

/** Who can reach what in a case, what of it the client is asked about, and accounts that nobody knows. */
export function accessRows(state: CaseState): AccessRow[] {
  const { caseId, intake, recertification } = state;
  const vendor = intake.vendor.name;
  const changed = new Set(openOutsideChanges(state).map(([lease]) => lease));
  const unconfirmed = new Set(unansweredLeases(state).map(({ id }) => id));
  const grants = Object.values(state.leases).flatMap((lease): AccessRow[] => {
    const status = statusOf(lease, changed.has(lease.id));
    if (status === undefined) return [];
    const { id: place, person, resource, wantSince: since } = lease;
    const permission = lease.held ?? lease.permission;
    const until = lease.want === 'present' ? lease.notAfter : undefined;
    const row = { caseId, place, vendor, person, resource, permission, status, since, ...(until && { until }) };
    if (changed.has(place)) return [{ ...row, asks: 'review' }];
    if (!unconfirmed.has(place)) return [row];
    const answerBy = recertification?.deadline;
    return [{ ...row, asks: 'confirm', ...(answerBy && { answerBy }) }];
  });
  const unknown = openQuestions(state).map(({ person, resource, question }): AccessRow => {
    const { since, answerBy, permission } = question;
    const row = { caseId, place: `account:${person}/${resource}`, vendor, person, resource };
    return { ...row, ...(permission && { permission }), status: 'unknown', since, asks: 'declare', answerBy };
  });
  return [...grants, ...unknown];
}

function statusOf(lease: Lease, isChanged: boolean): AccessStatus | undefined {
  if (lease.want === 'present') return lease.seen === 'present' ? 'open' : 'opening';
  if (lease.absentAt === undefined) return 'closing';
  return isChanged ? 'removed' : undefined;
}
