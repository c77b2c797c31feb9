import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { codeOf } from '../../../sandbox/errors.js';
import { fromSetup } from './servers.js';

/** A database of one's own, migrated; `url` as its owner, `serverUrl` as the role that processes serve as. */
export type FreshDatabase = { url: string; serverUrl: string; drop(): Promise<void> };

const ATTEMPTS = 50;
/** Somebody else is copying the template at this moment. */
const TEMPLATE_BUSY = '55006';

/** Copies the run's migrated template into a new database; drop it in `afterAll`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = fromSetup('DRAWBRIDGE_TEST_TEMPLATE');
  await asAdmin(async (client) => {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(`create database ${name} template ${template} strategy file_copy`);
        return;
      } catch (error) {
        const busy = codeOf(error) === TEMPLATE_BUSY;
        if (!busy || attempt === ATTEMPTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  });
  const url = new URL(fromSetup('DRAWBRIDGE_TEST_POSTGRES'));
  url.pathname = `/${name}`;
  const serverUrl = new URL(url);
  serverUrl.username = serverUrl.password = fromSetup('DRAWBRIDGE_TEST_SERVER_ROLE');
  return {
    url: url.href,
    serverUrl: serverUrl.href,
    drop: () => asAdmin(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}

async function asAdmin(work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: fromSetup('DRAWBRIDGE_TEST_POSTGRES') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
