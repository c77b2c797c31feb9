import pg from 'pg';
import type { Account, LeftBehindFound, Place } from '../../../providers/access/port.js';
import { createPostgresProvider, type PostgresProvider } from '../../../providers/access/postgres/provider.js';
import { newDatabase, type PostgresWorld, startPostgresWorld } from '../../support/providers/postgresWorld.js';
import { failureOf } from '../../support/providers/stub.js';
import { fromSetup } from '../../support/real/servers.js';

let world: PostgresWorld;
let provider: PostgresProvider;
beforeEach(async () => {
  world = await startPostgresWorld(['ana', 'bo']);
  provider = createPostgresProvider({ databaseUrl: world.url });
});
afterEach(async () => {
  await provider.close();
  await world.drop();
});

const orders = async (): Promise<Place> =>
  (await provider.identifyPlace('sales.orders')) ?? { id: 'none', name: 'none' };
const account = async (name: string): Promise<Account> =>
  (await provider.identifyAccount(world.named(name))) ?? { id: 'none', name: 'none' };

/** What was found, each with its kind, name and whose it is; numbers, by which it is ordered, differ from run to run. */
async function briefly(by?: string) {
  const asked = by === undefined ? undefined : { by: await account(by) };
  const found: LeftBehindFound = (await provider.leftBehind?.(await orders(), asked)) ?? { gone: true };
  if ('gone' in found) return found;
  const { unseen } = found;
  const short = (text = '') => text.replaceAll(world.named(''), '');
  const told = found.found.map(({ kind, what, by }) => [kind, short(what), short(by?.name)]);
  return { found: told.sort((a, b) => (a.join() < b.join() ? -1 : 1)), unseen };
}

test('given a role that made and gave all it could, when asked what it left, then all of it, and none that an owner or Drawbridge gave', async () => {
  await world.admin(`
    grant usage, create on schema sales to {ana} with grant option;
    grant insert (amount) on sales.orders to {ana} with grant option;
    grant execute on function pg_catalog.pg_sleep(double precision) to {ana} with grant option;
    set role {ana};
    grant insert (amount) on sales.orders to {bo};
    grant usage on schema sales to public;
    create table sales.copy (id int);
    create function sales.peek() returns int language sql as 'select 1';
    grant select on sales.copy to {bo};
    alter default privileges in schema sales grant select on tables to public;
    reset role;
    alter default privileges for role {owner} in schema sales grant select on tables to {ana};`);
  expect(await briefly('ana')).toEqual({
    found: [
      ['default-privilege', 'default acl for role ana in schema sales on tables', 'ana'],
      ['default-privilege', 'default acl for role owner in schema sales on tables', 'ana'],
      ['owned-object', 'function sales.peek()', 'ana'],
      ['owned-object', 'table sales.copy', 'ana'],
      ['passed-on-grant', 'insert on sales.orders.amount to bo', 'ana'],
      ['passed-on-grant', 'usage on sales to PUBLIC', 'ana'],
    ],
    unseen: [],
  });
  expect(await briefly('bo')).toEqual({ found: [], unseen: [] });
});

test('given a role that made another a member of a group, when asked what it left, then the membership', async () => {
  await world.admin(
    'create role {crew}; grant {crew} to {ana} with admin option; set role {ana}; grant {crew} to {bo}; reset role',
  );
  expect(await briefly('ana')).toEqual({
    found: [['passed-on-grant', 'membership in crew to bo', 'ana']],
    unseen: [],
  });
  await world.admin('drop role {crew}');
});

test('given a view of another role and a right passed on, when the place is asked for, then they, and not the role’s other things', async () => {
  await world.admin(`
    grant usage, create on schema sales to {ana};
    grant select on sales.orders to {ana} with grant option;
    set role {ana};
    create view sales.peek as select id from sales.orders;
    create table sales.copy (id int);
    grant select on sales.orders to {bo};
    reset role; set role {owner};
    create view sales.report as select id from sales.orders;`);
  expect(await briefly()).toEqual({
    found: [
      ['owned-object', 'view sales.peek', 'ana'],
      ['passed-on-grant', 'select on sales.orders to bo', 'ana'],
    ],
    unseen: [],
  });
});

test('given something in another database, when asked what it left, then that there is more is told', async () => {
  const other = await newDatabase(fromSetup('DRAWBRIDGE_TEST_POSTGRES'));
  const client = new pg.Client({ connectionString: other.url });
  await client.connect();
  await client.query(`create table copy (id int); alter table copy owner to ${world.named('ana')}`);
  await client.end();
  const found = await briefly('ana');
  await other.drop();
  expect(found).toEqual({ found: [], unseen: ['other-databases'] });
});

test('given a role that is no more, or an id that is none, when asked what it left, then nothing, and refused', async () => {
  const gone = await account('bo');
  await world.admin('drop role {bo}');
  expect(await provider.leftBehind?.(await orders(), { by: gone })).toEqual({ found: [], unseen: [] });
  const asked = provider.leftBehind?.(await orders(), { by: { id: '1; drop', name: 'x' } }) ?? Promise.resolve();
  expect((await failureOf(asked)).code).toBe('ProviderRefused');
});
