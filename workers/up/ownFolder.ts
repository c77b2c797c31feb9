import { chmod, mkdir } from 'node:fs/promises';

/**
 * Makes the data folder, and makes it its owner's alone; what this process and its children write from now on is theirs alone, too.
 *
 * PostgreSQL does not run as root: then its own account has to get through the folder, without seeing what else is in it.
 */
export async function ownFolder(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await chmod(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
  process.umask(0o077);
}
