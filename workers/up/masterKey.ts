import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const HEX = /^[0-9a-f]{64}$/;

/**
 * The key that wraps every person's data key, 32 bytes: the one kept in the data folder, made at the first start.
 *
 * Throws when the file is there and holds something else: a new key would make the people of the old one unreadable.
 */
export async function localMasterKey(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'master.key');
  const kept = await readKey(path);
  if (kept !== undefined) return kept;
  const beside = `${path}.${process.pid}.new`;
  await writeFile(beside, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  // Linked rather than renamed: of two first starts at once the later one takes the earlier one's key.
  await link(beside, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(beside, { force: true });
  const made = await readKey(path);
  if (made === undefined) throw new Error(`The key file ${path} was just written and is gone.`);
  return made;
}

async function readKey(path: string): Promise<Buffer | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  if (!HEX.test(text.trim()))
    throw new Error(`${path} does not hold a key of 64 hexadecimal digits: put the kept copy of it back.`);
  return Buffer.from(text.trim(), 'hex');
}
