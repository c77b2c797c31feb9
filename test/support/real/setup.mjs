/**
 * Starts one PostgreSQL and one Temporal server (virtual time) for a whole run of the real tests; what it answers ends them.
 *
 * Runs from `dist/` ("pretest" builds it), as the processes that the tests start do.
 */
import { existsSync } from 'node:fs';
import pg from 'pg';
import { startPostgres } from '../../../dist/sandbox/postgres/postgres.js';
import { startTemporal } from '../../../dist/sandbox/temporal/temporalServer.js';

const TEMPLATE = 'drawbridge_template';
/** The role that processes serve as; it owns nothing. */
const SERVER = 'drawbridge_server';

export default async function setup() {
  const onProgress = (line) => process.stderr.write(`${line}\n`);
  const [postgres, temporal] = await Promise.allSettled([
    startPostgres({ dataDir: null, onProgress }),
    startTemporal({ dataDir: null, virtualTime: true, ui: false, onProgress }),
  ]);
  const end = async () => {
    // Temporal first.
    for (const one of [temporal, postgres]) if (one.status === 'fulfilled') await one.value.stop();
  };
  for (const one of [postgres, temporal])
    if (one.status === 'rejected') await end().then(() => Promise.reject(one.reason));
  process.env.DRAWBRIDGE_TEST_POSTGRES = postgres.value.url;
  process.env.DRAWBRIDGE_TEST_TEMPLATE = TEMPLATE;
  process.env.DRAWBRIDGE_TEST_SERVER_ROLE = SERVER;
  process.env.DRAWBRIDGE_TEST_TEMPORAL = temporal.value.address;
  await makeTemplate(postgres.value.url);
  return end;
}

async function makeTemplate(adminUrl) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.query(`create role ${SERVER} login password '${SERVER}'`);
  await client.end();
  const migrations = new URL('../../../dist/store/migrate.js', import.meta.url);
  if (!existsSync(migrations)) return;
  const { migrate } = await import(migrations.href);
  const url = new URL(adminUrl);
  url.pathname = `/${TEMPLATE}`;
  await migrate(url.href, { appUser: SERVER });
}
