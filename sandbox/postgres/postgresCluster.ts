import { LocalPartsError, reasonOf } from '../errors.js';
import { DATABASE_USER, type PostgresPrograms, type ServerAccount } from './postgresFiles.js';
import { serves } from './postmaster.js';

/** A cluster on disk and all it takes to run it. */
export type Cluster = {
  programs: PostgresPrograms;
  account: ServerAccount;
  home: string;
  dir: string;
  password: string;
  /** Without fsync, in a temporary folder that goes with it. */
  ephemeral: boolean;
};

/** The database that everything is kept in. */
export const DATABASE = 'drawbridge';

/** How long a server may take to come up or to go down, in milliseconds. */
export const START_PATIENCE_MS = 60_000;

/** Connection URL, with password. */
export function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://${DATABASE_USER}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** Whether the server on this port is the cluster's and answers; throws when it refuses the cluster's password. */
export async function answersOurs(cluster: Cluster, port: number): Promise<boolean> {
  return await serves(urlOf(cluster, port, 'postgres'), cluster.dir).catch((error: unknown) => {
    throw unavailable(`the server on ${cluster.dir} refuses the password in postgres.password (${reasonOf(error)})`);
  });
}

/** The one sentence for a server that does not come up. */
export function unavailable(reason: string): LocalPartsError {
  return new LocalPartsError('LocalPartsUnavailable', `PostgreSQL could not be started: ${reason}.`);
}
