import { type Actor, CLIENT_ROLES, type PersonId, sideOf } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import { type Accounts, plainAccount, sameAccount } from '../domain/people/accounts.js';
import { namedFor } from '../domain/people/named.js';
import { own } from '../domain/record.js';
import type { ToldOfPeople } from '../presentation/views/caseView.js';
import type { Store, Told } from '../store/contract.js';
import { Problem } from './problems.js';

type Where = { store: Store; state: CaseState };

const plain = (login = ''): string => login.trim().toLowerCase();

/** True for two spellings of one address or zone. */
export const sameText = (a: string | undefined, b: string | undefined): boolean => plain(a) === plain(b);

/** Names of accounts as {@link plainAccount} has them, by provider. */
export const plainNames = (accounts: Accounts = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(accounts).map(([provider, { name }]) => [provider, plainAccount(provider, name)]));

/** What was told of a person last, and is to be accepted; undefined where the case was told nothing. */
export async function offeredLogin({ store, state }: Where, personId: PersonId): Promise<Told | undefined> {
  const offered = own(state.people, personId)?.details;
  const told = await store.people.told({ caseId: state.caseId, personId });
  return told.find(({ details }) => details === offered);
}

/** True where a case opens, or has not yet proven closed, access by what it was told. */
function isInUse({ people, leases }: CaseState, { personId, details }: Told): boolean {
  const person = own(people, personId);
  if (person?.status === 'accepted' && person.account === details) return true;
  return Object.values(leases).some((l) => l.person === personId && l.account === details && l.absentAt === undefined);
}

/** Refuses a login by which somebody else has access, in whichever case: closing one of them would close both. */
export async function requireFree({ store }: Where, { accounts = {}, personId }: Told): Promise<void> {
  for (const [provider, { name, id }] of Object.entries(accounts)) {
    const byName = await store.people.told({ account: { provider, name } });
    const byId = id === undefined ? [] : await store.people.told({ account: { provider, id } });
    for (const told of [...byName, ...byId]) {
      if (told.personId === personId) continue;
      const found = await store.cases.get(told.caseId);
      if (found !== undefined && isInUse(found.state, told))
        throw new Problem('DuplicateId', `The login "${name}" already belongs to ${told.name} in case ${told.caseId}.`);
    }
  }
}

/** Refuses an address by which the case knows somebody else. */
export async function requireOwnAddress({ store, state }: Where, person: PersonId, address = ''): Promise<void> {
  const told = await store.people.told({ caseId: state.caseId });
  if (told.some(({ personId, email }) => personId !== person && sameText(email, address)))
    throw new Problem('DuplicateId', 'Somebody else in this case has this address.');
}

/** Logins of the people of a case; for the client, with what other cases were told of those who are not accepted yet. */
export async function toldOf(store: Store, state: CaseState, reader: Actor): Promise<ToldOfPeople> {
  const told = await store.people.told({ caseId: state.caseId });
  const views: ToldOfPeople = {};
  for (const { id, details, account, status } of Object.values(state.people)) {
    const here = told.find((one) => one.personId === id && one.details === details);
    if (here === undefined) continue;
    const waits = status === 'proposed' || (status === 'accepted' && account !== details);
    const known = waits && sideOf(reader.role) === 'client' ? await elsewhere(store, here) : [];
    views[id] = { ...(here.accounts && { accounts: here.accounts }), ...(known.length > 0 && { known }) };
  }
  return views;
}

type Known = NonNullable<ToldOfPeople[string]['known']>;

/** Other cases, at most this many, are compared with what is offered. */
const CASES = 20;

/** What cases that accepted the person, or name them for the client, were told otherwise; what a vendor merely claimed there counts for nothing. */
async function elsewhere(store: Store, here: Told): Promise<Known> {
  const others = (await store.people.told({ personId: here.personId })).filter(({ caseId }) => caseId !== here.caseId);
  const known: Known = [];
  for (const there of others.slice(-CASES)) {
    const found = await store.cases.get(there.caseId);
    const as = found && standingOf(found.state, there);
    if (as === undefined) continue;
    known.push({ caseId: there.caseId, as, differs: [...textsApart(here, there), ...accountsApart(here, there)] });
  }
  return known;
}

type Apart = Known[number]['differs'];

const textsApart = (here: Told, there: Told): Apart =>
  (['name', 'timeZone'] as const)
    .filter((field) => there[field] !== undefined && !sameText(there[field], here[field]))
    .map((field) => ({ field, here: here[field] ?? '', there: there[field] ?? '' }));

const accountsApart = (here: Told, there: Told): Apart =>
  Object.entries(there.accounts ?? {}).flatMap(([provider, { name }]): Apart => {
    const known = own(here.accounts ?? {}, provider)?.name ?? '';
    return sameAccount(provider, known, name) ? [] : [{ field: `accounts.${provider}`, here: known, there: name }];
  });

function standingOf(state: CaseState, { personId, details }: Told): string | undefined {
  const role = CLIENT_ROLES.find((one) => namedFor(state, one).includes(personId));
  if (role !== undefined) return role;
  const person = own(state.people, personId);
  return person?.account === details && person.status !== 'rejected' ? person.status : undefined;
}
