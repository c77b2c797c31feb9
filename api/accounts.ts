import { openQuestions } from '../domain/access/accounts.js';
import { fromRef } from '../domain/access/resources.js';
import { loginsOn } from '../domain/access/survey.js';
import type { CarriedPerson } from '../domain/case/carried.js';
import type { PersonId } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import { sameAccount } from '../domain/people/accounts.js';
import { own } from '../domain/record.js';
import type { Store, Told } from '../store/contract.js';

/** An account that is nobody's whom the store knows by an address, as a look at a resource records one. */
const asStranger = ({ provider, name }: NamedAccount) => ({ name, email: '', accounts: { [provider]: { name } } });

/** An account by the name that it goes by at its provider. */
export type NamedAccount = { provider: string; name: string };

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
  const { provider } = fromRef(resource);
  const isTheirs = ({ accounts = {} }: Told, login: string): boolean =>
    sameAccount(provider, own(accounts, provider)?.name ?? '', login);
  const known = (login: string): PersonId | undefined =>
    heardOf.has(login)
      ? login
      : told.find((one) => logins[one.personId] === one.details && isTheirs(one, login))?.personId;
  const strangers = given.filter((login) => known(login) === undefined);
  const { people } = await store.people.carry(
    state.caseId,
    strangers.map((name) => asStranger({ provider, name })),
  );
  const { digest } = await store.people.carry(
    state.caseId,
    given.map((name) => asStranger({ provider, name })),
  );
  const ids = [...given.flatMap((login) => known(login) ?? []), ...people.map(({ personId }) => personId)];
  return { accounts: [...new Set(ids)], people, asked: digest };
}

/** True where the account of that name, or the person who is to have it, is declared in the case as somebody's who is not the vendor's. */
export async function isDeclaredForClient(where: Where, account: NamedAccount, person: PersonId): Promise<boolean> {
  const { state } = where;
  const ids = [person, ...(await idsOf(where, account))];
  return Object.values(state.accounts ?? {}).some(
    ({ person, declared }) => ids.includes(person) && declared !== undefined && declared.is !== 'vendor',
  );
}

/** True where nobody has said yet whose the account of that name is, which a look found before the case knew anybody by it. */
export async function isAskedAbout(where: Where, account: NamedAccount, person: PersonId): Promise<boolean> {
  const ids = (await idsOf(where, account)).filter((id) => id !== person);
  return openQuestions(where.state).some((one) => ids.includes(one.person));
}

/** Ids that a look at a resource gives the account of that name while it is nobody's of the case. */
async function idsOf({ store, state }: Where, account: NamedAccount): Promise<PersonId[]> {
  const { people } = await store.people.carry(state.caseId, [asStranger(account)]);
  return people.map(({ personId }) => personId);
}
