import { isRole } from '../rights.js';
import {
  nextId,
  type Organisation,
  organisationNamed,
  ownerOf,
  requireRepository,
  requireUser,
  type Team,
  type World,
} from '../world.js';
import type { Change } from './change.js';

/** What the owners of an organisation do. */
export type OrganisationActs = {
  /** Puts an account into a team that has the permission on the repository; the team is made where it is missing, and the account becomes a member. */
  addToTeam(repository: string, team: string, permission: string, login: string): Promise<void>;
  removeFromTeam(repository: string, team: string, login: string): Promise<void>;
  addMember(organisation: string, login: string, role?: 'member' | 'owner'): Promise<void>;
  /** Takes with it what the account had by teams and directly. */
  removeMember(organisation: string, login: string): Promise<void>;
  setBasePermission(organisation: string, base: Organisation['base']): Promise<void>;
  addCustomRole(organisation: string, name: string, base: string): Promise<void>;
  /** Refuses tokens that were not let through a single sign-on. */
  setSso(organisation: string, required: boolean): Promise<void>;
};

export function organisationActs(change: Change): OrganisationActs {
  const set = (name: string, work: (organisation: Organisation) => void) =>
    change((world) => work(requireOrganisation(world, name)));
  return {
    addToTeam: (name, slug, role, login) =>
      change((world) => {
        const repository = requireRepository(world, name);
        const [organisation, { id }] = [ownerOf(world, repository), requireUser(world, login)];
        if (!isRole(role, organisation)) throw new Error(`"${role}" is no role.`);
        const team = ensureTeam(world, organisation, slug);
        team.repositories = team.repositories.filter((one) => one.repository !== repository.id);
        team.repositories.push({ repository: repository.id, role });
        team.members = including(team.members, id);
        organisation.members = including(organisation.members, id);
      }),
    removeFromTeam: (name, slug, login) =>
      change((world) => {
        const { teams } = ownerOf(world, requireRepository(world, name));
        const { id } = requireUser(world, login);
        for (const team of teams.filter((one) => one.slug === slug)) team.members = without(team.members, id);
      }),
    addMember: (name, login, role = 'member') =>
      change((world) => {
        const [organisation, { id }] = [requireOrganisation(world, name), requireUser(world, login)];
        organisation.members = including(organisation.members, id);
        if (role === 'owner') organisation.owners = including(organisation.owners, id);
      }),
    removeMember: (name, login) =>
      change((world) => {
        const [organisation, { id }] = [requireOrganisation(world, name), requireUser(world, login)];
        leaveOrganisation(organisation, id);
        for (const repository of world.repositories.filter((one) => ownerOf(world, one) === organisation))
          repository.direct = repository.direct.filter(({ user }) => user !== id);
      }),
    setBasePermission: (name, base) =>
      set(name, (organisation) => {
        organisation.base = base;
      }),
    addCustomRole: (name, role, base) =>
      set(name, ({ customRoles }) => {
        customRoles[role] = base;
      }),
    setSso: (name, required) =>
      set(name, (organisation) => {
        organisation.sso = required;
      }),
  };
}

/** Takes an account out of an organisation and of its teams. */
export function leaveOrganisation(organisation: Organisation, user: number): void {
  organisation.members = without(organisation.members, user);
  organisation.owners = without(organisation.owners, user);
  for (const team of organisation.teams) team.members = without(team.members, user);
}

function requireOrganisation(world: World, login: string): Organisation {
  const found = organisationNamed(world, login);
  if (found === undefined) throw new Error('There is no organisation of that name.');
  return found;
}

function ensureTeam(world: World, { teams }: Organisation, slug: string): Team {
  const found = teams.find((one) => one.slug === slug);
  if (found !== undefined) return found;
  const made = { id: nextId(world), slug, members: [], repositories: [] };
  teams.push(made);
  return made;
}

const without = (list: number[], id: number): number[] => list.filter((one) => one !== id);
const including = (list: number[], id: number): number[] => [...without(list, id), id];
