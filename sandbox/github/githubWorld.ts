import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';

/** Everything that the emulated GitHub holds, as plain JSON. */
export type GithubWorld = z.infer<typeof GithubWorld>;
export const GithubWorld = z.object({
  users: z.array(z.string()),
  /** Full names, `owner/name`; every owner is an organisation that the token's account administers. */
  repositories: z.array(z.string()),
  /** By repository, then login: the permission in GitHub's words (`pull`, `push`, `admin`, …). */
  collaborators: z.record(z.string(), z.record(z.string(), z.string())),
});

/** Reads a kept world; null when there is none. An unreadable file is an error, not an empty world. */
export async function readWorld(file: string): Promise<GithubWorld | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : GithubWorld.parse(JSON.parse(text));
}

/** Keeps the world, in one step, readable by its owner alone. */
export async function writeWorld(file: string, world: GithubWorld): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(world, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** The world with the names added that it lacks; null when it has them all. */
export function withNames(world: GithubWorld, users: string[], repositories: string[]): GithubWorld | null {
  for (const name of repositories) {
    if (!/^[\w.-]+\/[\w.-]+$/.test(name)) throw new Error(`A repository is named owner/name, not "${name}".`);
  }
  const newUsers = users.filter((login) => !world.users.includes(login));
  const newRepositories = repositories.filter((name) => !world.repositories.includes(name));
  if (newUsers.length === 0 && newRepositories.length === 0) return null;
  return {
    ...world,
    users: [...world.users, ...new Set(newUsers)],
    repositories: [...world.repositories, ...new Set(newRepositories)],
  };
}
