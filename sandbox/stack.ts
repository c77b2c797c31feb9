import { join } from 'node:path';
import { LocalPartsError } from './errors.js';
import { claimOwnership, type Ownership } from './postgres/owner.js';
import { startPostgres } from './postgres/postgres.js';
import type { PostgresServer } from './postgres/postgresServer.js';
import { findTemporalCli } from './temporal/temporalCli.js';
import { startTemporal, type TemporalServer } from './temporal/temporalServer.js';

/** Which servers to start, and where. */
export type LocalStackOptions = {
  /** Folder of all data, taken over when it exists; null for temporary data that is removed on stop. */
  dataDir: string | null;
  /** Allows time skipping per execution; only for rehearsals and tests. */
  virtualTime: boolean;
  /** Uses the servers named by `DATABASE_URL` and `TEMPORAL_ADDRESS` when set; false ignores both. */
  useEnvironment: boolean;
  /** Serves Temporal's console, which knows no sign-in; default false. */
  ui?: boolean;
  onProgress?: (line: string) => void;
  /** Called once when a server or the claim on the data is lost while running; everything should then stop. */
  onLost?: (sentence: string) => void;
};

/** The two servers that everything else runs against. */
export type LocalStack = {
  /** Connection URL, with password: keep it out of logs. */
  databaseUrl: string;
  temporalAddress: string;
  temporalUiUrl?: string;
  /** Whether running servers of an earlier process were taken over. */
  adopted: boolean;
  /** Process ids of the servers that end with this process. */
  pids: { postgres?: number; temporal?: number };
  /** Ends what this call started, Temporal first. */
  stop(): Promise<void>;
};

type Started = { postgres?: PostgresServer; ownership?: Ownership | null; temporal?: TemporalServer };

/**
 * Brings up PostgreSQL and Temporal, or uses the ones that the environment names.
 *
 * The lock in the database is held before anything else is touched. Throws `DataInUse` when another process holds it,
 * `LocalPartsUnavailable` when a part cannot be had.
 */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const environment = options.useEnvironment ? process.env : {};
  const started: Started = {};
  let stopped = false;
  let lost = false;
  const onLost = (sentence: string) => {
    if (stopped || lost) return;
    lost = true;
    options.onLost?.(sentence);
  };
  const stop = async () => {
    stopped = true;
    await started.temporal?.stop();
    await started.ownership?.release();
    await started.postgres?.stop();
  };
  try {
    const given = { databaseUrl: environment.DATABASE_URL, temporalAddress: environment.TEMPORAL_ADDRESS };
    // Fetching the program may take longer than PostgreSQL's start; a failure is reported where it is awaited.
    const program = given.temporalAddress ? Promise.resolve('') : findTemporalCli(options.onProgress);
    program.catch(() => undefined);
    const databaseUrl = given.databaseUrl || (await bringUpPostgres(options, started, onLost));
    if (options.dataDir !== null && !started.ownership) await claim(databaseUrl, started, onLost);
    await program;
    if (!given.temporalAddress) await bringUpTemporal(options, started, onLost);
    return {
      databaseUrl,
      temporalAddress: given.temporalAddress || (started.temporal?.address ?? ''),
      ...(started.temporal?.uiUrl && { temporalUiUrl: started.temporal.uiUrl }),
      adopted: started.postgres?.adopted ?? false,
      pids: {
        ...(started.postgres && { postgres: started.postgres.pid }),
        ...(started.temporal && { temporal: started.temporal.pid }),
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Starts or adopts, then claims: an adopted server may end between the two, when its last owner's watchdog is ending it. */
async function bringUpPostgres(options: LocalStackOptions, started: Started, onLost: (sentence: string) => void) {
  const { dataDir, onProgress } = options;
  for (let attempt = 1; ; attempt++) {
    const postgres = await startPostgres({ dataDir, ...(onProgress && { onProgress }) });
    try {
      if (dataDir !== null) await claim(postgres.url, started, onLost);
      await postgres.guard();
      started.postgres = postgres;
      void postgres.exited.then(() => onLost('PostgreSQL has ended: start again to take over the data.'));
      return postgres.url;
    } catch (error) {
      // Of two first starts at once the other may have been quicker with the claim.
      if (error instanceof LocalPartsError && error.code === 'DataInUse') await postgres.leave();
      else if (!postgres.adopted) await postgres.stop();
      if (error instanceof LocalPartsError || attempt === 3) throw error;
    }
  }
}

async function claim(url: string, started: Started, onLost: (sentence: string) => void): Promise<void> {
  started.ownership = await claimOwnership(url, () =>
    onLost('The claim on the data was lost: start again to take over.'),
  );
  if (started.ownership !== null) return;
  throw new LocalPartsError(
    'DataInUse',
    'Another drawbridge runs on this data: use that one, stop it first, or name another data folder.',
  );
}

async function bringUpTemporal(options: LocalStackOptions, started: Started, onLost: (sentence: string) => void) {
  const { dataDir, virtualTime, onProgress } = options;
  started.temporal = await startTemporal({
    dataDir: dataDir === null ? null : join(dataDir, 'temporal'),
    virtualTime,
    ui: options.ui ?? false,
    ...(onProgress && { onProgress }),
  });
  void started.temporal.exited.then(() => onLost('The Temporal server has ended: start again to take over the data.'));
}
