import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of the client's beside ours, in which Drawbridge has the rights of docs/providers.md. */
export type Warehouse = {
  /** Its address, as Drawbridge's role. */
  url: string;
  /** Makes tables anew, without rows, and roles of people who may not log in yet; those that are there stay. */
  prepare(tables: string[], roles: string[]): Promise<void>;
  /** True where that person's role is let in and may read the table. */
  lets(role: string, table: string): Promise<boolean>;
};

const PREPARED = (password: string) => `
  create role warehouse_owner nologin;
  create role drawbridge_access login password '${password}' createrole;
  grant pg_signal_backend to drawbridge_access;
  grant warehouse_owner to drawbridge_access;
  create schema drawbridge authorization drawbridge_access;`;

/** What PostgreSQL says to somebody who is not let in, and to somebody who may not read. */
const REFUSALS = ['28000', '28P01', '42501'];

/** Makes the database on the server of ours; `serverUrl` is its superuser's address. */
export async function startWarehouse(serverUrl: string): Promise<Warehouse> {
  await run(serverUrl, 'create database warehouse');
  const password = randomBytes(16).toString('hex');
  const addressAs = (user?: string, secret = password): string => {
    const url = new URL(serverUrl);
    url.pathname = '/warehouse';
    if (user !== undefined) [url.username, url.password] = [user, secret];
    return url.href;
  };
  await run(addressAs(), PREPARED(password));
  return {
    url: addressAs('drawbridge_access'),
    async prepare(tables, roles) {
      for (const table of tables) await run(addressAs(), tableSql(table));
      for (const role of roles) await run(addressAs(), roleSql(role));
    },
    async lets(role, table) {
      try {
        await run(addressAs(role, role), `select from ${quoted(table)}`);
        return true;
      } catch (error) {
        if (error instanceof pg.DatabaseError && REFUSALS.includes(error.code ?? '')) return false;
        throw error;
      }
    },
  };
}

const quoted = (table: string): string => table.split('.').map(pg.escapeIdentifier).join('.');

function tableSql(table: string): string {
  const schema = pg.escapeIdentifier(table.split('.')[0] ?? '');
  return `create schema if not exists ${schema} authorization warehouse_owner;
    drop table if exists ${quoted(table)};
    create table ${quoted(table)} (id int, at timestamptz);
    alter table ${quoted(table)} owner to warehouse_owner;`;
}

function roleSql(role: string): string {
  const name = pg.escapeIdentifier(role);
  return `do $$ begin
      create role ${name} nologin password ${pg.escapeLiteral(role)};
    exception when duplicate_object then null; end $$;
    grant ${name} to drawbridge_access with admin true, inherit false, set false;`;
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
