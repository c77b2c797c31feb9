import type { AccessTarget, WhileAllowed } from '../../../providers/access/port.js';
import { createPostgresProvider, type PostgresProvider } from '../../../providers/access/postgres/provider.js';
import { type PostgresWorld, startPostgresWorld } from '../../support/providers/postgresWorld.js';
import { failureOf } from '../../support/providers/stub.js';
import { waitUntil } from '../../support/real/waitUntil.js';

const held: WhileAllowed = (send) => send();
const UNTIL = '2027-03-01T08:00:00.000Z';
const LAPSED = '28P01';
const MAY_NOT_LOG_IN = '28000';
const LATER = '2027-04-01T08:00:00.000Z';

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

async function targetOf(name: string, placeName = 'sales.orders'): Promise<AccessTarget> {
  const account = await provider.identifyAccount(world.named(name));
  const place = await provider.identifyPlace(placeName);
  if (!account || !place) throw new Error('not there');
  return { account, place };
}

/** What the catalogue says of a role: its login, second lock, and every right on the tables. */
async function catalogueOf(name: string) {
  const [role] = await world.admin(
    `select rolcanlogin as login, case when rolvaliduntil <= now() then 'past' else rolvaliduntil::text end as until,
      has_schema_privilege(rolname, 'sales', 'USAGE') as usage,
      (select coalesce(string_agg(distinct table_name || ' ' || privilege_type, ', '), '') from information_schema.table_privileges where grantee = rolname) as rights,
      (select coalesce(string_agg(distinct table_name || ' ' || column_name || ' ' || privilege_type, ', '), '') from information_schema.column_privileges g
        where grantee = rolname and not has_table_privilege(rolname, quote_ident(table_schema) || '.' || quote_ident(table_name), privilege_type)) as columns
      from pg_roles where rolname = '{${name}}'`,
  );
  return role;
}

const markers = () => world.admin('select permission, columns, until from drawbridge.grants order by columns');

test('given a role without anything, when granted, then rights, login, second lock and marker are there', async () => {
  const target = await targetOf('ana');
  await provider.grant(target, { permission: 'select-insert', until: UNTIL }, held);
  expect(await catalogueOf('ana')).toEqual({
    login: true,
    until: '2027-03-01 08:00:00+00',
    usage: true,
    rights: 'orders INSERT, orders SELECT',
    columns: '',
  });
  expect(await markers()).toEqual([{ permission: 'select-insert', columns: [], until: new Date(UNTIL) }]);
});

test('given a permission, when another one is granted, then it is that and no more', async () => {
  const target = await targetOf('ana');
  await provider.grant(target, { permission: 'select-insert-update-delete' }, held);
  await world.admin('grant truncate on sales.orders to {ana}');
  await provider.grant(target, { permission: 'select' }, held);
  expect(await catalogueOf('ana')).toMatchObject({ until: 'infinity', rights: 'orders SELECT' });
  expect(await provider.observe(target)).toEqual({
    state: 'present',
    permission: 'select',
    ways: [{ by: 'direct', permission: 'select' }],
    until: null,
    ...target,
  });
});

test('given two grants that end apart, when observed, then each tells its own end; one moved by hand stands for both', async () => {
  const [orders, returns] = [await targetOf('ana'), await targetOf('ana', 'sales.returns')];
  await provider.grant(orders, { permission: 'select', until: UNTIL }, held);
  await provider.grant(returns, { permission: 'select', until: LATER }, held);
  const ends = async () =>
    (await Promise.all([orders, returns].map((one) => provider.observe(one)))).map(
      (one) => 'until' in one && one.until,
    );
  expect(await ends()).toEqual([UNTIL, LATER]);
  await world.admin(`alter role {ana} valid until '2029-01-01T00:00:00Z'`);
  expect(await ends()).toEqual(Array(2).fill('2029-01-01T00:00:00.000Z'));
  await world.admin(`alter role {ana} valid until 'infinity'`);
  expect(await ends()).toEqual([null, null]);
  await provider.grant(orders, { permission: 'select', until: UNTIL }, held);
  expect(await ends()).toEqual([UNTIL, LATER]);
});

test('given a commit that fails, when granted, then neither marker nor rights nor login are there', async () => {
  const target = await targetOf('ana');
  await provider.grant(await targetOf('bo'), { permission: 'select' }, held);
  await world.admin(`
    create function public.fails() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
    create constraint trigger fails after insert on drawbridge.grants deferrable initially deferred
      for each row execute function public.fails();`);
  const before = await catalogueOf('ana');
  expect((await failureOf(provider.grant(target, { permission: 'select', until: UNTIL }, held))).code).toBe(
    'ProviderRefused',
  );
  expect(await catalogueOf('ana')).toEqual(before);
  expect(await markers()).toHaveLength(1);
  expect(await provider.observe(target)).toEqual({ state: 'absent', ways: [], ...target });
});

test('given it is not allowed any more, when granted, then nothing is given and nothing stays locked', async () => {
  const target = await targetOf('ana');
  const tooLate: WhileAllowed = () => Promise.reject(new Error('too late'));
  expect((await failureOf(provider.grant(target, { permission: 'select' }, tooLate))).code).toBe('ProviderUnavailable');
  expect(await catalogueOf('ana')).toMatchObject({ login: false, usage: false, rights: '' });
  await provider.grant(target, { permission: 'select' }, held);
  expect(await catalogueOf('ana')).toMatchObject({ login: true, rights: 'orders SELECT' });
});

test('given what is sent while it is allowed, when looked at from beside, then nothing is given before and all after', async () => {
  const target = await targetOf('ana');
  const seen: unknown[] = [];
  const watched: WhileAllowed = async (send) => {
    seen.push(await catalogueOf('ana'));
    const sent = await send();
    seen.push(await catalogueOf('ana'));
    return sent;
  };
  await provider.grant(target, { permission: 'select' }, watched);
  expect(seen).toMatchObject([
    { login: false, rights: '' },
    { login: true, rights: 'orders SELECT' },
  ]);
});

test('given two grants, when they end one after the other, then the second lock follows and login goes with the last', async () => {
  const orders = await targetOf('ana');
  const returns = await targetOf('ana', 'sales.returns');
  await provider.grant(orders, { permission: 'select', until: LATER }, held);
  await provider.grant(returns, { permission: 'select', until: UNTIL }, held);
  expect(await catalogueOf('ana')).toMatchObject({ login: true, until: '2027-04-01 08:00:00+00' });
  await provider.withdraw(orders);
  expect(await catalogueOf('ana')).toMatchObject({
    login: true,
    until: '2027-03-01 08:00:00+00',
    usage: true,
    rights: 'returns SELECT',
  });
  await provider.withdraw(returns);
  expect(await catalogueOf('ana')).toEqual({ login: false, until: 'past', usage: false, rights: '', columns: '' });
  expect(await markers()).toEqual([]);
});

test('given a grant on a table that was dropped, when the other one is withdrawn, then it was the last', async () => {
  const returns = await targetOf('ana', 'sales.returns');
  await provider.grant(await targetOf('ana'), { permission: 'select' }, held);
  await provider.grant(returns, { permission: 'select' }, held);
  await world.admin('drop table sales.orders');
  await provider.withdraw(returns);
  expect(await world.admin(`select rolcanlogin as login from pg_roles where rolname = '{ana}'`)).toEqual([
    { login: false },
  ]);
});

test('given open sessions, when the last grant is withdrawn twice, then they are ended and no new one is let in', async () => {
  const target = await targetOf('ana');
  await provider.grant(target, { permission: 'select' }, held);
  const session = await world.sessionAs('ana');
  expect((await session.query('select buyer from sales.orders')).rows).toEqual([{ buyer: 'Ada' }]);
  await provider.withdraw(target);
  await provider.withdraw(target);
  await expect(session.query('select 1')).rejects.toThrow();
  await expect(world.sessionAs('ana')).rejects.toMatchObject({ code: LAPSED });
  await world.admin(`alter role {ana} valid until 'infinity'`);
  await expect(world.sessionAs('ana')).rejects.toMatchObject({ code: MAY_NOT_LOG_IN });
  expect(await world.admin(`select from pg_stat_activity where usename = '{ana}'`)).toEqual([]);
});

test('given an end that has passed and nobody who withdraws, when the role logs in, then PostgreSQL itself refuses', async () => {
  const target = await targetOf('ana');
  await provider.grant(target, { permission: 'select', until: '2026-01-01T00:00:00.000Z' }, held);
  await expect(world.sessionAs('ana')).rejects.toMatchObject({ code: LAPSED });
  expect(await provider.observe(target)).toMatchObject({ state: 'present' });
});

test('given rights by hand beside the granted ones, when withdrawn, then those on the place are gone and others stay', async () => {
  const target = await targetOf('ana');
  await provider.grant(target, { permission: 'select' }, held);
  await world.admin(
    'grant update (buyer), select (amount) on sales.orders to {ana}; grant select on sales.returns to {ana}',
  );
  await provider.withdraw(target);
  expect(await catalogueOf('ana')).toMatchObject({ login: false, rights: 'returns SELECT', columns: '' });
});

test('given rights that were passed on, when withdrawn, then they fall too', async () => {
  const target = await targetOf('ana');
  await provider.grant(target, { permission: 'select' }, held);
  await world.admin('grant select on sales.orders to {ana} with grant option');
  await world.admin('set role {ana}; grant select on sales.orders to {bo}; reset role');
  expect(await provider.observe(target)).toMatchObject({ permission: 'select*' });
  await provider.withdraw(target);
  expect(await catalogueOf('ana')).toMatchObject({ rights: '' });
  expect(await catalogueOf('bo')).toMatchObject({ rights: '' });
});

test('given a right in the name of a role that ours can act as, when withdrawn, then it is taken in that name', async () => {
  const target = await targetOf('ana');
  await world.admin('create role {chief}; grant usage on schema sales to {chief}; grant {chief} to {drawbridge}');
  await world.admin('grant insert on sales.orders to {chief} with grant option');
  await world.admin('set role {chief}; grant insert on sales.orders to {ana}; reset role');
  await provider.withdraw(target);
  expect(await catalogueOf('ana')).toMatchObject({ login: false, until: 'past', rights: '' });
});

test('given a right in the name of a role that ours cannot act as, when withdrawn, then the rest goes and it is said', async () => {
  const target = await targetOf('ana');
  await provider.grant(target, { permission: 'select' }, held);
  await world.admin(
    'create role {chief}; grant usage on schema sales to {chief}; grant insert on sales.orders to {chief} with grant option',
  );
  await world.admin('set role {chief}; grant insert on sales.orders to {ana}; reset role');
  expect(await failureOf(provider.withdraw(target))).toEqual({
    code: 'ProviderRefused',
    message: 'Rights are left that a role gave in whose name Drawbridge’s role cannot act.',
    retryAfterMs: undefined,
  });
  expect(await catalogueOf('ana')).toMatchObject({ login: false, until: 'past', rights: 'orders INSERT' });
});

describe('columns', () => {
  const columns = 'sales.orders(buyer, amount)';

  test('given columns, when granted and withdrawn, then those alone are given, and taken', async () => {
    const target = await targetOf('ana', columns);
    expect(target.place.name).toBe('sales.orders(amount,buyer)');
    await provider.grant(target, { permission: 'select-insert' }, held);
    expect(await catalogueOf('ana')).toMatchObject({
      rights: '',
      columns: 'orders amount INSERT, orders amount SELECT, orders buyer INSERT, orders buyer SELECT',
    });
    expect(await provider.observe(target)).toMatchObject({
      permission: 'select-insert',
      ways: [{ by: 'direct', permission: 'select-insert' }],
    });
    expect(await provider.observe(await targetOf('ana'))).toMatchObject({ permission: 'columns:select-insert' });
    await provider.withdraw(target);
    expect(await provider.observe(target)).toEqual({ state: 'absent', ways: [], ...target });
  });

  test('given places that overlap, when one is withdrawn, then what the other gives stays', async () => {
    const whole = await targetOf('ana');
    const some = await targetOf('ana', columns);
    const other = await targetOf('ana', 'sales.orders(id,amount)');
    for (const target of [whole, some, other]) await provider.grant(target, { permission: 'select' }, held);
    await provider.withdraw(whole);
    expect(await catalogueOf('ana')).toMatchObject({
      login: true,
      rights: '',
      columns: 'orders amount SELECT, orders buyer SELECT, orders id SELECT',
    });
    await provider.withdraw(some);
    expect(await catalogueOf('ana')).toMatchObject({ login: true, columns: 'orders amount SELECT, orders id SELECT' });
  });

  test('given rights by hand on the whole table and on another column, when withdrawn, then the first goes and the other stays', async () => {
    const target = await targetOf('ana', columns);
    await provider.grant(target, { permission: 'select' }, held);
    await world.admin('grant insert on sales.orders to {ana}; grant update (id) on sales.orders to {ana}');
    await provider.withdraw(target);
    expect(await catalogueOf('ana')).toMatchObject({ rights: '', columns: 'orders id UPDATE' });
  });

  test('given rights of one grant that were taken by hand, when another is granted and withdrawn, then they stay taken', async () => {
    const some = await targetOf('ana', columns);
    const other = await targetOf('ana', 'sales.orders(id)');
    for (const target of [some, other]) await provider.grant(target, { permission: 'select' }, held);
    await world.admin('revoke select (amount, buyer) on sales.orders from {ana}');
    await provider.grant(other, { permission: 'select' }, held);
    expect(await catalogueOf('ana')).toMatchObject({ columns: 'orders id SELECT' });
    await provider.withdraw(other);
    expect(await catalogueOf('ana')).toMatchObject({ login: true, columns: '' });
  });

  test('given a grant on a column that was dropped, when another is withdrawn, then what is left of both is right', async () => {
    const some = await targetOf('ana', columns);
    const other = await targetOf('ana', 'sales.orders(id,amount)');
    for (const target of [some, other]) await provider.grant(target, { permission: 'select' }, held);
    await world.admin('alter table sales.orders drop amount');
    await provider.withdraw(some);
    expect(await catalogueOf('ana')).toMatchObject({ login: true, columns: 'orders id SELECT' });
  });

  test('given columns, when rows could be deleted, then refused', async () => {
    const target = await targetOf('ana', columns);
    const failure = await failureOf(provider.grant(target, { permission: 'select-insert-update-delete' }, held));
    expect(failure.message).toBe('Rows are deleted as a whole: columns have no such permission.');
  });
});

describe('who is not let in', () => {
  test.each([
    ['Drawbridge itself', 'drawbridge', '', 'This is the role of Drawbridge itself. What it may do is not changed.'],
    [
      'a superuser',
      'root',
      'create role {root} superuser',
      'The role is a superuser: nothing that is given or taken changes what it can do.',
    ],
    [
      'a group',
      'crew',
      'create role {crew}; grant {crew} to {bo}',
      'The role is a group: others have what it has, and would have this too.',
    ],
  ])('given %s, when granted, then refused and unchanged', async (_, name, sql, message) => {
    if (sql) await world.admin(sql);
    const target = await targetOf(name);
    const before = await catalogueOf(name);
    expect((await failureOf(provider.grant(target, { permission: 'select' }, held))).message).toBe(message);
    expect(await catalogueOf(name)).toEqual(before);
  });

  test('given a permission that PostgreSQL does not have, when granted, then refused', async () => {
    const target = await targetOf('ana');
    expect((await failureOf(provider.grant(target, { permission: 'admin' }, held))).code).toBe('ProviderRefused');
  });
});

describe('at the same moment', () => {
  /** Grants the first, and while that is about to be committed asks for the second, which then has to wait. */
  async function grantBoth(first: AccessTarget, second: AccessTarget): Promise<void> {
    let other: Promise<void> = Promise.resolve();
    const slowly: WhileAllowed = async (send) => {
      other = provider.grant(second, { permission: 'select', until: UNTIL }, held);
      await waitUntil('the second to wait', async () => (await waiting()).length > 0);
      return await send();
    };
    await provider.grant(first, { permission: 'select', until: LATER }, slowly);
    await other;
  }

  const waiting = () =>
    world.admin(`select from pg_stat_activity where usename = '{drawbridge}' and wait_event_type = 'Lock'`);

  test('given one table and two roles, when both are granted, then both hold it', async () => {
    await provider.grant(await targetOf('ana', 'sales.returns'), { permission: 'select' }, held);
    await grantBoth(await targetOf('ana'), await targetOf('bo'));
    expect(await catalogueOf('ana')).toMatchObject({ rights: 'orders SELECT, returns SELECT' });
    expect(await catalogueOf('bo')).toMatchObject({ login: true, rights: 'orders SELECT' });
  });

  test('given one role and tables in two schemas, when both are granted, then the second lock is the later end', async () => {
    await world.admin('create schema stock authorization {owner}; create table stock.items (id int)');
    await world.admin('alter table stock.items owner to {owner}');
    await provider.grant(await targetOf('bo'), { permission: 'select' }, held);
    await grantBoth(await targetOf('ana'), await targetOf('ana', 'stock.items'));
    expect(await catalogueOf('ana')).toMatchObject({
      until: '2027-04-01 08:00:00+00',
      rights: 'items SELECT, orders SELECT',
    });
  });

  test('given no table of markers, when many grants are asked for, then each comes about', async () => {
    const targets = await Promise.all(
      ['ana', 'bo'].flatMap((name) => ['sales.orders', 'sales.returns'].map((place) => targetOf(name, place))),
    );
    await Promise.all(targets.map((target) => provider.grant(target, { permission: 'select' }, held)));
    expect(await catalogueOf('ana')).toMatchObject({ login: true, rights: 'orders SELECT, returns SELECT' });
    expect(await catalogueOf('bo')).toMatchObject({ login: true, rights: 'orders SELECT, returns SELECT' });
  });
});
