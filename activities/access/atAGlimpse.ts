import { leaseId } from '../../domain/access/desiredAccess.js';
import { contentHash } from '../../domain/hash.js';
import { own } from '../../domain/record.js';
import { DAY_MS, type Instant, toMs } from '../../domain/time.js';
import type { Glimpse } from '../../providers/access/port.js';
import type { CaseAtPlace } from './casesAtPlace.js';

/** True where a case grants an account just what it can do there. */
const isAsGranted = (cases: CaseAtPlace[], { account, state, permission }: Glimpse): boolean =>
  state === 'present' &&
  cases.some((at) =>
    Object.values(at.state.leases).some(
      (lease) =>
        lease.resource === at.resource &&
        lease.want === 'present' &&
        lease.permission === permission &&
        at.accountOf(lease.person, lease.account)?.id === account.id,
    ),
  );

/** What a case says of an account beside grants, as far as it matters whether somebody is expected there. */
function saidOf({ state, resource, byNumber }: CaseAtPlace, account: string): string {
  const person = byNumber.get(account);
  if (person === undefined) return '';
  const lease = own(state.leases, leaseId(person, resource));
  return `${own(state.people, person)?.status} ${lease?.want} ${lease?.absentAt}`;
}

/**
 * A fingerprint of who is at a place beside those who are there as granted. As long as it is the same, whoever was looked into once need not be
 * looked into again: reading by which ways many accounts come in costs most of a look.
 */
export const restOf = (cases: CaseAtPlace[], all: readonly Glimpse[]): string =>
  contentHash([
    cases.map(({ caseId, state }) => [caseId, state.status]),
    all
      .filter((one) => !isAsGranted(cases, one))
      .map(({ account, state, permission }) => [
        account.id,
        state,
        permission,
        cases.map((at) => saidOf(at, account.id)),
      ])
      .sort(),
  ]);

/** How long looks at a glimpse follow on one that read everything: who was only of the organisation may have been put there since with the same permission. */
const FRESH_MS = 6 * DAY_MS;

/** True where everything was read not long ago. */
export const isFresh = (readAt: Instant | undefined, now: Instant): boolean =>
  readAt !== undefined && toMs(now) - toMs(readAt) <= FRESH_MS;

/** True where no case waits for a look that reads everything. */
export const mayBeBrief = (cases: CaseAtPlace[]): boolean =>
  cases.every(({ state, resource }) => own(state.surveys, resource)?.failingSince === undefined);
