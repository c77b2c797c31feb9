import { z } from 'zod';

const held = z.object({ user: z.int(), role: z.string() });

const invitation = z.object({
  id: z.int(),
  /** Null where it went to an address. */
  invitee: z.int().nullable(),
  role: z.string(),
  createdAt: z.string(),
});

/** What stays on a repository when a person has left it. */
const leftBehind = z.object({
  keys: z.array(
    z.object({ id: z.int(), title: z.string(), readOnly: z.boolean(), addedBy: z.int().nullable(), at: z.string() }),
  ),
  hooks: z.array(z.object({ id: z.int(), url: z.string(), at: z.string(), changedAt: z.string() })),
  runners: z.array(z.object({ id: z.int(), name: z.string() })),
  environments: z.array(
    z.object({ id: z.int(), name: z.string(), reviewers: z.array(z.int()), teams: z.array(z.int()) }),
  ),
  branches: z.array(
    z.object({ name: z.string(), mayPush: z.array(z.int()), mayMerge: z.array(z.int()), byRulesetOnly: z.boolean() }),
  ),
  rulesets: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      /** It is the organisation's: only its owners see whom it does not hold. */
      organisation: z.boolean(),
      enforcement: z.enum(['active', 'evaluate', 'disabled']),
      actors: z.array(z.object({ type: z.string(), id: z.int().nullable() })),
      at: z.string(),
    }),
  ),
  forks: z.array(
    z.object({
      id: z.int(),
      fullName: z.string(),
      owner: z.int(),
      at: z.string(),
      /** The token may not see it; it counts among the copies all the same. */
      hidden: z.boolean(),
    }),
  ),
});

const user = z.object({ id: z.int(), login: z.string(), managed: z.boolean() });

const team = z.object({
  id: z.int(),
  slug: z.string(),
  members: z.array(z.int()),
  repositories: z.array(z.object({ repository: z.int(), role: z.string() })),
});

const organisation = z.object({
  id: z.int(),
  login: z.string(),
  /** What every member may do on every repository. */
  base: z.enum(['none', 'read', 'write', 'admin']),
  members: z.array(z.int()),
  owners: z.array(z.int()),
  teams: z.array(team),
  /** Names of roles of its own, with the permission that each builds on. */
  customRoles: z.record(z.string(), z.string()),
  /** Tokens that were not let through its single sign-on are refused. */
  sso: z.boolean(),
  installations: z.array(z.object({ id: z.int(), app: z.string(), at: z.string() })),
});

const repository = z.object({
  id: z.int(),
  fullName: z.string(),
  private: z.boolean(),
  archived: z.boolean(),
  direct: z.array(held),
  invitations: z.array(invitation),
  left: leftBehind,
});

export type User = z.infer<typeof user>;
export type Organisation = z.infer<typeof organisation>;
export type Team = z.infer<typeof team>;
export type Repository = z.infer<typeof repository>;
export type Invitation = z.infer<typeof invitation>;

/** Everything that GitHub holds, as plain JSON; roles stand in the words of requests (`pull`, `push`). */
export const worldSchema = z.object({
  version: z.literal(2),
  lastId: z.int(),
  /** Whether people accept an invitation as soon as it comes. */
  invitations: z.enum(['accepted', 'wait']),
  users: z.array(user),
  organisations: z.array(organisation),
  repositories: z.array(repository),
  /** Full names in lower case that repositories had before, until they are used again. */
  moved: z.record(z.string(), z.int()),
});
export type World = z.infer<typeof worldSchema>;

export const emptyWorld = (): World => ({
  version: 2,
  lastId: 1_000_000,
  invitations: 'accepted',
  users: [],
  organisations: [],
  repositories: [],
  moved: {},
});

/** A number that nothing else has, nor had. */
export const nextId = (world: World): number => ++world.lastId;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const userById = (world: World, id: number): User | undefined => world.users.find((one) => one.id === id);

export const userNamed = (world: World, login: string): User | undefined =>
  world.users.find((one) => same(one.login, login));

export const organisationNamed = (world: World, login: string): Organisation | undefined =>
  world.organisations.find((one) => same(one.login, login));

export const repositoryById = (world: World, id: number): Repository | undefined =>
  world.repositories.find((one) => one.id === id);

export const repositoryNamed = (world: World, fullName: string): Repository | undefined =>
  world.repositories.find((one) => same(one.fullName, fullName));

/** The organisation that a repository belongs to. */
export function ownerOf(world: World, { fullName }: Pick<Repository, 'fullName'>): Organisation {
  const found = organisationNamed(world, fullName.split('/')[0] ?? '');
  if (found === undefined) throw new Error('A repository has no owner.');
  return found;
}

/** The repository of that name; throws when there is none. */
export function requireRepository(world: World, fullName: string): Repository {
  const found = repositoryNamed(world, fullName);
  if (found === undefined) throw new Error('There is no repository of that name.');
  return found;
}

/** The account of that name; throws when it is nobody's. */
export function requireUser(world: World, login: string): User {
  const found = userNamed(world, login);
  if (found === undefined) throw new Error('Nobody has that login.');
  return found;
}

/** The account of that name; made when nobody has it. */
export function ensureUser(world: World, login: string): User {
  const found = userNamed(world, login);
  if (found !== undefined) return found;
  if (organisationNamed(world, login) !== undefined) throw new Error(`"${login}" is an organisation.`);
  const made = { id: nextId(world), login, managed: false };
  world.users.push(made);
  return made;
}

/** The repository of that name, private; made when none has it, with its owner, and the name then leads nowhere else any more. */
export function ensureRepository(world: World, fullName: string): Repository {
  const found = repositoryNamed(world, fullName);
  if (found !== undefined) return found;
  if (!/^[\w.-]+\/[\w.-]+$/.test(fullName)) throw new Error(`A repository is named owner/name, not "${fullName}".`);
  ensureOrganisation(world, fullName);
  delete world.moved[fullName.toLowerCase()];
  const made: Repository = {
    id: nextId(world),
    fullName,
    private: true,
    archived: false,
    direct: [],
    invitations: [],
    left: { keys: [], hooks: [], runners: [], environments: [], branches: [], rulesets: [], forks: [] },
  };
  world.repositories.push(made);
  return made;
}

/** Makes the owner of a repository of that name known. */
export function ensureOrganisation(world: World, fullName: string): void {
  const [login = ''] = fullName.split('/');
  if (organisationNamed(world, login) !== undefined) return;
  world.organisations.push({
    id: nextId(world),
    login,
    base: 'none',
    members: [],
    owners: [],
    teams: [],
    customRoles: {},
    sso: false,
    installations: [],
  });
}
