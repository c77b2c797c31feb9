import { type Actor, CLIENT_ROLES, type PersonId, sideOf } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import { namedFor } from '../domain/people/named.js';
import { own } from '../domain/record.js';
import type { ToldOfPeople } from '../presentation/views/caseView.js';
import type { Store, Told } from '../store/contract.js';
import { Problem } from './problems.js';

type Where = { store: Store; state: CaseState };

const plain = (login = ''): string => login.trim().toLowerCase();

/** True for two spellings of one login: providers do not tell cases apart. */
export const sameLogin = (a: string | undefined, b: string | undefined): boolean => plain(a) === plain(b);

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
export async function requireFree({ store }: Where, { account, personId }: Told): Promise<void> {
  if (account === undefined) return;
  for (const told of await store.people.told({ account })) {
    if (told.personId === personId) continue;
    const found = await store.cases.get(told.caseId);
    if (found !== undefined && isInUse(found.state, told))
      throw new Problem(
        'DuplicateId',
        `The login "${account}" already belongs to ${told.name} in case ${told.caseId}.`,
      );
  }
}

/** Refuses an address by which the case knows somebody else. */
export async function requireOwnAddress({ store, state }: Where, person: PersonId, address = ''): Promise<void> {
  const told = await store.people.told({ caseId: state.caseId });
  if (told.some(({ personId, email }) => personId !== person && sameLogin(email, address)))
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
    views[id] = { account: here.account, ...(known.length > 0 && { known }) };
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
    const differs = (['name', 'account', 'timeZone'] as const)
      .filter((field) => there[field] !== undefined && !sameLogin(there[field], here[field]))
      .map((field) => ({ field, here: here[field] ?? '', there: there[field] ?? '' }));
    known.push({ caseId: there.caseId, as, differs });
  }
  return known;
}

function standingOf(state: CaseState, { personId, details }: Told): string | undefined {
  const role = CLIENT_ROLES.find((one) => namedFor(state, one).includes(personId));
  if (role !== undefined) return role;
  const person = own(state.people, personId);
  return person?.account === details && person.status !== 'rejected' ? person.status : undefined;
}
