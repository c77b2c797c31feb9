import {
  ensureOrganisation,
  ensureRepository,
  ensureUser,
  organisationNamed,
  ownerOf,
  repositoryNamed,
  requireRepository,
  requireUser,
  userNamed,
  type World,
} from '../world.js';
import type { Change } from './change.js';
import { leaveOrganisation } from './organisations.js';

/** How accounts and repositories come, change and go. */
export type NameActs = {
  /** Makes logins known; those known already are left alone. */
  addUsers(...logins: string[]): Promise<void>;
  /** Makes repositories known, private; those known already are left alone. */
  addRepositories(...fullNames: string[]): Promise<void>;
  /** Makes it the account of somebody whose enterprise manages it. */
  setManaged(login: string): Promise<void>;
  /** The old login is free for anybody then, and leads nowhere. */
  renameUser(from: string, to: string): Promise<void>;
  deleteUser(login: string): Promise<void>;
  /** The old name leads to the repository until it is used again. */
  renameRepository(from: string, to: string): Promise<void>;
  deleteRepository(fullName: string): Promise<void>;
  archive(repository: string, archived?: boolean): Promise<void>;
  setPublic(repository: string): Promise<void>;
};

export function nameActs(change: Change): NameActs {
  return {
    addUsers: (...logins) =>
      change((world) => {
        // An organisation is an account too.
        for (const login of logins.filter((one) => organisationNamed(world, one) === undefined))
          ensureUser(world, login);
      }),
    addRepositories: (...names) =>
      change((world) => {
        for (const name of names) ensureRepository(world, name);
      }),
    setManaged: (login) =>
      change((world) => {
        requireUser(world, login).managed = true;
      }),
    renameUser: (from, to) =>
      change((world) => {
        if (userNamed(world, to) !== undefined) throw new Error('Somebody has that login.');
        requireUser(world, from).login = to;
      }),
    deleteUser: (login) => change((world) => deleteUser(world, login)),
    renameRepository: (from, to) => change((world) => renameRepository(world, from, to)),
    deleteRepository: (name) => change((world) => deleteRepository(world, name)),
    archive: (name, archived = true) =>
      change((world) => {
        requireRepository(world, name).archived = archived;
      }),
    setPublic: (name) =>
      change((world) => {
        requireRepository(world, name).private = false;
      }),
  };
}

function deleteUser(world: World, login: string): void {
  const gone = requireUser(world, login);
  world.users = world.users.filter((one) => one !== gone);
  for (const organisation of world.organisations) leaveOrganisation(organisation, gone.id);
  for (const repository of world.repositories) {
    repository.direct = repository.direct.filter(({ user }) => user !== gone.id);
    repository.invitations = repository.invitations.filter(({ invitee }) => invitee !== gone.id);
  }
}

function renameRepository(world: World, from: string, to: string): void {
  const repository = requireRepository(world, from);
  if (repositoryNamed(world, to) !== undefined) throw new Error('Another repository has that name.');
  ensureOrganisation(world, to);
  repository.fullName = to;
  delete world.moved[to.toLowerCase()];
  world.moved[from.toLowerCase()] = repository.id;
}

function deleteRepository(world: World, name: string): void {
  const gone = requireRepository(world, name);
  for (const team of ownerOf(world, gone).teams)
    team.repositories = team.repositories.filter(({ repository }) => repository !== gone.id);
  world.repositories = world.repositories.filter((one) => one !== gone);
  world.moved = Object.fromEntries(Object.entries(world.moved).filter(([, id]) => id !== gone.id));
}
