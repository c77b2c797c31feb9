import { isLapsed } from '../answers.js';
import { isRole } from '../rights.js';
import {
  type Invitation,
  nextId,
  ownerOf,
  type Repository,
  requireRepository,
  requireUser,
  userById,
  type World,
} from '../world.js';
import type { Change } from './change.js';

/** What people do about who is on a repository itself. */
export type AccessActs = {
  /** Puts an account on a repository directly, as after an invitation that was accepted. */
  addByHand(repository: string, login: string, permission: string): Promise<void>;
  /** Takes an account off a repository, with the invitations that it has there. */
  removeByHand(repository: string, login: string): Promise<void>;
  /** Whether people accept invitations at once; those that wait are accepted when it is set so. */
  setInvitations(how: World['invitations']): Promise<void>;
  inviteByHand(repository: string, login: string, permission: string): Promise<void>;
  /** Invites whoever reads the mail of an address. */
  inviteAddress(repository: string, permission: string): Promise<void>;
  acceptInvitation(repository: string, login: string): Promise<void>;
  /** Lets a week go by for every invitation to the repository. */
  expireInvitations(repository: string): Promise<void>;
};

const WEEK_MS = 7 * 86_400_000;

export function accessActs(change: Change, now: () => number): AccessActs {
  const invite = (world: World, name: string, invitee: number | null, role: string) => {
    const repository = requireRepository(world, name);
    requireRole(world, repository, role);
    repository.invitations.push({ id: nextId(world), invitee, role, createdAt: new Date(now()).toISOString() });
  };
  const waiting = ({ invitations }: Repository) => invitations.filter((one) => !isLapsed(one, now()));
  return {
    addByHand: (name, login, permission) =>
      change((world) => putDirect(world, requireRepository(world, name), requireUser(world, login).id, permission)),
    removeByHand: (name, login) =>
      change((world) => {
        const [repository, { id }] = [requireRepository(world, name), requireUser(world, login)];
        repository.direct = repository.direct.filter(({ user }) => user !== id);
        repository.invitations = repository.invitations.filter(({ invitee }) => invitee !== id);
      }),
    setInvitations: (how) =>
      change((world) => {
        world.invitations = how;
        if (how === 'wait') return;
        for (const repository of world.repositories)
          for (const one of waiting(repository)) accept(world, repository, one);
      }),
    inviteByHand: (name, login, permission) =>
      change((world) => invite(world, name, requireUser(world, login).id, permission)),
    inviteAddress: (name, permission) => change((world) => invite(world, name, null, permission)),
    acceptInvitation: (name, login) =>
      change((world) => {
        const [repository, { id }] = [requireRepository(world, name), requireUser(world, login)];
        const one = waiting(repository).find(({ invitee }) => invitee === id);
        if (one === undefined) throw new Error('Nothing waits to be accepted.');
        accept(world, repository, one);
      }),
    expireInvitations: (name) =>
      change((world) => {
        for (const one of requireRepository(world, name).invitations)
          one.createdAt = new Date(Date.parse(one.createdAt) - WEEK_MS).toISOString();
      }),
  };
}

function accept(world: World, repository: Repository, invitation: Invitation): void {
  const user = invitation.invitee === null ? undefined : userById(world, invitation.invitee);
  if (user === undefined) return;
  repository.invitations = repository.invitations.filter((one) => one !== invitation);
  putDirect(world, repository, user.id, invitation.role);
}

function putDirect(world: World, repository: Repository, id: number, role: string): void {
  requireRole(world, repository, role);
  repository.direct = [...repository.direct.filter(({ user }) => user !== id), { user: id, role }];
}

function requireRole(world: World, repository: Repository, role: string): void {
  if (!isRole(role, ownerOf(world, repository))) throw new Error(`"${role}" is no role.`);
}
