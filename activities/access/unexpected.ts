import { accountKey } from '../../domain/access/account.js';
import { isDeclaredOurs } from '../../domain/access/accounts.js';
import { leaseId } from '../../domain/access/desiredAccess.js';
import { fromRef } from '../../domain/access/resources.js';
import type { CarriedPerson } from '../../domain/case/carried.js';
import type { PersonId } from '../../domain/case/roles.js';
import { own } from '../../domain/record.js';
import type { FoundAccount, Listing } from '../../providers/access/port.js';
import type { Store } from '../../store/contract.js';
import type { CaseAtPlace } from './casesAtPlace.js';

/** Accounts at a place that a case does not expect there, by id, with what each holds. */
export type Unexpected = { permissions: Record<PersonId, string>; people: CarriedPerson[] };

/** True for whoever was put there. Who is there as one of the client's own organisation alone is the organisation's to know. */
const isPutThere = ({ ways }: FoundAccount): boolean =>
  ways.some(({ by }) => by === 'direct' || by === 'invitation' || by === 'team');

/**
 * Who is at a place without being expected, by case. Somebody of a case is that case's, whatever they are in the others. Whose anybody else
 * is, is asked once: in the case that has asked or was told of them, else in the one that was opened first; what one case declares counts in all.
 */
export async function unexpected(
  store: { people: Pick<Store['people'], 'carry'>; places: Pick<Store['places'], 'recognize'> },
  cases: CaseAtPlace[],
  listing: Exclude<Listing, { gone: true }>,
): Promise<Map<CaseAtPlace, Unexpected>> {
  const found = new Map(cases.map((one) => [one, { permissions: {}, people: [] } as Unexpected]));
  const strangers: FoundAccount[] = [];
  // The token's own account is Drawbridge's, whoever of a case is said to have that login: acting on it would put Drawbridge out.
  for (const one of listing.accounts.filter((account) => account.own !== true)) {
    const { id } = one.account;
    const known = cases.filter(({ byNumber }) => byNumber.has(id));
    if (known.length === 0 && isPutThere(one)) strangers.push(one);
    // Somebody to whom any case grants access, or takes it away, is there by that.
    if (known.some((at) => hasLease(at, id))) continue;
    for (const at of known) {
      const person = at.byNumber.get(id);
      if (person !== undefined) Object.assign(found.get(at)?.permissions ?? {}, { [person]: one.permission });
    }
  }
  for (const [at, more] of await byCase(store, cases, strangers)) {
    const its = found.get(at);
    if (its === undefined) continue;
    Object.assign(its.permissions, more.permissions);
    its.people.push(...more.people);
  }
  return found;
}

function hasLease({ state, resource, byNumber }: CaseAtPlace, account: string): boolean {
  const person = byNumber.get(account);
  return person !== undefined && own(state.leases, leaseId(person, resource)) !== undefined;
}

/** Accounts that are nobody's of any case, for the case that asks whose each is. */
async function byCase(
  { people, places }: { people: Pick<Store['people'], 'carry'>; places: Pick<Store['places'], 'recognize'> },
  cases: CaseAtPlace[],
  strangers: FoundAccount[],
): Promise<Map<CaseAtPlace, Unexpected>> {
  const asking = new Map<CaseAtPlace, Unexpected>();
  const [first] = cases.filter(({ state }) => state.status === 'open');
  if (first === undefined || strangers.length === 0) return asking;
  const { provider } = fromRef(first.resource);
  const known = await places.recognize(
    provider,
    strangers.map(({ account }) => account),
  );
  for (const one of strangers) {
    const person = known.get(one.account.id);
    if (person !== undefined && cases.some(({ state, resource }) => isDeclaredOurs(state, resource, person))) continue;
    const asks = cases.find((at) => person !== undefined && hasAsked(at, person)) ?? first;
    const its = asking.get(asks) ?? { permissions: {}, people: [] };
    asking.set(asks, its);
    if (person !== undefined) its.permissions[person] = one.permission;
    else {
      const { id, name } = one.account;
      const sealed = await people.carry(asks.caseId, [{ name, email: '', accounts: { [provider]: { name, id } } }]);
      for (const carried of sealed.people) {
        its.permissions[carried.personId] = one.permission;
        its.people.push(carried);
      }
    }
  }
  return asking;
}

const hasAsked = ({ state, resource }: CaseAtPlace, person: PersonId): boolean =>
  state.status === 'open' && own(state.accounts, accountKey(person, resource)) !== undefined;
