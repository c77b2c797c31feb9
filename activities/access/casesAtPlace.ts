import type { Lease } from '../../domain/access/lease.js';
import { fromRef } from '../../domain/access/resources.js';
import type { OtherWant } from '../../domain/access/sharedPlace.js';
import { loginsOn } from '../../domain/access/survey.js';
import type { PersonId } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { own } from '../../domain/record.js';
import type { Account } from '../../providers/access/port.js';
import type { Store } from '../../store/contract.js';
import type { PlaceId } from '../../store/placesContract.js';

/** A case that looks after a place, as it stood before the look. */
export type CaseAtPlace = {
  caseId: string;
  resource: string;
  state: CaseState;
  /** The account that an access of the case goes by there, by the thing told of the person. */
  accountOf(person: PersonId, details: string | undefined): Account | undefined;
  /** The people of the case by the numbers of the accounts that they are known by there. */
  byNumber: Map<string, PersonId>;
};

type Ports = {
  cases: Pick<Store['cases'], 'get'>;
  people: Pick<Store['people'], 'told'>;
  places: Pick<Store['places'], 'at'>;
};

/** The cases that could be read; `isWhole` is false where one is in quarantine, so that nobody knows whose its people are. */
export type CasesAtPlace = { cases: CaseAtPlace[]; isWhole: boolean };

/** Reads every case that looks after a place, the one that was opened first first. */
export async function casesAtPlace(store: Ports, place: PlaceId): Promise<CasesAtPlace> {
  const found: CaseAtPlace[] = [];
  let isWhole = true;
  for (const { caseId, resource } of await store.places.at(place)) {
    const stored = await store.cases.get(caseId).catch(unlessQuarantined);
    if (stored === undefined) {
      isWhole = false;
      continue;
    }
    const { state } = stored;
    const { provider } = fromRef(resource);
    const told = new Map<string, Account>();
    const byNumber = new Map<string, PersonId>();
    const logins = loginsOn(state, resource);
    for (const { personId, details, accounts = {} } of await store.people.told({ caseId })) {
      const { id, name } = own(accounts, provider) ?? {};
      if (id === undefined || name === undefined) continue;
      told.set(`${personId}/${details}`, { id, name });
      if (logins[personId] === details) byNumber.set(id, personId);
    }
    const accountOf = (person: PersonId, details = '') => told.get(`${person}/${details}`);
    found.push({ caseId, resource, state, accountOf, byNumber });
  }
  return { cases: found, isWhole };
}

/** A case in quarantine is told nothing, and the others are; a database that does not answer fails the look. */
function unlessQuarantined(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'CaseQuarantined') return undefined;
  throw error;
}

/** What is granted to an account there beside one grant. */
export const wantsBesides = (
  cases: CaseAtPlace[],
  besides: { caseId: string; lease: string },
  account: string,
): OtherWant[] =>
  cases.flatMap((one) =>
    Object.values(one.state.leases).flatMap((lease) => {
      if (lease.resource !== one.resource || lease.want !== 'present') return [];
      if (one.caseId === besides.caseId && lease.id === besides.lease) return [];
      const isThis = one.accountOf(lease.person, lease.account)?.id === account;
      return isThis ? [wantOf(one.caseId, lease)] : [];
    }),
  );

const wantOf = (caseId: string, { id: lease, permission, account: details, notAfter: until }: Lease): OtherWant => ({
  caseId,
  lease,
  permission,
  ...(details !== undefined && { details }),
  ...(until && { until }),
});
