import type { Way } from '../port.js';
import { accountsAnswer, membershipAnswer, organisationAnswer, type Team, teamsAnswer } from './answers.js';
import { type Repository, unlessRefused } from './found.js';
import { heldPermission } from './names.js';
import type { Requests } from './requests.js';

/** Asks about an organisation; undefined where the token is not let see it. */
const seen = async <T>(ask: () => Promise<T | undefined>): Promise<T | undefined> => {
  const found = await unlessRefused(ask);
  return found === 'refused' ? undefined : found;
};

/** The teams on a repository; undefined when the token is not let see them. */
export const readTeams = (requests: Requests, { id }: Repository): Promise<Team[] | undefined> =>
  seen(() => requests.findAll('GET /repositories/{repository_id}/teams', { repository_id: id }, teamsAnswer));

/** The numbers of everybody in a team, those of the teams below it among them. */
export async function readTeamMembers(
  requests: Requests,
  { owner }: Repository,
  { slug }: Team,
): Promise<number[] | undefined> {
  const route = 'GET /orgs/{org}/teams/{team_slug}/members';
  const found = await seen(() => requests.findAll(route, { org: owner.login, team_slug: slug }, accountsAnswer));
  return found?.map(({ id }) => id);
}

/** The numbers of the organisation's owners. */
export async function readOwners(requests: Requests, { owner }: Repository): Promise<number[] | undefined> {
  const found = await seen(() =>
    requests.findAll('GET /orgs/{org}/members', { org: owner.login, role: 'admin' }, accountsAnswer),
  );
  return found?.map(({ id }) => id);
}

/** What every member of the organisation may do on each of its repositories; undefined when the token is not told. */
export async function readBase(requests: Requests, { owner }: Repository): Promise<string | undefined> {
  const found = await seen(() => requests.find('GET /orgs/{org}', { org: owner.login }, organisationAnswer));
  return found?.default_repository_permission ?? undefined;
}

/** The ways by teams and by the organisation in which one account comes in; who is no member has none. */
export async function readWaysOfMember(requests: Requests, repository: Repository, login: string): Promise<Way[]> {
  const { owner } = repository;
  if (!owner.isOrganisation) return [];
  const org = { org: owner.login, username: login };
  const member = await unlessRefused(() =>
    requests.find('GET /orgs/{org}/memberships/{username}', org, membershipAnswer),
  );
  if (member === undefined) return [];
  const ways: Way[] = [];
  for (const team of (await readTeams(requests, repository)) ?? []) {
    const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}';
    const found = await seen(() => requests.find(route, { ...org, team_slug: team.slug }, membershipAnswer));
    if (found?.state === 'active') ways.push(byTeam(team));
  }
  if (member === 'refused' || member.state !== 'active') return ways;
  if (member.role === 'admin') return [...ways, BY_OWNING];
  return [...ways, ...byBase(await readBase(requests, repository))];
}

export const byTeam = ({ name, permission, role_name }: Team): Way => ({
  by: 'team',
  through: name,
  permission: heldPermission(role_name) ?? heldPermission(permission) ?? permission,
});

/** The ways with `other` beside them where none of them gives what the account can do in effect. */
export const explaining = (permission: string, ways: readonly Way[]): Way[] =>
  ways.some((way) => way.permission === permission) ? [...ways] : [...ways, { by: 'other', permission }];

/** The way of whoever owns the organisation, or the repository. */
export const BY_OWNING: Way = { by: 'organisation', through: 'owner', permission: 'admin' };

/** The way of every member by the base permission, if it gives one. */
export function byBase(base: string | undefined): Way[] {
  const permission = heldPermission(base);
  return permission === undefined ? [] : [{ by: 'organisation', through: 'member', permission }];
}
