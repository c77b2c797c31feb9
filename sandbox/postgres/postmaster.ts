import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { codeOf } from '../errors.js';
import { isZombie, type ProcessIdentity, processAt, sameStart, waitFor } from '../process/processes.js';

const WRONG_PASSWORD = '28P01';
/** The database exists; or it was made in the same instant and only the catalogue's key saw it. */
const DUPLICATE = ['42P04', '23505'];

/** What PostgreSQL wrote into `postmaster.pid` about itself. */
export type Postmaster = ProcessIdentity & { port: number };

/** The postmaster that lives on this cluster, whoever started it; null when there is none. */
export async function livingPostmaster(cluster: string): Promise<Postmaster | null> {
  const noted = await readPidFile(cluster);
  if (noted === null) return null;
  const found = await processAt(noted.pid);
  // Either proof is enough: the start is off after a step of the clock, the command line may be cut short.
  const same = found?.command.includes(`-D ${cluster} `) || (found && sameStart(found.startedAt, noted.startedAt));
  return found && same ? { pid: noted.pid, startedAt: found.startedAt, port: noted.port } : null;
}

/**
 * Removes a `postmaster.pid` whose process is gone.
 *
 * PostgreSQL itself refuses to start over a zombie, or over another process that got the pid.
 */
export async function clearStalePidFile(cluster: string): Promise<void> {
  const noted = await readPidFile(cluster);
  if (noted === null || (await livingPostmaster(cluster)) !== null) return;
  await waitFor(async () => !(await isZombie(noted.pid)), 5_000);
  if ((await livingPostmaster(cluster)) === null) await rm(join(cluster, 'postmaster.pid'), { force: true });
}

/** Whether the server at this address is the one on this cluster and answers. Throws when it refuses our password. */
export async function serves(url: string, cluster: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const shown = await client.query<{ data_directory: string }>('show data_directory');
    return shown.rows[0]?.data_directory === cluster;
  } catch (error) {
    if (codeOf(error) === WRONG_PASSWORD) throw error;
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Creates the database when it is missing. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [name]);
    // Two first starts at once: one of them finds it made meanwhile.
    if (known.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`).catch(isDuplicate);
  } finally {
    await client.end();
  }
}

function isDuplicate(error: unknown): void {
  if (!DUPLICATE.includes(codeOf(error) ?? '')) throw error;
}

async function readPidFile(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , startedAt, port] = text.split('\n').map((line) => Number(line.trim()));
  return pid && startedAt && port ? { pid, startedAt, port } : null;
}
