import type { AccessTarget, FoundAccount, Listing, WhileAllowed } from '../../../providers/access/port.js';
import { createPostgresProvider, type PostgresProvider } from '../../../providers/access/postgres/provider.js';
import { type PostgresWorld, startPostgresWorld } from '../../support/providers/postgresWorld.js';
import { failureOf } from '../../support/providers/stub.js';

const held: WhileAllowed = (send) => send();

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

describe('ways in', () => {
  test.each([
    ['directly', 'grant select, update on sales.orders to {ana}', 'select-update', [['direct', null, 'select-update']]],
    [
      'on some columns',
      'grant select (id) on sales.orders to {ana}',
      'columns:select',
      [['direct', null, 'columns:select']],
    ],
    [
      'on all rows, and further on some columns',
      'grant select on sales.orders to {ana}; grant update (id) on sales.orders to {ana}',
      'select+columns:update',
      [['direct', null, 'select+columns:update']],
    ],
    [
      'by a role within a role',
      'create role {crew}; create role {core}; grant {core} to {crew}; grant {crew} to {ana}; grant select on sales.orders to {core}',
      'select',
      [['team', 'core', 'select']],
    ],
    [
      'by a role whose rights are taken by SET ROLE alone',
      'create role {crew}; alter role {ana} noinherit; grant {crew} to {ana}; grant select on sales.orders to {crew}',
      'select',
      [['team', 'crew', 'select']],
    ],
    ['as everybody', 'grant select on sales.orders to public', 'select', [['organisation', 'PUBLIC', 'select']]],
    ['as its owner', 'alter table sales.orders owner to {ana}', 'owner', [['other', null, 'owner']]],
    ['as a member of its owner', 'grant {owner} to {ana}', 'owner', [['team', 'owner', 'owner']]],
    ['as a superuser', 'alter role {ana} superuser', 'superuser', [['other', null, 'superuser']]],
    [
      'as a member of a superuser',
      'create role {root} superuser; grant {root} to {ana}',
      'superuser',
      [['team', 'root', 'superuser']],
    ],
    [
      'as one who reads all data',
      'grant pg_read_all_data to {ana}',
      'select',
      [['team', 'pg_read_all_data', 'select']],
    ],
    [
      'as one who reads the server’s files',
      'grant pg_read_server_files to {ana}',
      'server',
      [['team', 'pg_read_server_files', 'server']],
    ],
    ['as one who replicates', 'alter role {ana} replication', 'replication', [['other', null, 'replication']]],
    [
      'in several ways',
      'create role {crew}; grant {crew} to {ana}; grant insert on sales.orders to {crew}; grant select on sales.orders to {ana}; grant delete on sales.orders to public',
      'select-insert-delete',
      [
        ['direct', null, 'select'],
        ['team', 'crew', 'insert'],
        ['organisation', 'PUBLIC', 'delete'],
      ],
    ],
  ] as const)('given rights %s, when observed without login, then present', async (_, sql, permission, ways) => {
    const target = await targetOf('ana');
    await world.admin(sql);
    const through = (name: string) => (/^(PUBLIC|pg_)/.test(name) ? name : world.named(name));
    expect(await provider.observe(target)).toEqual({
      state: 'present',
      permission,
      ways: ways.map(([by, by_, word]) => ({ by, ...(by_ && { through: through(by_) }), permission: word })),
      ...target,
    });
  });

  test('given a role that administers another one alone, when observed, then what that one has is not counted', async () => {
    const target = await targetOf('ana');
    await world.admin(
      'grant {bo} to {ana} with admin true, inherit false, set false; grant select on sales.orders to {bo}',
    );
    expect(await provider.observe(target)).toEqual({ state: 'absent', ways: [], ...target });
  });

  test('given columns of a place, when the whole table is given, then present on them', async () => {
    const target = await targetOf('ana', 'sales.orders(id,buyer)');
    await world.admin('grant select, delete on sales.orders to {ana}; grant update (id) on sales.orders to {ana}');
    expect(await provider.observe(target)).toMatchObject({ permission: 'select-delete+columns:update' });
  });

  test('given rights on other columns, when observed, then absent', async () => {
    const target = await targetOf('ana', 'sales.orders(id,buyer)');
    await world.admin('grant select (amount) on sales.orders to {ana}');
    expect(await provider.observe(target)).toEqual({ state: 'absent', ways: [], ...target });
  });
});

describe('listing', () => {
  /* Roles belong to the server, and other tests make theirs there. */
  const ours = ({ account }: FoundAccount) => account.name.endsWith(world.named(''));

  async function listed(): Promise<Listing> {
    const { place } = await targetOf('ana');
    const listing = await provider.list(place);
    return 'gone' in listing ? listing : { ...listing, accounts: listing.accounts.filter(ours) };
  }

  test('given rights by several ways, when listed, then everybody once, groups through their members, and our own marked', async () => {
    const ana = await targetOf('ana');
    await provider.grant(ana, { permission: 'select' }, held);
    await world.admin(`create role {crew}; grant select on sales.orders to {crew}; grant {crew} to {ana};
      create role {closed}; grant update on sales.orders to {closed}; create role {root} login superuser`);
    await world.admin('create role {former}; grant {crew} to {former}');
    const former = await targetOf('former');
    const [closed, drawbridge, root] = [await targetOf('closed'), await targetOf('drawbridge'), await targetOf('root')];
    expect(await listed()).toEqual({
      place: ana.place,
      accounts: [
        {
          account: ana.account,
          state: 'present',
          permission: 'select',
          ways: [
            { by: 'direct', permission: 'select' },
            { by: 'team', through: world.named('crew'), permission: 'select' },
          ],
        },
        {
          account: closed.account,
          state: 'present',
          permission: 'update',
          ways: [{ by: 'direct', permission: 'update' }],
        },
        {
          account: drawbridge.account,
          state: 'present',
          permission: 'owner',
          ways: [{ by: 'team', through: world.named('owner'), permission: 'owner' }],
          own: true,
        },
        {
          account: former.account,
          state: 'present',
          permission: 'select',
          ways: [{ by: 'team', through: world.named('crew'), permission: 'select' }],
        },
        {
          account: root.account,
          state: 'present',
          permission: 'superuser',
          ways: [{ by: 'other', permission: 'superuser' }],
        },
      ],
      unseen: [],
    });
  });

  test('given PUBLIC, when listed, then everybody who may log in', async () => {
    await world.admin('grant select on sales.orders to public; alter role {bo} login');
    const { accounts } = (await listed()) as Extract<Listing, { place: unknown }>;
    expect(accounts.map(({ account, ways }) => [account.name, ways])).toEqual([
      [world.named('bo'), [{ by: 'organisation', through: 'PUBLIC', permission: 'select' }]],
      [
        world.named('drawbridge'),
        [
          { by: 'team', through: world.named('owner'), permission: 'owner' },
          { by: 'organisation', through: 'PUBLIC', permission: 'select' },
        ],
      ],
    ]);
  });

  test('given PUBLIC, when somebody may not connect to the database, then they are not among everybody', async () => {
    const ana = await targetOf('ana');
    await world.admin('grant select on sales.orders to public');
    const [found] = await world.admin('select current_database() as database');
    await world.admin(`revoke connect on database ${found?.database} from public`);
    expect(await provider.observe(ana)).toEqual({ state: 'absent', ways: [], ...ana });
    await world.admin(`grant connect on database ${found?.database} to {ana}`);
    expect(await provider.observe(ana)).toMatchObject({ state: 'present', ways: [{ by: 'organisation' }] });
  });

  test('given a view upon the table, when listed, then ways by views are unseen', async () => {
    await world.admin('create view public.shown as select * from sales.orders');
    expect(await listed()).toMatchObject({ unseen: ['views'] });
  });
});

describe('by numbers', () => {
  test('given a table, a column and a role that are renamed, when observed, then they are followed', async () => {
    const target = await targetOf('ana', 'sales.orders(buyer,id)');
    await provider.grant(target, { permission: 'select' }, held);
    await world.admin(`alter table sales.orders rename to "Old Orders"; alter table sales."Old Orders" rename buyer to "who ""bought""";
      alter role {ana} rename to {anna}`);
    await world.admin('create table sales.orders (id int, buyer text); create role {ana}');
    const name = 'sales."Old Orders"(id,"who ""bought""")';
    const account = { id: target.account.id, name: world.named('anna') };
    expect(await provider.observe(target)).toEqual({
      state: 'present',
      permission: 'select',
      until: null,
      ways: [{ by: 'direct', permission: 'select' }],
      account,
      place: { id: target.place.id, name },
    });
    expect(await provider.identifyPlace(name)).toEqual({ id: target.place.id, name });
    await provider.grant(target, { permission: 'select-insert' }, held);
    await provider.withdraw(target);
    expect(await provider.observe(target)).toMatchObject({ state: 'absent' });
    await world.admin('drop role {anna}');
  });

  test('given a role whose name would end a statement, when granted and withdrawn, then it is a name and nothing else', async () => {
    const odd = `x"; drop table sales.orders; --_${world.named('')}`;
    const target = await targetOf('ana');
    await world.admin(`alter role {ana} rename to "${odd.replaceAll('"', '""')}"`);
    await provider.grant(target, { permission: 'select' }, held);
    expect(await provider.identifyAccount(odd)).toEqual({ id: target.account.id, name: odd });
    expect(await provider.observe(target)).toMatchObject({ state: 'present', account: { name: odd } });
    await provider.withdraw(target);
    expect(await provider.observe(target)).toMatchObject({ state: 'absent' });
  });

  test('given a table that was made anew under its name, when observed, listed, granted and withdrawn, then gone', async () => {
    const target = await targetOf('ana');
    await provider.grant(target, { permission: 'select' }, held);
    await world.admin(
      'drop table sales.orders; create table sales.orders (id int); grant select on sales.orders to {ana}',
    );
    expect(await provider.observe(target)).toEqual({ state: 'gone', what: 'place' });
    expect(await provider.list(target.place)).toEqual({ gone: true });
    expect((await failureOf(provider.grant(target, { permission: 'select' }, held))).message).toBe(
      'The table or view is no more.',
    );
    await provider.withdraw(target);
    expect(await world.admin(`select rolcanlogin from pg_roles where rolname = '{ana}'`)).toEqual([
      { rolcanlogin: false },
    ]);
  });

  test('given columns, when one and then the other is dropped, then the place is what is left, and then gone', async () => {
    const target = await targetOf('ana', 'sales.orders(id,buyer)');
    await provider.grant(target, { permission: 'select' }, held);
    await world.admin('alter table sales.orders drop buyer, add buyer text');
    expect(await provider.observe(target)).toMatchObject({
      state: 'present',
      permission: 'select',
      place: { id: target.place.id, name: 'sales.orders(id)' },
    });
    expect((await failureOf(provider.grant(target, { permission: 'select' }, held))).message).toBe(
      'A column of the place is no more.',
    );
    await world.admin('alter table sales.orders drop id');
    expect(await provider.observe(target)).toEqual({ state: 'gone', what: 'place' });
    await provider.withdraw(target);
  });

  test('given a role that was made anew under its name, when observed and withdrawn, then gone, and the new one is left alone', async () => {
    const target = await targetOf('ana');
    await provider.grant(target, { permission: 'select' }, held);
    await world.admin('drop owned by {ana}; drop role {ana}');
    await world.admin('create role {ana} login; grant select on sales.orders to {ana}');
    expect(await provider.observe(target)).toEqual({ state: 'gone', what: 'account' });
    await provider.withdraw(target);
    expect(await world.admin('select from drawbridge.grants')).toEqual([]);
    expect(await provider.observe(await targetOf('ana'))).toMatchObject({ state: 'present' });
    await failureOf(provider.grant(target, { permission: 'select' }, held));
  });

  test('given a place in another database, when observed, then refused while that one is there', async () => {
    const target = await targetOf('ana');
    const [other] = await world.admin(`select oid from pg_database where datname = 'postgres'`);
    const elsewhere = { ...target, place: { ...target.place, id: `${other?.oid}.${target.place.id.split('.')[1]}` } };
    expect((await failureOf(provider.observe(elsewhere))).code).toBe('ProviderRefused');
    const dropped = { ...target, place: { ...target.place, id: `4294967295.${target.place.id.split('.')[1]}` } };
    expect(await provider.observe(dropped)).toEqual({ state: 'gone', what: 'place' });
  });

  test.each([
    ['sales.none'],
    ['sales.orders(id,none)'],
    ['pg_catalog.pg_class'],
    ['orders'],
    ['sales.orders; drop table sales.orders'],
  ])('given %s, when identified, then undefined', async (name) => {
    expect(await provider.identifyPlace(name)).toBeUndefined();
  });

  test.each(['nobody-here', 'pg_read_all_data', 'public', '', "x'; drop role y"])(
    'given the role %s, when identified, then undefined',
    async (name) => {
      expect(await provider.identifyAccount(name)).toBeUndefined();
    },
  );
});
