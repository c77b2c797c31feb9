import { chmod, mkdir, mkdtemp, readFile, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import getPort from 'get-port';
import { LocalPartsError, reasonOf } from '../errors.js';
import { type Guarded, guard } from '../process/guard.js';
import { waitFor } from '../process/processes.js';
import { findTemporalCli } from './temporalCli.js';
import { endOrphan, removePidFile, writePidFile } from './temporalPidFile.js';

/** How a local Temporal server is wanted. */
export type TemporalOptions = {
  /** Folder of its SQLite file, pid file and log; null keeps everything in memory. */
  dataDir: string | null;
  /** Allows time skipping per execution, for tests and rehearsals; never for people's cases. */
  virtualTime: boolean;
  /** Serves Temporal's own console too. */
  ui: boolean;
  /** Told one line about anything that may take over a second. */
  onProgress?: (line: string) => void;
};

/** A local Temporal server, on loopback only, ready to serve. */
export type TemporalServer = {
  /** `host:port` for `TEMPORAL_ADDRESS`. */
  address: string;
  uiUrl?: string;
  pid: number;
  /** Settles when the server has ended, asked for or not. */
  exited: Promise<void>;
  stop(): Promise<void>;
};

/** Without the poll limits every activity waits for a 50 ms quantum; without the last one a young run delays its successor to the full second. */
const ALWAYS = {
  'history.transferProcessorMaxPollRPS': '2000',
  'history.timerProcessorMaxPollRPS': '2000',
  'history.visibilityProcessorMaxPollRPS': '2000',
  'history.workflowIdReuseMinimalInterval': '"0s"',
};
const VIRTUAL_TIME = {
  'frontend.WorkflowTimeSkippingEnabled': 'true',
  'history.timerProcessorMaxTimeShift': '"20ms"',
};

/**
 * Starts a Temporal dev server that ends with this process, and waits until it serves.
 *
 * An orphan on the same SQLite file is ended first. Throws `LocalPartsUnavailable`, or `DataInUse` when a living owner has the file.
 */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const program = await findTemporalCli(options.onProgress);
  const home = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'drawbridge-temporal-')));
  await mkdir(home, { recursive: true, mode: 0o700 });
  await chmod(home, 0o700);
  const database = options.dataDir === null ? null : join(home, 'temporal.sqlite');
  const before = database === null ? null : await endOrphan(home, database);
  const port = await getPort({ host: '127.0.0.1', port: before?.port });
  const uiPort = options.ui ? await getPort({ host: '127.0.0.1', port: before?.uiPort }) : undefined;
  const logFile = join(home, 'temporal.log');
  await rename(logFile, `${logFile}.old`).catch(() => undefined);
  const server = await guard({
    subject: {
      kind: 'start',
      command: program,
      args: serverArgs(options, port, uiPort, database),
      env: plainEnv(),
      logFile,
    },
    stopSignal: 'SIGTERM',
    ...(options.dataDir === null && { removeDir: home }),
  }).catch((error: unknown) => {
    throw new LocalPartsError('LocalPartsUnavailable', `The Temporal server could not be started: ${reasonOf(error)}.`);
  });
  if (database !== null) await writePidFile(home, server, { port, uiPort, database });
  const address = `127.0.0.1:${port}`;
  await awaitReady(server, address, logFile);
  return {
    address,
    ...(uiPort !== undefined && { uiUrl: `http://127.0.0.1:${uiPort}` }),
    pid: server.pid,
    exited: server.exited,
    async stop() {
      await server.stop();
      if (database !== null) await removePidFile(home);
    },
  };
}

function serverArgs(
  options: TemporalOptions,
  port: number,
  uiPort: number | undefined,
  database: string | null,
): string[] {
  const settings = { ...ALWAYS, ...(options.virtualTime ? VIRTUAL_TIME : {}) };
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'warn'],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
    ...(database === null ? [] : ['--db-filename', database]),
    ...Object.entries(settings).flatMap(([key, value]) => ['--dynamic-config-value', `${key}=${value}`]),
  ];
}

/** The program collects its garbage a quarter as often while it is small: that took an eighth of its processor time. */
const COLLECTS_LATE = { GOGC: '400', GOMEMLIMIT: '1GiB' };

/** Nothing of the caller's environment: its TEMPORAL_* variables are meant for clients and would reconfigure the program. */
function plainEnv(): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? tmpdir(), ...COLLECTS_LATE };
}

async function awaitReady(server: Guarded, address: string, logFile: string): Promise<void> {
  const ready = await waitFor(async () => server.ended() || (await serves(address)), 30_000);
  if (ready && !server.ended()) return;
  const log = await readFile(logFile, 'utf8').catch(() => '');
  await server.stop();
  const last = log.trim().split('\n').at(-1) ?? '';
  throw new LocalPartsError(
    'LocalPartsUnavailable',
    `The Temporal server did not become ready: ${last || 'it said nothing'}.`,
  );
}

async function serves(address: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: 1_000 });
    try {
      await connection.workflowService.describeNamespace({ namespace: 'default' });
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
}
