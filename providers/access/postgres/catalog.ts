import { z } from 'zod';
import { ProviderError } from '../port.js';
import { formatPlaceId, formatPlaceName, type PlaceId, type PlaceName } from './names.js';
import { PRIVILEGES } from './rights.js';
import type { Session } from './session.js';

const oid = z.int().positive();

const roleRow = z.object({
  oid,
  name: z.string().min(1),
  superuser: z.boolean(),
  own: z.boolean(),
  /** It is a group: others than Drawbridge have what it has. */
  members: z.boolean(),
});

/** A role as the catalogue has it now. */
export type Role = z.infer<typeof roleRow>;

/** A column's number and the name that it goes by now. */
export const columnRow = z.object({ number: z.int().positive(), name: z.string().min(1) });
const relationRow = z.object({
  database: oid,
  oid,
  owner: oid,
  namespace: oid,
  schema: z.string().min(1),
  name: z.string().min(1),
  columns: z.array(columnRow),
});

/** A table or view as the catalogue has it now, with those of the asked columns that are left. */
export type Relation = z.infer<typeof relationRow>;

/** One entry of an access list, with who gave it. */
export const rightRow = z.object({
  privilege: z.enum(PRIVILEGES),
  column: z.int().nullable(),
  grantable: z.boolean(),
  grantor: oid,
});

/** From version 16 on being a member and being able to act as the role are two things. */
export const ACTS_AS = `case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end`;

const membersOf = (besides: string) => `exists (
    select from pg_auth_members m join pg_roles o on o.oid = m.member
    where m.roleid = r.oid and not o.rolsuper ${besides}
      and (pg_has_role(o.oid, r.oid, 'USAGE') or pg_has_role(o.oid, r.oid, ${ACTS_AS}))
  )`;

/** Whether a role `r` is a group: others have what it has; who only administers it does not count. */
export const HAS_MEMBERS = membersOf('');

/* Drawbridge may be a member of a person's role, to change it. */
const HAS_OTHERS = membersOf('and o.rolname not in (session_user, current_user)');

const ROLE = `select r.oid, r.rolname as name, r.rolsuper as superuser,
    r.rolname in (session_user, current_user) as own, ${HAS_OTHERS} as members
  from pg_roles r`;

const RELATION = `select d.oid as database, c.oid, c.relowner as owner, n.oid as namespace, n.nspname as schema, c.relname as name,
    (select coalesce(json_agg(json_build_object('number', a.attnum, 'name', a.attname) order by a.attnum), '[]')
      from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and (a.attnum = any ($3::int2[]) or a.attname = any ($4::text[]))) as columns
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_database d on d.datname = current_database()
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and (c.oid = $1::oid or (n.nspname, c.relname) = (($2::text[])[1], ($2::text[])[2]))`;

/** The role of a number; undefined when there is none any more. */
export const roleById = async (session: Session, id: number): Promise<Role | undefined> =>
  (await session.read(roleRow, `${ROLE} where r.oid = $1`, [id]))[0];

/** The role of a name; undefined when there is none. */
export const roleByName = async (session: Session, name: string): Promise<Role | undefined> =>
  (await session.read(roleRow, `${ROLE} where r.rolname = $1`, [name]))[0];

/** The relation of a place's name; undefined when it, or one of its columns, is not there. */
export async function relationByName(session: Session, name: PlaceName): Promise<Relation | undefined> {
  const asked = [null, [name.schema, name.relation], [], name.columns];
  const [found] = await session.read(relationRow, RELATION, asked);
  return found?.columns.length === name.columns.length ? found : undefined;
}

/**
 * The relation of a place's id; undefined when it is no more, or none of the columns is that the place consists of.
 *
 * Throws `ProviderRefused` for a place in another database that is still there: nobody can be said to be out of it.
 */
export async function relationById(session: Session, id: PlaceId): Promise<Relation | undefined> {
  const asked = [id.relation, null, id.columns, []];
  const [found] = await session.read(relationRow, RELATION, asked);
  if (found?.database === id.database) return found.columns.length === 0 && id.columns.length > 0 ? undefined : found;
  const own = z.object({ own: z.boolean() });
  const [database] = await session.read(
    own,
    'select datname = current_database() as own from pg_database where oid = $1',
    [id.database],
  );
  if (database === undefined || database.own) return undefined;
  throw new ProviderError('ProviderRefused', 'The place is in another database than the one that is looked at.');
}

/** A relation as a place, by the names that it goes by now. */
export function placeOf(relation: Relation, id?: PlaceId): { id: string; name: string } {
  const columns = relation.columns.map(({ number }) => number);
  return {
    id: formatPlaceId(id ?? { database: relation.database, relation: relation.oid, columns }),
    name: formatPlaceName({
      schema: relation.schema,
      relation: relation.name,
      columns: relation.columns.map(({ name }) => name),
    }),
  };
}

/** A role as an account. */
export const accountOf = ({ oid: id, name }: { oid: number; name: string }) => ({ id: String(id), name });
