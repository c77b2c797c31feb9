import { type Organisation, ownerOf, type Repository, type World } from './world.js';

/** One way in which an account comes to a role on a repository. */
export type WayIn = { by: 'direct' | 'team' | 'base' | 'owner'; role: string };

const RANK: Readonly<Record<string, number>> = { pull: 1, triage: 2, push: 3, maintain: 4, admin: 5 };
const ANSWERED: Readonly<Record<string, string>> = { pull: 'read', push: 'write' };
const ASKED: Readonly<Record<string, string>> = { read: 'pull', write: 'push' };
const COARSE: Readonly<Record<string, string>> = {
  pull: 'read',
  triage: 'read',
  push: 'write',
  maintain: 'write',
  admin: 'admin',
};

/** A role in the word of answers: `read`, `write`. */
export const answeredWord = (role: string): string => ANSWERED[role] ?? role;

/** A role in the word of requests: `pull`, `push`. */
export const askedWord = (word: string): string => ASKED[word] ?? word;

/** Whether the organisation knows the role. */
export const isRole = (role: string, { customRoles }: Organisation): boolean =>
  Object.hasOwn(RANK, role) || Object.hasOwn(customRoles, role);

/** The permission that a role of the organisation's own builds on; a plain one is itself. */
const basisOf = (role: string, { customRoles }: Organisation): string =>
  Object.hasOwn(customRoles, role) ? (customRoles[role] ?? 'pull') : role;

const rankOf = (role: string, organisation: Organisation): number =>
  (RANK[basisOf(role, organisation)] ?? 0) + (Object.hasOwn(organisation.customRoles, role) ? 0.5 : 0);

/** Every way in which an account comes in. */
export function waysOf(world: World, repository: Repository, user: number): WayIn[] {
  const { base, members, owners, teams } = ownerOf(world, repository);
  const found: WayIn[] = [];
  for (const one of repository.direct) if (one.user === user) found.push({ by: 'direct', role: one.role });
  for (const team of teams.filter((one) => one.members.includes(user)))
    for (const one of team.repositories)
      if (one.repository === repository.id) found.push({ by: 'team', role: one.role });
  if (owners.includes(user)) found.push({ by: 'owner', role: 'admin' });
  else if (members.includes(user) && base !== 'none') found.push({ by: 'base', role: askedWord(base) });
  return found;
}

/** What an account can do in effect: the highest of its roles, whatever everybody may on a public repository; undefined for nothing. */
export function effectiveRole(world: World, repository: Repository, user: number): string | undefined {
  const organisation = ownerOf(world, repository);
  const roles = waysOf(world, repository, user).map(({ role }) => role);
  const [highest] = roles.sort((a, b) => rankOf(b, organisation) - rankOf(a, organisation));
  return highest ?? (repository.private ? undefined : 'pull');
}

/** Whether an account can do at least what a role lets do. */
export function canDo(world: World, repository: Repository, user: number, least: string): boolean {
  const role = effectiveRole(world, repository, user);
  const organisation = ownerOf(world, repository);
  return role !== undefined && rankOf(role, organisation) >= rankOf(least, organisation);
}

/** The five flags of an answer. */
export function flagsOf(world: World, repository: Repository, user: number): Record<string, boolean> {
  return Object.fromEntries(Object.keys(RANK).map((least) => [least, canDo(world, repository, user, least)]));
}

/** The coarse word that stands beside the name of a role: `admin`, `write`, `read` or `none`. */
export const coarseWord = (role: string | undefined, organisation: Organisation): string =>
  role === undefined ? 'none' : (COARSE[basisOf(role, organisation)] ?? 'read');
