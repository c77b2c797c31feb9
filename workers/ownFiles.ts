import { constants } from 'node:fs';
import { chmod, mkdir, open, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** A file that is not this user's own: what it says leads tokens, and is not believed. */
export class UntrustedFile extends Error {
  override readonly name = 'UntrustedFile';
}

/** A JSON file of this user's; undefined where there is none that can be read. Throws {@link UntrustedFile}. */
export async function readOwnJson<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const text = await readOwn(path);
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    // A file cut short by a crash is written anew by whoever writes next.
    return undefined;
  }
}

/** The text of a file that this user alone can have written; undefined when there is none. */
async function readOwn(path: string): Promise<string | undefined> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ELOOP') throw new UntrustedFile(`${path} is a link. Remove it, then try again.`);
    return undefined;
  });
  if (file === undefined) return undefined;
  try {
    const { uid, mode } = await file.stat();
    const me = process.getuid?.();
    if (me !== undefined && (uid !== me || (mode & 0o022) !== 0))
      throw new UntrustedFile(`${path} can be written by another user, so it is not used. Use a folder of your own.`);
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/** Writes a file of this user's: beside and renamed, so that a reader never sees half of it and it is never readable by others. */
export async function writePrivately(path: string, content: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${process.pid}.new`;
  await writeFile(beside, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await chmod(beside, 0o600);
  await rename(beside, path);
}
