import { openQuestions } from '../domain/access/accounts.js';
import { loginsOn } from '../domain/access/survey.js';
import type { CarriedPerson } from '../domain/case/carried.js';
import type { PersonId } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import type { Store } from '../store/contract.js';
import { sameLogin } from './logins.js';

/** An account that is nobody's whom the store knows by an address, as a look at a resource records one. */
const asAccount = (login: string) => ({ name: login, email: '', account: login });

type Where = { store: Store; state: CaseState };

/** Accounts of an act by their ids, those among them that nobody has recorded yet, and what was asked, which is the same when it is repeated. */
type Meant = { accounts: PersonId[]; people: CarriedPerson[]; asked: string };

/**
 * Whom logins on a resource mean: the people of the case by the login that they are known by there, as a look at the resource takes them, and anybody
 * else by their account. An id counts where the case has asked about it or heard of it; any other text is a login.
 */
export async function accountsMeant({ store, state }: Where, resource: string, given: string[]): Promise<Meant> {
  const heardOf = new Set(Object.values(state.accounts ?? {}).map(({ person }) => person));
  const told = await store.people.told({ caseId: state.caseId });
  const logins = loginsOn(state, resource);
  const known = (login: string): PersonId | undefined =>
    heardOf.has(login)
      ? login
      : told.find((one) => logins[one.personId] === one.details && sameLogin(one.account, login))?.personId;
  const strangers = given.filter((login) => known(login) === undefined);
  const { people } = await store.people.carry(state.caseId, strangers.map(asAccount));
  const { digest } = await store.people.carry(state.caseId, given.map(asAccount));
  const ids = [...given.flatMap((login) => known(login) ?? []), ...people.map(({ personId }) => personId)];
  return { accounts: [...new Set(ids)], people, asked: digest };
}

/** True where the account of that name, or the person who is to have it, is declared in the case as somebody's who is not the vendor's. */
export async function isDeclaredForClient(where: Where, login: string, person: PersonId): Promise<boolean> {
  const { state } = where;
  const ids = [person, ...(await idsOf(where, login))];
  return Object.values(state.accounts ?? {}).some(
    ({ person, declared }) => ids.includes(person) && declared !== undefined && declared.is !== 'vendor',
  );
}

/** True where nobody has said yet whose the account of that name is, which a look found before the case knew anybody by it. */
export async function isAskedAbout(where: Where, login: string, person: PersonId): Promise<boolean> {
  const ids = (await idsOf(where, login)).filter((id) => id !== person);
  return openQuestions(where.state).some((one) => ids.includes(one.person));
}

/** Ids that a look at a resource gives the account of that name while it is nobody's of the case. */
async function idsOf({ store, state }: Where, login: string): Promise<PersonId[]> {
  const { people } = await store.people.carry(state.caseId, [asAccount(login)]);
  return people.map(({ personId }) => personId);
}
