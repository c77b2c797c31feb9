import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { codeOf } from '../errors.js';
import { emptyWorld, ensureRepository, ensureUser, type World, worldSchema } from './world.js';

/** As it was kept before accounts and repositories had numbers. */
const named = z.object({
  users: z.array(z.string()),
  repositories: z.array(z.string()),
  collaborators: z.record(z.string(), z.record(z.string(), z.string())),
});

/** Reads a kept world; null when there is none. An unreadable file is an error, not an empty world. */
export async function readWorld(file: string): Promise<World | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const kept = z.union([worldSchema, named]).parse(JSON.parse(text));
  return 'version' in kept ? kept : numbered(kept);
}

/** Keeps the world, in one step, readable by its owner alone. */
export async function writeWorld(file: string, world: World): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(world, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

function numbered({ users, repositories, collaborators }: z.infer<typeof named>): World {
  const world = emptyWorld();
  for (const login of users) ensureUser(world, login);
  for (const name of repositories) ensureRepository(world, name);
  for (const [name, held] of Object.entries(collaborators))
    for (const [login, role] of Object.entries(held))
      ensureRepository(world, name).direct.push({ user: ensureUser(world, login).id, role });
  return world;
}
