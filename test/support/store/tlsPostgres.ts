import { chownSync, copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../sandbox/postgres/postgres.js';
import type { Certificate } from '../real/certificates.js';
import { waitUntil } from '../real/waitUntil.js';

/** A PostgreSQL that lets nobody in over a connection in clear. */
export type TlsPostgres = {
  /** Its address without a word about TLS; the password is in it. */
  url: string;
  stop(): Promise<void>;
};

/** Starts a server that shows this certificate. */
export async function startTlsPostgres({ cert, key }: Certificate): Promise<TlsPostgres> {
  const server = await startPostgres({ dataDir: null });
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  const { rows } = await admin.query<{ data_directory: string }>('show data_directory');
  const dir = rows[0]?.data_directory ?? '';
  // The server may run as another account, and takes a key from nobody else.
  const { uid, gid } = statSync(dir);
  for (const [from, to] of [
    [cert.path, 'server.crt'],
    [key.path, 'server.key'],
  ] as const) {
    copyFileSync(from, join(dir, to));
    chownSync(join(dir, to), uid, gid);
  }
  const rules = join(dir, 'pg_hba.conf');
  writeFileSync(rules, readFileSync(rules, 'utf8').replaceAll(/^host\b/gm, 'hostssl'));
  await admin.query('alter system set ssl = on');
  await admin.query('select pg_reload_conf()');
  await admin.end();
  await waitUntil('the server to refuse a connection in clear', () => refusesClear(server.url));
  return { url: server.url, stop: () => server.stop() };
}

async function refusesClear(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return false;
  } catch {
    return true;
  }
}
