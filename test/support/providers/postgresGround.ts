import type { Listing, Way } from '../../../providers/access/port.js';
import { createPostgresProvider, type PostgresProvider } from '../../../providers/access/postgres/provider.js';
import { POSTGRES } from '../../../providers/access/postgres/vocabulary.js';
import type { Ground, Grounds, Outside } from './contract.js';
import { type PostgresFront, startPostgresFront } from './postgresFront.js';
import { newDatabase, type PostgresWorld, startPostgresWorld } from './postgresWorld.js';

const CROWD = 30;

/* Each statement that gives or takes is counted once it is committed. */
const COUNTING = `
  create table public.changes (at xid8 primary key);
  create function public.count_change() returns event_trigger language plpgsql security definer as
    $$ begin insert into public.changes values (pg_current_xact_id()) on conflict do nothing; end $$;
  create event trigger changes on ddl_command_end when tag in ('GRANT', 'REVOKE') execute function public.count_change();`;

/** What grounds differ in: the table's columns that are the place, and the server, which is the run's unless told otherwise. */
type Choice = { columns?: string; serverUrl?: () => string };

/** Grounds of the contract on PostgreSQL; the roles' names end in `suffix`. */
export function postgresGrounds(suffix: string, { columns = '', serverUrl }: Choice = {}): Grounds {
  const named = (name: string) => `${name}_${suffix}`;
  /* Rows are deleted as a whole. */
  const words = POSTGRES.permissions.filter((word) => columns === '' || !word.includes('delete'));
  const [least = '', ...more] = words;
  return {
    permissions: [least, ...more],
    ends: true,
    ways: [
      { by: 'team', through: named('crew'), permission: 'select' },
      { by: 'team', through: 'pg_read_all_data', permission: 'select' },
      { by: 'organisation', through: 'PUBLIC', permission: 'select-insert' },
      { by: 'other', permission: 'owner' },
    ],
    open: async () => {
      const world = await startPostgresWorld(['ana', 'bo'], suffix, serverUrl && (await newDatabase(serverUrl())));
      await world.admin(COUNTING);
      const front = await startPostgresFront(world.url);
      return groundOf(world, front, createPostgresProvider({ databaseUrl: front.url }), columns);
    },
  };
}

function groundOf(world: PostgresWorld, front: PostgresFront, provider: PostgresProvider, columns: string): Ground {
  const place = `sales.orders${columns}`;
  return {
    provider: { ...provider, list: async (place) => ofThisWorld(await provider.list(place), world) },
    place,
    account: world.named('ana'),
    other: world.named('bo'),
    free: { account: world.named('anna'), place: `sales.older${columns}` },
    own: world.named('drawbridge'),
    outside: outsideOf(world, front, `no ${world.named('ana')} on ${place}`),
    close: async () => {
      await provider.close();
      await front.stop();
      await world.drop();
    },
  };
}

/* Every server has a superuser who is on every place, and other tests have roles on the same server. */
function ofThisWorld(listing: Listing, world: PostgresWorld): Listing {
  if ('gone' in listing) return listing;
  return { ...listing, accounts: listing.accounts.filter(({ account }) => account.name.endsWith(world.named(''))) };
}

function outsideOf({ admin, addPerson, named }: PostgresWorld, front: PostgresFront, refusal: string): Outside {
  const short = (name: string) => name.slice(0, name.length - named('').length);
  const run = async (sql: string) => void (await admin(sql));
  return {
    give: (place, account, permission) => run(`grant ${privilegesOn(permission, place)} to ${account}`),
    take: (place, account) => run(`revoke ${privilegesOn('all', place)} from ${account} cascade`),
    giveBy: (way, place, account) => run(waySql(way, place, account)),
    renameAccount: (from, to) => run(`alter role ${from} rename to ${to}`),
    createAccount: (name) => addPerson(short(name)),
    deleteAccount: (name) => run(`drop owned by ${name}; drop role ${name}`),
    renamePlace: (from, to) => run(`alter table ${tableOf(from)} rename to ${tableOf(to).split('.')[1]}`),
    createPlace: (name) => run(`set role {owner}; create table ${tableOf(name)} (id int, amount int); reset role`),
    deletePlace: (name) => run(`drop table ${tableOf(name)}`),
    async crowd(place) {
      const names = Array.from({ length: CROWD }, (_, i) => `crowd${i}`);
      await run(
        names.map((name) => `create role {${name}}; grant ${privilegesOn('select', place)} to {${name}}`).join(';'),
      );
      return names.map(named);
    },
    async leaveBehind(place, account) {
      await run(`grant usage on schema sales to ${account};
        grant select on ${tableOf(place)} to ${account} with grant option;
        set role ${account}; grant select on ${tableOf(place)} to public; reset role;
        create table public.copy (id int); alter table public.copy owner to ${account};
        alter default privileges for role {owner} in schema sales grant select on tables to ${account}`);
      return [
        {
          kind: 'default-privilege',
          what: `default acl for role ${named('owner')} in schema sales on tables`,
          by: true,
        },
        { kind: 'owned-object', what: 'table public.copy', by: true },
        { kind: 'passed-on-grant', what: `select on ${tableOf(place)} to PUBLIC`, by: true },
      ];
    },
    loseNextAnswer: async () => front.loseNextCommit(),
    garble: async () => front.garble(),
    refuse: async () => front.refuse(refusal),
    unplug: () => front.unplug(),
    async changes() {
      const [counted] = await admin('select count(*)::int as changes from public.changes');
      return Number(counted?.changes);
    },
  };
}

const tableOf = (place: string): string => place.replace(/\(.*/, '');

/* `select (id), insert (id) on sales.orders`, or without columns for all of it. */
function privilegesOn(permission: string, place: string): string {
  const columns = place.slice(tableOf(place).length);
  const privileges = permission.split('-').map((privilege) => `${privilege} ${columns}`);
  return `${privileges.join(', ')} on ${tableOf(place)}`;
}

function waySql({ by, through, permission }: Way, place: string, account: string): string {
  if (by === 'organisation') return `grant ${privilegesOn(permission, place)} to public; alter role ${account} login`;
  if (by === 'other') return `alter table ${tableOf(place)} owner to ${account}`;
  if (through?.startsWith('pg_')) return `grant ${through} to ${account}; alter role ${account} login`;
  return `create role {crew}; grant ${privilegesOn(permission, place)} to {crew}; grant {crew} to ${account}; alter role ${account} login`;
}
