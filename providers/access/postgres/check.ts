import { z } from 'zod';
import type { ProviderCheck } from '../port.js';
import { ProviderError } from '../port.js';
import type { Session, Sessions } from './session.js';

/** By how much the clocks of both sides may differ, seconds: VALID UNTIL goes by the server's. */
const CLOCK_SECONDS = 30;

const lookRow = z.object({
  nowMs: z.number(),
  version: z.int(),
  relations: z.int(),
  grantable: z.int(),
  owned: z.int(),
  roles: z.boolean(),
  administered: z.int(),
  sessions: z.boolean(),
  marker: z.boolean(),
});

/* Relations of the system are nobody's data. Ownership by membership counts: GRANT and REVOKE then act as the owner. */
const LOOK = `with own as (select * from pg_roles where rolname = current_user),
  relations as (
    select c.oid, pg_has_role(c.relowner, 'USAGE') as owned from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'drawbridge')
  )
  select (extract(epoch from clock_timestamp()) * 1000)::float8 as "nowMs",
    current_setting('server_version_num')::int as version,
    (select count(*)::int from relations) as relations,
    (select count(*)::int from relations r
      where r.owned or has_any_column_privilege(r.oid, 'SELECT WITH GRANT OPTION')) as grantable,
    (select count(*)::int from relations r where r.owned) as owned,
    own.rolsuper or own.rolcreaterole as roles,
    (select count(*)::int from pg_auth_members m where m.member = own.oid and m.admin_option) as administered,
    own.rolsuper or pg_has_role('pg_signal_backend', 'USAGE') as sessions,
    case when n.oid is null then has_database_privilege(current_database(), 'CREATE')
      when t.oid is null then has_schema_privilege(n.oid, 'CREATE')
      else has_schema_privilege(n.oid, 'USAGE') and (
        select bool_and(has_table_privilege(t.oid, p)) from unnest('{select,insert,update,delete}'::text[]) p
      ) end as marker
  from own left join pg_namespace n on n.nspname = 'drawbridge'
    left join pg_class t on t.relnamespace = n.oid and t.relname = 'grants'`;

/**
 * Looks whether the database can be worked with, as codes:
 *
 * - `reachable`: it answered at all.
 * - `role`: it lets our role in; without it nothing else is told.
 * - `grants`: of `relations` tables and views our role can pass on rights to `grantable`; of those it can also take what
 *   others gave on the `owned` ones.
 * - `roles`: it may change roles; from version 16 on those `administered` by it alone, unless it is a superuser.
 * - `sessions`: it may end the sessions of others.
 * - `marker`: it may write the table of markers, or make it.
 * - `clock`: the server's clock is near ours; `seconds` is above zero when it is ahead.
 * - `passwordsOnly`: VALID UNTIL closes for passwords alone, whatever else `pg_hba.conf` lets in by.
 * - `viewsUnseen`: who reads a table by a view or a function of its owner's is not on the table's access list.
 */
export async function checkDatabase(sessions: Sessions): Promise<ProviderCheck[]> {
  try {
    return await sessions.reading(look);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const reachable = error.code === 'ProviderRefused';
    return [{ code: 'reachable', ok: reachable }, ...(reachable ? [{ code: 'role', ok: false }] : [])];
  }
}

async function look(session: Session): Promise<ProviderCheck[]> {
  const before = Date.now();
  const [seen] = await session.read(lookRow, LOOK);
  if (seen === undefined)
    return [
      { code: 'reachable', ok: true },
      { code: 'role', ok: false },
    ];
  const seconds = Math.round((seen.nowMs - (before + Date.now()) / 2) / 1000);
  const { version, relations, grantable, owned, administered } = seen;
  return [
    { code: 'reachable', ok: true },
    { code: 'role', ok: true, values: { version } },
    { code: 'grants', ok: grantable > 0, values: { relations, grantable, owned } },
    { code: 'roles', ok: seen.roles, values: { administered } },
    { code: 'sessions', ok: seen.sessions },
    { code: 'marker', ok: seen.marker },
    { code: 'clock', ok: Math.abs(seconds) <= CLOCK_SECONDS, values: { seconds } },
    { code: 'passwordsOnly', ok: true },
    { code: 'viewsUnseen', ok: true },
  ];
}
