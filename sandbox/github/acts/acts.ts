import { isLapsed } from '../answers.js';
import { effectiveRole, waysOf } from '../rights.js';
import { requireRepository, userById, type World } from '../world.js';
import { type AccessActs, accessActs } from './access.js';
import type { Change } from './change.js';
import { type LeftBehindActs, leftBehindActs } from './leftBehind.js';
import { type NameActs, nameActs } from './names.js';
import { type OrganisationActs, organisationActs } from './organisations.js';

/** What people, and GitHub itself, do behind everybody's back; each throws when a name is nobody's. */
export type Acts = AccessActs & NameActs & OrganisationActs & LeftBehindActs;

export const createActs = (change: Change, now: () => number): Acts => ({
  ...accessActs(change, now),
  ...nameActs(change),
  ...organisationActs(change),
  ...leftBehindActs(change, now),
});

/** One account that can reach a repository, with what it can do there in effect. */
export type Collaborator = { login: string; permission: string };

/** Everybody who can reach a repository by any way, but the token's own account. */
export function collaboratorsOf(world: World, fullName: string, own: number): Collaborator[] {
  const repository = requireRepository(world, fullName);
  return world.users
    .filter(({ id }) => id !== own && waysOf(world, repository, id).length > 0)
    .map(({ id, login }) => ({ login, permission: effectiveRole(world, repository, id) ?? 'none' }));
}

/** Logins of those whom an invitation waits for. */
export const invitedTo = (world: World, fullName: string, now: number): string[] =>
  requireRepository(world, fullName).invitations.flatMap((one) =>
    one.invitee === null || isLapsed(one, now) ? [] : (userById(world, one.invitee)?.login ?? []),
  );
