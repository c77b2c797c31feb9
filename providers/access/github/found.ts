import { type Account, type Place, ProviderError } from '../port.js';
import {
  accountAnswer,
  collaboratorsAnswer,
  membershipAnswer,
  type RepositoryAnswer,
  repositoryAnswer,
} from './answers.js';
import type { Installation } from './credentials.js';
import { numberOf } from './names.js';
import type { Requests } from './requests.js';
import { isFullName, isLogin } from './vocabulary.js';

/** A repository as it stands now: all that is asked about it is asked by its number, which no other ever has. */
export type Repository = {
  id: number;
  place: Place;
  private: boolean;
  /** The token may change everything on it; of an App that is not said. */
  administered: boolean;
  /** How many copies of it there are. */
  forks?: number;
  owner: { id: number; login: string; isOrganisation: boolean };
};

/** The account of a person that goes by the login; organisations and bots are none. */
export async function identifyAccount(requests: Requests, login: string): Promise<Account | undefined> {
  if (!isLogin(login)) return undefined;
  const found = await requests.find('GET /users/{username}', { username: login }, accountAnswer);
  return found?.type === 'User' ? { id: String(found.id), name: found.login } : undefined;
}

/** The repository that goes by the full name, or did before it was renamed. */
export async function identifyPlace(requests: Requests, fullName: string): Promise<Place | undefined> {
  if (!isFullName(fullName)) return undefined;
  const [owner = '', repo = ''] = fullName.split('/');
  const found = await requests.find('GET /repos/{owner}/{repo}', { owner, repo }, repositoryAnswer);
  return found && { id: String(found.id), name: found.full_name };
}

/** Reads a repository by its number; undefined when it is no more. */
export async function readRepository(requests: Requests, place: Place): Promise<Repository | undefined> {
  const id = numberOf(place);
  const found = await requests.find('GET /repositories/{repository_id}', { repository_id: id }, repositoryAnswer);
  if (found === undefined) {
    await requireStanding(requests, place);
    return undefined;
  }
  if (found.id !== id) throw anotherAnswered();
  return repositoryOf(found);
}

const repositoryOf = ({ id, full_name, owner, forks_count, permissions, ...found }: RepositoryAnswer): Repository => ({
  id,
  place: { id: String(id), name: full_name },
  private: found.private,
  administered: permissions?.admin === true,
  ...(forks_count !== undefined && { forks: forks_count }),
  owner: { id: owner.id, login: owner.login, isOrganisation: owner.type === 'Organization' },
});

/* A repository that is no more and one that the token may not see any more look alike. Whoever was put out of the
   organisation sees nothing of it, and has proven nothing. */
async function requireStanding(requests: Requests, { name }: Place): Promise<void> {
  const [org = ''] = name.split('/');
  const installation = await requests.installation();
  if (installation !== undefined) return requireInstalled(installation, org);
  if (!isLogin(org)) return;
  const standing = await unlessRefused(() =>
    requests.find('GET /user/memberships/orgs/{org}', { org }, membershipAnswer),
  );
  if (standing === 'refused' || standing?.state === 'active') return;
  const message =
    'GitHub shows no such repository, and the token’s account is not in its organisation (any more): nothing is proven.';
  throw new ProviderError('ProviderRefused', message);
}

/* An installation sees what it was given; only of an account that gave it everything it knows what is no more. */
function requireInstalled({ account, seesAll }: Installation, org: string): void {
  if (seesAll && account.toLowerCase() === org.toLowerCase()) return;
  const message =
    'GitHub shows no such repository, and the App was not given all of its account’s (any more): nothing is proven.';
  throw new ProviderError('ProviderRefused', message);
}

/**
 * The login that an account goes by now; undefined when the account is no more.
 *
 * An account that GitHub hides may still be on the repository: only when it is not listed there it is gone.
 */
export async function presentLogin(
  requests: Requests,
  repository: Repository,
  account: Account,
): Promise<string | undefined> {
  const id = numberOf(account);
  const found = await requests.find('GET /user/{account_id}', { account_id: id }, accountAnswer);
  if (found === undefined)
    return (await readCollaborators(requests, repository, 'all')).find((one) => one.id === id)?.login;
  if (found.id !== id) throw anotherAnswered();
  return found.login;
}

/** Everybody on a repository by the affiliation; the permission of each is the highest of its roles, wherever that comes from. */
export async function readCollaborators(
  requests: Requests,
  { id }: Repository,
  affiliation: 'direct' | 'outside' | 'all',
) {
  const parameters = { repository_id: id, affiliation };
  const route = 'GET /repositories/{repository_id}/collaborators';
  const found = await requests.findAll(route, parameters, collaboratorsAnswer);
  if (found !== undefined) return found;
  throw new ProviderError('ProviderRefused', 'The token may not list who is on the repository.');
}

/** What is asked, or that the token may not ask it. */
export async function unlessRefused<T>(ask: () => Promise<T>): Promise<T | 'refused'> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ProviderError && error.code === 'ProviderRefused') return 'refused';
    throw error;
  }
}

const anotherAnswered = () =>
  new ProviderError('ProviderAnswerUnreadable', 'GitHub answered about something else than was asked for.');
