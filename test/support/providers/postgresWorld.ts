import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { freshDatabase } from '../real/database.js';

/** A client's database, with tables, people's roles, and a role for Drawbridge that has the least rights of docs/providers.md. */
export type PostgresWorld = {
  /** The database's address, as Drawbridge. */
  url: string;
  /** As another role. */
  urlAs(role: string): string;
  /** Runs SQL as the client's administrator; `{name}` stands for the role of that name here. */
  admin(sql: string): Promise<Record<string, unknown>[]>;
  /** The name on the server of one of this world's roles: roles are shared by all databases of a server. */
  named(name: string): string;
  /** Makes a role with a password of its own name that may not log in yet, and that Drawbridge may change. */
  addPerson(name: string): Promise<void>;
  /** A session of a role's. */
  sessionAs(name: string): Promise<pg.Client>;
  drop(): Promise<void>;
};

type OwnDatabase = { url: string; drop(): Promise<void> };

const TABLES = `
  create schema sales authorization {owner};
  set role {owner};
  create table sales.orders (id int, amount int, buyer text);
  create table sales.returns (id int);
  insert into sales.orders values (1, 100, 'Ada');
  reset role;`;

/** The SQL that docs/providers.md has administrators run for a purpose, for the roles of a world. */
export function documentedSql(purpose: string, person = ''): string {
  const page = readFileSync(new URL('../../../docs/providers.md', import.meta.url), 'utf8');
  const [, sql] = page.split(`\`\`\`sql\n-- ${purpose}\n`);
  if (sql === undefined) throw new Error(`docs/providers.md has no SQL ${purpose}.`);
  return (sql.split('```')[0] ?? '')
    .replaceAll('drawbridge_access', '{drawbridge}')
    .replaceAll('warehouse_owner', '{owner}')
    .replaceAll(/\bana\b/g, `{${person}}`)
    .replace(/(create role )(\S+)( .*)'…'/, "$1$2$3'$2'");
}

/** Makes a world in a new database, of the run's server unless told otherwise; its roles' names end alike. */
export async function startPostgresWorld(
  people: string[],
  suffix = randomBytes(4).toString('hex'),
  database?: OwnDatabase,
): Promise<PostgresWorld> {
  return await furnish(database ?? (await freshDatabase()), people, suffix);
}

/** Makes a database on another server. */
export async function newDatabase(serverUrl: string): Promise<OwnDatabase> {
  const name = `world_${randomBytes(4).toString('hex')}`;
  await once(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: async () => void (await once(serverUrl, `drop database ${name} with (force)`)) };
}

async function furnish(database: OwnDatabase, people: string[], suffix: string): Promise<PostgresWorld> {
  const named = (name: string) => `${name}_${suffix}`;
  const urlAs = (name: string) => {
    const url = new URL(database.url);
    url.username = url.password = named(name);
    return url.href;
  };
  const admin = (sql: string) =>
    once(
      database.url,
      sql.replaceAll(/\{(\w+)\}/g, (_, name) => named(name)),
    );
  const world: PostgresWorld = {
    url: urlAs('drawbridge'),
    urlAs,
    named,
    admin,
    addPerson: async (name) => {
      await admin(documentedSql('for each person', name));
      const [version] = await admin(`select current_setting('server_version_num')::int >= 160000 as "knowsSet"`);
      if (version?.knowsSet === true) await admin(documentedSql('for each person, from version 16 on', name));
    },
    sessionAs: async (name) => {
      const client = new pg.Client({ connectionString: urlAs(name) });
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
    drop: async () => {
      const server = new URL(database.url);
      server.pathname = '/postgres';
      await database.drop();
      const made = await once(
        server.href,
        `select format('drop role %I', rolname) as drop from pg_roles where rolname ~ '_${suffix}$'`,
      );
      await once(server.href, made.map(({ drop }) => drop).join(';'));
    },
  };
  await admin(`create role {owner} nologin`);
  await admin(TABLES);
  await admin(documentedSql('for Drawbridge'));
  for (const name of people) await world.addPerson(name);
  return world;
}

async function once(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const answered: pg.QueryResult | pg.QueryResult[] = await client.query(sql);
    return (Array.isArray(answered) ? answered.at(-1) : answered)?.rows ?? [];
  } finally {
    await client.end();
  }
}
