import { Client } from 'pg';

/** Ownership of the data behind one database, for as long as this process and its connection live. */
export type Ownership = { release(): Promise<void> };

/** "draw" and "brdg" in ASCII: one lock per database, no clash with locks of the store. */
const LOCK = [0x64726177, 0x62726467] as const;

/**
 * Claims the data behind the database by a session lock; null when another process holds it.
 *
 * `onLost` is called once if the connection breaks, and with it the claim: the caller must stop writing.
 */
export async function claimOwnership(url: string, onLost: () => void = () => undefined): Promise<Ownership | null> {
  const client = new Client({
    connectionString: url,
    application_name: 'drawbridge owner',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  let released = false;
  client.on('error', () => undefined);
  await client.connect();
  const answer = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [...LOCK]);
  if (!answer.rows[0]?.held) {
    await client.end();
    return null;
  }
  client.once('end', () => {
    if (!released) onLost();
  });
  return {
    async release() {
      released = true;
      await client.end().catch(() => undefined);
    },
  };
}
