import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import getPort from 'get-port';
import pg from 'pg';
import { connectTemporal } from '../../client/connection.js';
import {
  clusterPassword,
  DATABASE_USER,
  ensureCluster,
  findPrograms,
  serverAccount,
} from '../../sandbox/postgres/postgresFiles.js';
import { waitFor } from '../../sandbox/process/processes.js';
import { findTemporalCli } from '../../sandbox/temporal/temporalCli.js';

/** A server that can be ended at once and comes back on the same port and data. */
export type MortalServer = {
  /** `host:port` or connection URL. */
  address: string;
  /** Ends it without a goodbye: PostgreSQL by an immediate stop, Temporal by SIGKILL. */
  crash(): Promise<void>;
  /** When it was ended so, milliseconds since the epoch. */
  crashes: number[];
  start(): Promise<void>;
  /** Ends it in good order. */
  stop(): Promise<void>;
};

const READY_WITHIN_MS = 60_000;

/** PostgreSQL with fsync, and with the commit time of every transaction kept: the oracle reads it. */
export async function mortalPostgres(home: string): Promise<MortalServer> {
  await mkdir(home, { recursive: true });
  await chmod(home, 0o711);
  const account = await serverAccount();
  const programs = await findPrograms();
  const dir = await ensureCluster(programs, account, home, false);
  const port = await getPort({ host: '127.0.0.1' });
  const address = `postgres://${DATABASE_USER}:${await clusterPassword(home)}@127.0.0.1:${port}/postgres`;
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'track_commit_timestamp=on',
  ];
  const args = ['-D', dir, '-p', String(port), ...settings.flatMap((one) => ['-c', one])];
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };
  const launch = () =>
    logged(spawn(programs.postgres, args, { ...account, env, cwd: '/' }), join(home, 'postgres.log'));
  return mortal(address, launch, 'SIGQUIT', 'SIGINT', async () => {
    const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 1_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query('select 1')).rowCount === 1;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  });
}

/** Temporal's dev server on a file. */
export async function mortalTemporal(home: string): Promise<MortalServer> {
  await mkdir(home, { recursive: true });
  const program = await findTemporalCli();
  const port = await getPort({ host: '127.0.0.1' });
  const settings = [
    'history.transferProcessorMaxPollRPS=2000',
    'history.timerProcessorMaxPollRPS=2000',
    'history.visibilityProcessorMaxPollRPS=2000',
    'history.workflowIdReuseMinimalInterval="0s"',
  ];
  const args = [
    'server',
    'start-dev',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--log-level',
    'error',
    '--headless',
  ];
  args.push(
    '--db-filename',
    join(home, 'temporal.sqlite'),
    ...settings.flatMap((one) => ['--dynamic-config-value', one]),
  );
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? home };
  const address = `127.0.0.1:${port}`;
  const launch = () => logged(spawn(program, args, { env }), join(home, 'temporal.log'));
  return mortal(address, launch, 'SIGKILL', 'SIGTERM', () => serves(address));
}

/** Whether a Temporal server answers there. */
export async function serves(address: string): Promise<boolean> {
  try {
    const connection = await connectTemporal(address);
    await connection.workflowService.describeNamespace({ namespace: 'default' });
    await connection.close();
    return true;
  } catch {
    return false;
  }
}

/** A server must not outlive the harness, whatever ends that. */
const living = new Set<ChildProcess>();
process.on('exit', () => {
  for (const one of living) one.kill('SIGKILL');
});

function mortal(
  address: string,
  launch: () => ChildProcess,
  crashBy: NodeJS.Signals,
  stopBy: NodeJS.Signals,
  answers: () => Promise<boolean>,
): MortalServer {
  let running: ChildProcess | undefined;
  const crashes: number[] = [];
  const end = async (signal: NodeJS.Signals) => {
    const ending = running;
    running = undefined;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = once(ending, 'exit');
    ending.kill(signal);
    await gone;
    living.delete(ending);
  };
  return {
    address,
    crashes,
    async crash() {
      crashes.push(Date.now());
      await end(crashBy);
    },
    stop: () => end(stopBy),
    async start() {
      // Backends of a server that was just ended may hold its memory for a moment: then it ends at once, and is started again.
      const up = await waitFor(async () => {
        if (running === undefined || running.exitCode !== null) {
          running = launch();
          living.add(running);
        }
        return await answers();
      }, READY_WITHIN_MS);
      if (!up) throw new Error('A server of the harness did not come back.');
    },
  };
}

function logged(server: ChildProcess, file: string): ChildProcess {
  const log = createWriteStream(file, { flags: 'a' });
  server.stdout?.pipe(log);
  server.stderr?.pipe(log, { end: false });
  server.on('error', () => undefined);
  return server;
}
