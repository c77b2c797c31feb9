import pg from 'pg';
import { takeAppRole } from './connect.js';
import { settleSession } from './session.js';

/** A case has entries up to this number. */
export type CaseChange = { caseId: string; seq: number };

/** Who is told of changes; `missed`: something may have happened unheard, as after a lost connection. */
export type ChangeReader = { changed(change: CaseChange): void; missed(): void };

/** What any process appends, as it happens. */
export interface Changes {
  /**
   * Tells `reader` of every append from now on, within moments, until the answer is called; throws when the database is away.
   * All readers share one connection, which is made again by itself when it is lost; then each is told that it `missed` something.
   */
  follow(reader: ChangeReader): Promise<() => void>;
}

const CONNECT_MS = 5_000;
/** How often the connection is asked whether it is there: a network may swallow packets in silence. */
const LOOK_MS = 15_000;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;
const PAYLOAD = /^(\S+) (\d{1,10})$/;

/** Listens on a connection of its own from the first reader on. */
export function changes(databaseUrl: string, applicationName: string): Changes & { close(): Promise<void> } {
  const readers = new Set<ChangeReader>();
  let connection: Promise<pg.Client> | undefined;
  let closed = false;
  let waitMs = FIRST_WAIT_MS;
  let again: NodeJS.Timeout | undefined;

  const tell = ({ channel, payload = '' }: pg.Notification) => {
    const [, caseId, seq] = (channel === 'drawbridge_case' && PAYLOAD.exec(payload)) || [];
    if (caseId === undefined) return;
    for (const reader of readers) reader.changed({ caseId, seq: Number(seq) });
  };

  const connected = (): Promise<pg.Client> => {
    connection ??= listen(databaseUrl, applicationName, { tell, lost }).catch((error: unknown) => {
      connection = undefined;
      throw error;
    });
    return connection;
  };

  const reconnect = async (): Promise<void> => {
    try {
      await connected();
      waitMs = FIRST_WAIT_MS;
      for (const reader of readers) reader.missed();
    } catch {
      lost();
    }
  };

  function lost(): void {
    connection = undefined;
    if (closed) return;
    clearTimeout(again);
    again = setTimeout(() => void reconnect(), waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }

  return {
    async follow(reader) {
      await connected();
      readers.add(reader);
      return () => readers.delete(reader);
    },
    async close() {
      closed = true;
      clearTimeout(again);
      readers.clear();
      const client = await connection?.catch(() => undefined);
      await client?.end();
    },
  };
}

type Ears = { tell(heard: pg.Notification): void; lost(): void };

/** A connection that listens, and says once when it is lost. */
async function listen(connectionString: string, application_name: string, { tell, lost }: Ears): Promise<pg.Client> {
  const client = new pg.Client({
    ...{ connectionString, application_name, keepAlive: true },
    ...{ connectionTimeoutMillis: CONNECT_MS, query_timeout: CONNECT_MS },
  });
  let ended = false;
  // Before it listens, a failure is the answer to whoever waits for it.
  let listening = false;
  const end = () => {
    if (ended) return;
    ended = true;
    clearInterval(looking);
    void client.end().catch(() => undefined);
    if (listening) lost();
  };
  const looking = setInterval(() => client.query('select 1').catch(end), LOOK_MS).unref();
  client.on('error', end).on('end', end).on('notification', tell);
  try {
    await client.connect();
    await settleSession(client);
    await takeAppRole(client);
    await client.query('set idle_session_timeout = 0; listen drawbridge_case');
    listening = true;
    return client;
  } catch (error) {
    end();
    throw error;
  }
}
