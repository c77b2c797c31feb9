import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const HEX = /^[0-9a-f]{64}$/;

/**
 * A key of 32 bytes that is kept in the data folder and made at the first start: `master` wraps every person's data key, `payload`
 * encrypts what Temporal keeps.
 *
 * Throws when the file is there and holds something else: a new key would make what the old one encrypts unreadable.
 */
export async function localKey(dataDir: string, name: 'master' | 'payload'): Promise<Buffer> {
  const path = join(dataDir, `${name}.key`);
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
