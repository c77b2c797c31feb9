import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scim } from '@better-auth/scim';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { toNodeHandler } from 'better-auth/node';
import pg from 'pg';
import { freshDatabase } from '../real/database.js';

/** A strict SCIM server with a database of its own. */
export type ScimServer = {
  /** What stands before `/Users`. */
  baseUrl: string;
  token: string;
  stop(): Promise<void>;
};

const TOKEN = 'scim-token-of-a-test-and-of-nothing-else';

/** Starts one; it knows nobody yet. */
export async function startScimServer(): Promise<ScimServer> {
  const database = await freshDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  pool.on('error', () => undefined);
  const options = {
    database: pool,
    secret: 'the-secret-of-a-server-that-lives-for-one-test',
    baseURL: 'http://127.0.0.1',
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    plugins: [
      scim({ connections: [{ id: 'directory', credentials: [{ type: 'bearer', id: 'drawbridge', token: TOKEN }] }] }),
    ],
  };
  await (await getMigrations(options)).runMigrations();
  const server = createServer(toNodeHandler(betterAuth(options)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/auth/scim/v2`,
    token: TOKEN,
    stop: async () => {
      await close(server);
      await pool.end();
      await database.drop();
    },
  };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
