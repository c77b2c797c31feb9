import { answeredWord, coarseWord, effectiveRole, flagsOf } from './rights.js';
import {
  type Invitation,
  type Organisation,
  ownerOf,
  type Repository,
  type Team,
  type User,
  userById,
  type World,
} from './world.js';

/** Invitations that nobody accepted lapse after seven days. */
const INVITATION_MS = 7 * 86_400_000;

/** True when nobody can accept it any more. */
export const isLapsed = ({ createdAt }: Invitation, now: number): boolean =>
  Date.parse(createdAt) + INVITATION_MS <= now;

export const userAnswer = ({ id, login }: User) => ({ id, login, node_id: `U_${id}`, type: 'User', site_admin: false });

export const organisationOwner = ({ id, login }: Organisation) => ({
  id,
  login,
  node_id: `O_${id}`,
  type: 'Organization',
  site_admin: false,
});

export function repositoryAnswer(world: World, repository: Repository, reader: number) {
  const { id, fullName } = repository;
  return {
    id,
    node_id: `R_${id}`,
    name: fullName.split('/')[1],
    full_name: fullName,
    owner: organisationOwner(ownerOf(world, repository)),
    private: repository.private,
    visibility: repository.private ? 'private' : 'public',
    archived: repository.archived,
    forks_count: repository.left.forks.length,
    permissions: flagsOf(world, repository, reader),
  };
}

/** An account as an entry of a list of collaborators: with the highest of its roles, wherever that comes from. */
export function collaboratorAnswer(world: World, repository: Repository, user: User) {
  return {
    ...userAnswer(user),
    permissions: flagsOf(world, repository, user.id),
    role_name: answeredWord(effectiveRole(world, repository, user.id) ?? 'none'),
  };
}

export function permissionAnswer(world: World, repository: Repository, user: User) {
  const role = effectiveRole(world, repository, user.id);
  return {
    permission: coarseWord(role, ownerOf(world, repository)),
    role_name: answeredWord(role ?? 'none'),
    user: collaboratorAnswer(world, repository, user),
  };
}

export function invitationAnswer(
  world: World,
  repository: Repository,
  invitation: Invitation,
  { now, inviter }: { now: number; inviter: number },
) {
  const by = (id: number | null) => {
    const found = id === null ? undefined : userById(world, id);
    return found === undefined ? null : userAnswer(found);
  };
  return {
    id: invitation.id,
    node_id: `RI_${invitation.id}`,
    repository: { id: repository.id, full_name: repository.fullName },
    invitee: by(invitation.invitee),
    inviter: by(inviter),
    permissions: answeredWord(invitation.role),
    created_at: invitation.createdAt,
    expired: isLapsed(invitation, now),
  };
}

export const teamAnswer = ({ id, slug }: Team, role?: string) => ({
  id,
  slug,
  name: slug,
  privacy: 'closed',
  ...(role !== undefined && { permission: role, role_name: answeredWord(role) }),
});
