import { chmod, mkdir, mkdtemp, readFile, realpath, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalPartsError, reasonOf } from './errors.js';
import { type Guarded, guard } from './guard.js';
import { freePort } from './ports.js';
import {
  clusterPassword,
  DATABASE_USER,
  ensureCluster,
  findPrograms,
  type PostgresPrograms,
  requireTraversable,
  type ServerAccount,
  serverAccount,
} from './postgresFiles.js';
import { clearStalePidFile, ensureDatabase, livingPostmaster, type Postmaster, serves } from './postmaster.js';
import { endProcess, waitFor } from './processes.js';

/** How a local PostgreSQL is wanted. */
export type PostgresOptions = {
  /** Folder of its cluster, password and log; null makes a temporary one without fsync, removed on stop. */
  dataDir: string | null;
  /** Told one line about anything that may take over a second. */
  onProgress?: (line: string) => void;
};

/** A local PostgreSQL, on loopback only, accepting connections. */
export type PostgresServer = {
  /** Connection URL of the database `drawbridge`, with password: keep it out of logs. */
  url: string;
  pid: number;
  /** True when it was running already, an orphan or somebody else's: find out by `claimOwnership` before `guard` or `stop`. */
  adopted: boolean;
  /** Makes an adopted server end with this process; a started one does so from its first moment. */
  guard(): Promise<void>;
  /** Settles when the server has ended, asked for or not; for an adopted one only after `guard`. */
  exited: Promise<void>;
  stop(): Promise<void>;
  /** Lets it run on, because another process owns the data. */
  leave(): Promise<void>;
};

type Cluster = {
  programs: PostgresPrograms;
  account: ServerAccount;
  home: string;
  dir: string;
  password: string;
  ephemeral: boolean;
};

const DATABASE = 'drawbridge';
const START_PATIENCE_MS = 60_000;

/**
 * Starts PostgreSQL so that it ends with this process, or takes over the one that runs on the folder already.
 *
 * Throws `LocalPartsUnavailable` with one sentence on what is missing.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const programs = await findPrograms();
  const account = await serverAccount();
  const ephemeral = options.dataDir === null;
  const home = await makeHome(options.dataDir, account);
  await requireTraversable(home, account);
  await requireTraversable(programs.postgres, account);
  const password = await clusterPassword(home);
  const dir = await ensureCluster(programs, account, home, ephemeral).catch(async (error: unknown) => {
    if (ephemeral) await rm(home, { recursive: true, force: true });
    throw error;
  });
  const cluster = { programs, account, home, dir, password, ephemeral };
  const until = Date.now() + START_PATIENCE_MS;
  for (;;) {
    const server = (await adopt(cluster)) ?? (await start(cluster));
    if ('url' in server) return server;
    // Backends of a killed server still hold its memory, or another process was quicker: look again.
    if (Date.now() > until || !server.passing) throw unavailable(server.reason);
    options.onProgress?.('PostgreSQL is still busy with its last end; waiting …');
    await waitFor(async () => (await livingPostmaster(dir)) !== null, 1_000);
  }
}

async function makeHome(dataDir: string | null, account: ServerAccount): Promise<string> {
  if (dataDir !== null) await mkdir(dataDir, { recursive: true, mode: account.uid === undefined ? 0o700 : 0o711 });
  const home = await realpath(dataDir ?? (await mkdtemp(join(tmpdir(), 'drawbridge-postgres-'))));
  // The server's own account must be able to walk through a folder that is otherwise ours alone.
  if (dataDir === null && account.uid !== undefined) await chmod(home, 0o711);
  return home;
}

/** Takes the server that lives on the cluster; waits while it is starting up or shutting down. */
async function adopt(cluster: Cluster): Promise<PostgresServer | null> {
  let found = await livingPostmaster(cluster.dir);
  let answers = false;
  await waitFor(async () => {
    found = await livingPostmaster(cluster.dir);
    answers = found !== null && (await answersOurs(cluster, found.port));
    return found === null || answers;
  }, START_PATIENCE_MS);
  if (found === null) {
    await clearStalePidFile(cluster.dir);
    return null;
  }
  if (!answers) throw unavailable(`process ${found.pid} holds ${cluster.dir} but does not answer`);
  await ensureDatabase(urlOf(cluster, found.port, 'postgres'), DATABASE);
  return adoptedServer(cluster, found);
}

function adoptedServer(cluster: Cluster, found: Postmaster): PostgresServer {
  let guarded: Guarded | null = null;
  let settle: () => void = () => undefined;
  const exited = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return {
    url: urlOf(cluster, found.port, DATABASE),
    pid: found.pid,
    adopted: true,
    exited,
    async guard() {
      guarded ??= await guard({ subject: { kind: 'watch', process: found }, stopSignal: 'SIGINT' });
      void guarded.exited.then(settle);
    },
    async stop() {
      if (guarded) await guarded.stop();
      else await endProcess(found, 'SIGINT');
    },
    async leave() {
      await guarded?.leave();
    },
  };
}

async function start(cluster: Cluster): Promise<PostgresServer | { passing: boolean; reason: string }> {
  const port = await freePort();
  const logFile = join(cluster.home, 'postgres.log');
  await rename(logFile, `${logFile}.old`).catch(() => undefined);
  const server = await guard({
    subject: {
      kind: 'start',
      command: cluster.programs.postgres,
      args: serverArgs(cluster, port),
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
      ...cluster.account,
      logFile,
    },
    stopSignal: 'SIGINT',
    ...(cluster.ephemeral && { removeDir: cluster.home }),
  });
  const ready = await waitFor(async () => server.ended() || (await answersOurs(cluster, port)), START_PATIENCE_MS);
  if (!ready || server.ended()) {
    const reason = await lastComplaint(logFile);
    await (cluster.ephemeral ? Promise.resolve() : server.stop());
    return { passing: /lock file|shared memory|could not bind|starting up|shutting down/.test(reason), reason };
  }
  await ensureDatabase(urlOf(cluster, port, 'postgres'), DATABASE);
  return {
    url: urlOf(cluster, port, DATABASE),
    pid: server.pid,
    adopted: false,
    guard: async () => undefined,
    exited: server.exited,
    stop: () => server.stop(),
    leave: () => server.leave(),
  };
}

function serverArgs(cluster: Cluster, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(cluster.ephemeral && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', cluster.dir, '-p', String(port), ...flags];
}

async function answersOurs(cluster: Cluster, port: number): Promise<boolean> {
  return await serves(urlOf(cluster, port, 'postgres'), cluster.dir).catch((error: unknown) => {
    throw unavailable(`the server on ${cluster.dir} refuses the password in postgres.password (${reasonOf(error)})`);
  });
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://${DATABASE_USER}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

async function lastComplaint(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n');
  return lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? 'it said nothing';
}

function unavailable(reason: string): LocalPartsError {
  return new LocalPartsError('LocalPartsUnavailable', `PostgreSQL could not be started: ${reason}.`);
}
