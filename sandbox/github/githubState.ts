import { type Collaborator, type GithubEmulator, startGithubEmulator } from './githubEmulator.js';
import type { Forward, Forwarded } from './githubProxy.js';
import { type GithubWorld, readWorld, withNames, writeWorld } from './githubWorld.js';

/** The emulator together with what is kept of it. */
export type GithubState = {
  forward: Forward;
  collaborators(repository: string): Promise<Collaborator[]>;
  addByHand(repository: string, login: string, permission: string): Promise<void>;
  removeByHand(repository: string, login: string): Promise<void>;
  addNames(users: string[], repositories: string[]): Promise<void>;
  close(): Promise<void>;
};

type Start = { users: string[]; repositories: string[]; snapshotFile?: string };
/** `emulator` and `world` change together, and only in turn. */
type Held = { emulator: GithubEmulator; world: GithubWorld; snapshotFile?: string };

const CHANGED = /^\/repos\/([^/]+\/[^/]+)\/collaborators\//;

/**
 * Starts the emulator with what was kept, or with what it is to start with.
 *
 * 1 Everything runs one at a time, so that a change and the state that is kept of it cannot part.
 * 2 A change is kept before it is answered.
 * 3 The emulator cannot be told new names: it is started anew with all it held, between two requests.
 */
export async function openGithubState(start: Start, token: string, publicUrl: string): Promise<GithubState> {
  const { snapshotFile } = start;
  const world = await initialWorld(start);
  const emulator = await startGithubEmulator(world, token, publicUrl);
  const held: Held = { emulator, world, ...(snapshotFile !== undefined && { snapshotFile }) };
  const inTurn = queue();
  return {
    forward: (method, path, headers, body) =>
      inTurn(async () => {
        const answer = await forwardTo(
          held.emulator.origin,
          method,
          path,
          { ...headers, authorization: held.emulator.authorization() },
          body,
        );
        const changed = method !== 'GET' && answer.status < 300 ? CHANGED.exec(path)?.[1] : undefined;
        if (changed !== undefined) await keepRepository(held, changed);
        return answer;
      }),
    collaborators: (repository) => inTurn(() => held.emulator.collaborators(repository)),
    addByHand: (repository, login, permission) =>
      inTurn(async () => {
        await held.emulator.put(repository, login, permission);
        await keepRepository(held, repository);
      }),
    removeByHand: (repository, login) =>
      inTurn(async () => {
        await held.emulator.remove(repository, login);
        await keepRepository(held, repository);
      }),
    addNames: (users, repositories) =>
      inTurn(async () => {
        const next = withNames(held.world, users, repositories);
        if (next === null) return;
        const successor = await startGithubEmulator(next, token, publicUrl);
        await held.emulator.close();
        held.emulator = successor;
        await keep(held, next);
      }),
    close: () => inTurn(() => held.emulator.close()),
  };
}

async function initialWorld({ users, repositories, snapshotFile }: Start): Promise<GithubWorld> {
  const kept = snapshotFile === undefined ? null : await readWorld(snapshotFile);
  const world = kept ?? { users: [], repositories: [], collaborators: {} };
  return withNames(world, users, repositories) ?? world;
}

async function keepRepository(held: Held, repository: string): Promise<void> {
  const found = (await held.emulator.collaborators(repository)).map(({ login, permission }) => [login, permission]);
  const collaborators = { ...held.world.collaborators, [repository]: Object.fromEntries(found) };
  await keep(held, { ...held.world, collaborators });
}

async function keep(held: Held, world: GithubWorld): Promise<void> {
  held.world = world;
  if (held.snapshotFile !== undefined) await writeWorld(held.snapshotFile, world);
}

function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

async function forwardTo(
  origin: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: Buffer,
): Promise<Forwarded> {
  const answer = await fetch(`${origin}${path}`, { method, headers, ...(body.length > 0 && { body }) });
  // The length and encoding are of the body as it travelled before.
  const own = ['content-length', 'content-encoding', 'transfer-encoding', 'connection', 'keep-alive', 'date'];
  return {
    status: answer.status,
    headers: [...answer.headers].filter(([name]) => !own.includes(name)),
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
