import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { Client } from 'pg';

const run = promisify(execFile);

/** Where Temporal keeps its own two databases: a role of its own, which reaches nothing of ours. */
export type TemporalDatabases = { host: string; user: string; password: string; main: string; visibility: string };

/** Makes the role, both databases and their schemas, as an operator does before the first start. */
export async function makeTemporalDatabases(sqlTool: string, adminUrl: string): Promise<TemporalDatabases> {
  const { hostname, port } = new URL(adminUrl);
  const user = 'temporal';
  const password = randomBytes(16).toString('hex');
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create role ${user} login createdb password '${password}'`).finally(() => admin.end());
  const tool = (database: string, ...args: string[]) =>
    run(
      sqlTool,
      ['--plugin', 'postgres12', '--ep', hostname, '--port', port, '--user', user, '--db', database, ...args],
      {
        env: { SQL_PASSWORD: password, PATH: process.env.PATH },
      },
    );
  const schemas = [
    ['temporal', 'postgresql/v12/temporal'],
    ['temporal_visibility', 'postgresql/v12/visibility'],
  ] as const;
  for (const [database, schema] of schemas) {
    await tool(database, 'create-database');
    await tool(database, 'setup-schema', '--version', '0.0');
    await tool(database, 'update-schema', '--schema-name', schema);
  }
  return { host: `${hostname}:${port}`, user, password, main: schemas[0][0], visibility: schemas[1][0] };
}
