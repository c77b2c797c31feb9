import type { CaseView } from '../../../contract/caseView.js';
import { nameOf } from '../../kit/words.js';

type Lease = CaseView['leases'][number];

/** How far an access is: asked for, open, being closed, closed. */
export type Standing = 'open' | 'opening' | 'closing' | 'closed';

/** One access of one person to one place, with the case in which it is given. */
export type Grant = {
  key: string;
  seen: CaseView;
  lease: Lease;
  who: string;
  standing: Standing;
  /** True for what is up for recertification and nobody has answered. */
  due: boolean;
};

const standingOf = ({ want, seen }: Lease): Standing => {
  if (want === 'present') return seen === 'present' ? 'open' : 'opening';
  return seen === 'absent' ? 'closed' : 'closing';
};

/** Every access of these cases, by name of the person. */
export const grantsOf = (cases: readonly CaseView[]): Grant[] =>
  cases
    .flatMap((seen) =>
      seen.leases.map((lease) => ({
        key: `${seen.caseId} ${lease.id}`,
        seen,
        lease,
        who: nameOf(seen.names, lease.person),
        standing: standingOf(lease),
        due: seen.recertification?.unanswered.includes(lease.id) ?? false,
      })),
    )
    .sort((a, b) => a.who.localeCompare(b.who) || a.lease.resource.localeCompare(b.lease.resource));

/** People by places of one vendor; a person who works in several cases has one row. */
export type VendorMatrix = {
  vendor: string;
  places: string[];
  people: { who: string; at: Map<string, Grant> }[];
};

const newer = (a: Grant | undefined, b: Grant): Grant =>
  a === undefined || a.lease.wantSince < b.lease.wantSince ? b : a;

/** Who can reach what, vendor by vendor. */
export function matrices(grants: readonly Grant[]): VendorMatrix[] {
  const vendors = [...new Set(grants.map(({ seen }) => seen.vendor.name))].sort((a, b) => a.localeCompare(b));
  return vendors.map((vendor) => {
    const own = grants.filter(({ seen }) => seen.vendor.name === vendor);
    const people = new Map<string, VendorMatrix['people'][number]>();
    for (const grant of own) {
      const row = people.get(grant.lease.person) ?? { who: grant.who, at: new Map() };
      row.at.set(grant.lease.resource, newer(row.at.get(grant.lease.resource), grant));
      people.set(grant.lease.person, row);
    }
    const places = [...new Set(own.map(({ lease }) => lease.resource))].sort();
    return { vendor, places, people: [...people.values()] };
  });
}

/** An account or a change at the provider that somebody has to say something about. */
export type Outside = { seen: CaseView } & (
  | { is: 'account'; account: NonNullable<CaseView['accounts']>[number] }
  | { is: 'change'; change: NonNullable<CaseView['outsideChanges']>[number]; person: string; resource: string }
);

/** What was found beside the record: accounts nobody gave, and what was changed by hand. */
export const outsideOf = (cases: readonly CaseView[]): Outside[] =>
  cases.flatMap((seen): Outside[] => [
    ...(seen.accounts ?? []).map((account): Outside => ({ is: 'account', seen, account })),
    ...(seen.outsideChanges ?? []).map((change): Outside => {
      const cut = change.lease.indexOf('/');
      return { is: 'change', seen, change, person: change.lease.slice(0, cut), resource: change.lease.slice(cut + 1) };
    }),
  ]);

/** True while somebody still has to answer. */
export const isUnanswered = (one: Outside): boolean =>
  one.is === 'account'
    ? one.account.question !== undefined || (one.account.foundThere && one.account.declared === undefined)
    : one.change.keptClosed === undefined;
