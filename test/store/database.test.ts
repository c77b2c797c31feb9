import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { databaseFault, isDatabaseUnavailable } from '../../store/errors.js';
import { migrate } from '../../store/migrate.js';
import { migrations } from '../../store/migrations/index.js';
import { openStore } from '../../store/openStore.js';
import { requireServable } from '../../store/servable.js';
import { freshDatabase } from '../support/real/database.js';
import { fromSetup } from '../support/real/servers.js';
import { appending, caseOf, caseOpened, refused, START } from '../support/store/appending.js';

const masterKey = randomBytes(32);

async function asAdmin(sql: string, url = fromSetup('DRAWBRIDGE_TEST_POSTGRES')): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test('starters at the same moment migrate once; the next has nothing to do', async () => {
  const name = `empty_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name}`);
  const url = new URL(fromSetup('DRAWBRIDGE_TEST_POSTGRES'));
  url.pathname = `/${name}`;
  const applied = await Promise.all([1, 2, 3].map(() => migrate(url.href)));
  expect(applied.flat()).toEqual(Object.keys(migrations));
  expect(await migrate(url.href)).toEqual([]);
  await asAdmin(`drop database ${name} with (force)`);
});

test('an owner without the right to create roles migrates and appends', async () => {
  const name = `plain_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create role ${name} login password 'x'`);
  await asAdmin(`create database ${name} owner ${name}`);
  const url = new URL(fromSetup('DRAWBRIDGE_TEST_POSTGRES'));
  url.pathname = `/${name}`;
  url.username = name;
  url.password = 'x';
  expect(await migrate(url.href)).toEqual(Object.keys(migrations));
  const store = openStore(url.href, { masterKey });
  await store.ping();
  expect(await store.ledger.appendEntries(appending('a', 'open', START, [caseOpened()]))).toMatchObject({
    status: 'appended',
  });
  await expect(asAdmin('delete from ledger', url.href)).rejects.toThrow('append-only');
  await store.close();
  await asAdmin(`drop database ${name} with (force)`);
  await asAdmin(`drop role ${name}`);
});

test('a migration that cannot run is an error', async () => {
  const url = new URL(fromSetup('DRAWBRIDGE_TEST_POSTGRES'));
  url.pathname = '/no_such_database';
  await expect(migrate(url.href)).rejects.toThrow('no_such_database');
});

test('two roles: one migrates and owns, the other is let in and may only add to the ledger', async () => {
  const id = randomBytes(6).toString('hex');
  const [owner, server, name] = [`owner_${id}`, `server_${id}`, `split_${id}`];
  await asAdmin(`create role ${owner} login createrole password 'x'`);
  // Roles belong to the whole server: here another database has made the application's, so its owner has to lend it.
  await asAdmin(`grant drawbridge_app to ${owner} with admin option`);
  await asAdmin(`create database ${name} owner ${owner}`);
  const as = (user: string) => {
    const url = new URL(fromSetup('DRAWBRIDGE_TEST_POSTGRES'));
    url.pathname = `/${name}`;
    [url.username, url.password] = [user, 'x'];
    return url.href;
  };
  await expect(migrate(as(owner), { appUser: server })).rejects.toThrow(`There is no role "${server}"`);
  await asAdmin(`create role ${server} login password 'x'`);
  await expect(requireServable(as(server))).rejects.toThrow(
    `The role "${server}" in DATABASE_URL may not use our tables`,
  );
  expect(await migrate(as(owner), { appUser: server })).toEqual([]);
  await requireServable(as(server));
  await expect(requireServable(as(owner))).rejects.toThrow(`The role "${owner}" in DATABASE_URL may update ledger`);
  const store = openStore(as(server), { masterKey });
  await caseOf(store, 'a', 1);
  expect(await store.operating.pendingMigrations()).toEqual([]);
  for (const change of ['update ledger set seq = seq', 'delete from ledger', 'truncate ledger'])
    await expect(asAdmin(change, as(server))).rejects.toThrow('permission denied for table ledger');
  await asAdmin(`grant delete on custody to ${server}`, as(owner));
  await expect(requireServable(as(server))).rejects.toThrow('may delete custody, which nobody who serves may');
  await store.close();
  await asAdmin(`drop database ${name} with (force)`);
  await asAdmin(`drop role ${server}, ${owner}`);
});

test('a store works as the application role, whoever it signs in as', async () => {
  const database = await freshDatabase();
  const store = openStore(database.url, { masterKey });
  const head = await caseOf(store, 'a', 1);
  const privileges = `select has_table_privilege('drawbridge_app', 'ledger', 'insert') as add,
    has_table_privilege('drawbridge_app', 'ledger', 'update, delete, truncate') as change`;
  expect((await asAdmin(privileges, database.url)).rows).toEqual([{ add: true, change: false }]);
  await asAdmin('revoke insert on ledger from drawbridge_app', database.url);
  const denied = store.ledger.appendEntries(appending('a', 'c', head, [refused('no')]));
  await expect(denied).rejects.toThrow('permission denied for table ledger');
  await store.close();
  await database.drop();
});

test('a database that takes no writes any more is not ready, also for whoever has worked with it, and is told', async () => {
  const database = await freshDatabase();
  const name = new URL(database.url).pathname.slice(1);
  const store = openStore(database.url, { masterKey, applicationName: 'read-only-probe' });
  await store.ping();
  await asAdmin(`alter database ${name} set default_transaction_read_only = on`);
  await asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'read-only-probe'`);
  // The first may still learn that its connection is gone.
  await failureOf(store.ping());
  const failure = await failureOf(store.ping());
  expect([isDatabaseUnavailable(failure), databaseFault(failure)]).toEqual([
    true,
    'The database is read-only: the address names a standby, or it is set so.',
  ]);
  await store.close();
  await asAdmin(`alter database ${name} reset default_transaction_read_only`);
  await database.drop();
});

test('a database that is away is told apart from a defect, and the store goes on when it is back', async () => {
  const database = await freshDatabase();
  const store = openStore(database.url, { masterKey, applicationName: 'away-probe' });
  await caseOf(store, 'a', 1);
  await asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'away-probe'`);
  const again = await failureOf(store.ping());
  expect(again === undefined || isDatabaseUnavailable(again)).toBe(true);
  expect(await failureOf(store.ping())).toBeUndefined();

  const nowhere = openStore('postgres://a:b@127.0.0.1:1/none', { masterKey });
  expect(isDatabaseUnavailable(await failureOf(nowhere.ping()))).toBe(true);
  await nowhere.close();
  await store.close();
  await store.close();
  expect(isDatabaseUnavailable(await failureOf(store.ping()))).toBe(true);
  await database.drop();
  for (const defect of [
    new Error('x'),
    new TypeError('y'),
    undefined,
    'ECONNREFUSED',
    { code: '23505' },
    { code: 'EPERM' },
  ])
    expect(isDatabaseUnavailable(defect)).toBe(false);
});
