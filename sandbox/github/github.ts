import { randomBytes } from 'node:crypto';
import { type Acts, type Collaborator, collaboratorsOf, createActs, invitedTo } from './acts/acts.js';
import { type AppKeys, type AppOptions, createApp } from './app/installation.js';
import type { GithubFault } from './faults.js';
import { createLimits, GITHUB_LIMITS, type LimitCounts, type LimitOptions } from './limits.js';
import { refused } from './route.js';
import { answerTo, answerToCaller } from './router.js';
import { type GithubRequest, startGithubServer } from './server.js';
import { readWorld, writeWorld } from './snapshot.js';
import { type Standing, stand } from './standing.js';
import {
  emptyWorld,
  ensureRepository,
  ensureUser,
  repositoryById,
  requireRepository,
  requireUser,
  type World,
} from './world.js';

export type { Collaborator, GithubFault, GithubRequest, Standing };

/** What GitHub starts with. */
export type GithubOptions = {
  /** Logins that exist; more can come at run time. */
  users: string[];
  /** Full names, `owner/name`; all private, each owner an organisation. */
  repositories: string[];
  /** Default: a free port. */
  port?: number;
  /** JSON file that keeps everything over restarts; what it holds is added to `users` and `repositories`. */
  snapshotFile?: string;
  /** Whether people accept invitations as soon as they come. Default: they do, or as the file says. */
  invitations?: World['invitations'];
  /** What the token's account is. Default: an owner of every organisation. */
  own?: Standing;
  /** GitHub's limits; `true` for its own numbers. Default: none. */
  limits?: true | LimitOptions;
  /** An App that is installed beside the token. Default: none. */
  app?: AppOptions;
  /** GitHub's clock, milliseconds since the epoch. Default: the machine's. */
  now?: () => number;
};

/** A stateful GitHub on 127.0.0.1 that answers as the published REST API does, and as unkindly. */
export type LocalGithub = Acts & {
  /** Base of the REST API. */
  url: string;
  /** The only token of an account that it takes. */
  token: string;
  /** What a client of the App has in hand; throws where none is installed. */
  appKeys(): AppKeys;
  /** Ends every token that the App was given before its time. */
  revokeAppTokens(): void;
  /** What reached it, oldest first, at most the last 10,000; what is done here by hand is not among it. */
  requests(): GithubRequest[];
  /** Who can reach the repository by any way, but the token's own account. */
  collaborators(repository: string): Promise<Collaborator[]>;
  /** Logins of those whom an invitation to the repository waits for. */
  invited(repository: string): string[];
  /** Nobody and nothing is there any more; numbers that were given are not given again. */
  forgetEverything(): Promise<void>;
  /** The number of an account, and of a repository, by the name that it goes by now. */
  accountId(login: string): number;
  repositoryId(fullName: string): number;
  /** The name that a repository goes by now. */
  repositoryName(id: number): string | undefined;
  /** Changes what the token's account is. */
  setOwn(standing: Standing): Promise<void>;
  /** Lets GitHub's clock be off by so many milliseconds. */
  setClock(offsetMs: number): void;
  /** How the limits were kept. */
  limits(): LimitCounts;
  /** Holds until set to something else. */
  setFault(fault: GithubFault): void;
  stop(): Promise<void>;
};

const BAD_CREDENTIALS = refused(401, 'Bad credentials');

/** Starts GitHub with what was kept, or with what it is to start with; a change is kept before it is answered. */
export async function startGithub(options: GithubOptions): Promise<LocalGithub> {
  const { snapshotFile } = options;
  const token = randomBytes(20).toString('hex');
  const world = (snapshotFile === undefined ? null : await readWorld(snapshotFile)) ?? emptyWorld();
  let standing = options.own ?? 'owner';
  for (const login of options.users) ensureUser(world, login);
  for (const name of options.repositories) ensureRepository(world, name);
  if (options.invitations !== undefined) world.invitations = options.invitations;
  let own = stand(world, standing);
  let offsetMs = 0;
  const clock = options.now ?? Date.now;
  const now = () => clock() + offsetMs;
  const app = options.app && createApp(options.app);
  const limits = createLimits(options.limits === true ? GITHUB_LIMITS : options.limits);

  let kept: Promise<void> = Promise.resolve();
  const keep = (): Promise<void> => {
    if (snapshotFile === undefined) return Promise.resolve();
    const writing = kept.then(() => writeWorld(snapshotFile, world));
    kept = writing.catch(() => undefined);
    return writing;
  };
  const change = async (work: (world: World) => void): Promise<void> => {
    work(world);
    own = stand(world, standing);
    await keep();
  };
  const server = await startGithubServer(options.port ?? 0, {
    caller: (given) => (given === token ? { as: 'account' } : (app?.caller(given, now()) ?? BAD_CREDENTIALS)),
    limits,
    now,
    async answer(method, path, { caller, ...ask }) {
      const isAccount = caller.as === 'account';
      const asked = { ...ask, world, own: isAccount ? own : 0, now: now(), address: `${url()}${path}` };
      const reply = isAccount
        ? answerTo(method, path, url(), asked)
        : answerToCaller(app, method, path, url(), { ...asked, app: caller });
      if (method !== 'GET' && reply.status < 300) await keep();
      return reply;
    },
  });
  const url = (): string => `http://127.0.0.1:${server.port}`;
  return {
    ...createActs(change, now),
    url: url(),
    token,
    appKeys() {
      if (app === undefined) throw new Error('No App is installed.');
      return app.keys;
    },
    revokeAppTokens: () => app?.revokeAll(),
    requests: server.requests,
    collaborators: async (repository) => collaboratorsOf(world, repository, own),
    invited: (repository) => invitedTo(world, repository, now()),
    forgetEverything: () => change((before) => Object.assign(before, emptyWorld(), { lastId: before.lastId })),
    accountId: (login) => requireUser(world, login).id,
    repositoryId: (fullName) => requireRepository(world, fullName).id,
    repositoryName: (id) => repositoryById(world, id)?.fullName,
    setOwn: (next) =>
      change(() => {
        standing = next;
      }),
    setClock(next) {
      offsetMs = next;
    },
    limits: limits.counts,
    setFault: server.setFault,
    async stop() {
      await server.stop();
      await kept;
    },
  };
}
