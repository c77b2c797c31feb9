import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import getPort from 'get-port';
import { type Guarded, guard } from '../process/guard.js';
import { endProcess, waitFor } from '../process/processes.js';
import { answersOurs, type Cluster, DATABASE, START_PATIENCE_MS, unavailable, urlOf } from './postgresCluster.js';
import type { PostgresServer } from './postgresServer.js';
import { clearStalePidFile, ensureDatabase, livingPostmaster, type Postmaster } from './postmaster.js';

/** Why a start failed, and whether looking again makes sense. */
export type FailedStart = { passing: boolean; reason: string };

/** Takes the server that lives on the cluster; waits while it is starting up or shutting down. */
export async function adopt(cluster: Cluster): Promise<PostgresServer | null> {
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

/** Starts a server on the cluster under a watchdog and waits until it answers. */
export async function start(cluster: Cluster): Promise<PostgresServer | FailedStart> {
  const port = await getPort({ host: '127.0.0.1' });
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
    const reason = ready ? await lastComplaint(logFile) : `it did not answer within ${START_PATIENCE_MS / 1000} s`;
    // Stopping removes a temporary folder, which another attempt still needs; a server that has ended needs no stop.
    if (!server.ended()) await server.stop();
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

async function lastComplaint(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n');
  return lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? 'it said nothing';
}
