import { z } from 'zod';
import type { Way } from '../port.js';
import { ACTS_AS, HAS_MEMBERS, type Relation } from './catalog.js';
import { beyond, isEmpty, joined, ON_COLUMNS, PRIVILEGES, type Reach, wordOf } from './rights.js';
import type { Session } from './session.js';
import { PUBLIC, reachOfAll, type Source, sourcesOf } from './sources.js';

/** A role that reaches a place, with every way in which it does. */
export type Reaching = { oid: number; name: string; own: boolean; permission: string; ways: Way[] };

const roleRow = z.object({
  oid: z.int().positive(),
  name: z.string(),
  own: z.boolean(),
  /** It may connect to the database; who may not is none of those that PUBLIC lets in. */
  connects: z.boolean(),
  /** It may log in, or somebody is in as it. */
  open: z.boolean(),
  /** Its members are who comes in. */
  group: z.boolean(),
  /** Sources whose rights it has, or can take by SET ROLE: their numbers and names, its own among them. */
  through: z.array(z.object({ role: z.int(), name: z.string() })),
  whole: z.array(z.string()),
  part: z.array(z.string()),
});

type ReachingRow = z.infer<typeof roleRow>;

/*
 * `whole` and `part` are what PostgreSQL itself says of the role: whatever the access lists do not explain shows there.
 * A superuser is a member of everything in PostgreSQL's eyes; that is not told way by way.
 */
const ROLES = `select r.oid, r.rolname as name, r.rolname in (session_user, current_user) as own,
    has_database_privilege(r.oid, current_database(), 'CONNECT') as connects,
    r.rolcanlogin or exists (select from pg_stat_activity a where a.usesysid = r.oid) as open,
    r.rolname ~ '^pg_' or ${HAS_MEMBERS} as group,
    (select coalesce(json_agg(json_build_object('role', s.oid::int8, 'name', s.rolname) order by s.rolname), '[]')
      from pg_roles s
      where s.oid = any ($3::oid[]) and (s.oid = r.oid
        or not r.rolsuper and (pg_has_role(r.oid, s.oid, 'USAGE') or pg_has_role(r.oid, s.oid, ${ACTS_AS})))) as through,
    array(select p from unnest($4::text[]) p where has_table_privilege(r.oid, $2::oid, p)
      union select p from unnest($5::text[]) p
        where (select bool_and(has_column_privilege(r.oid, $2::oid, c, p)) from unnest($6::int2[]) c)) as whole,
    array(select p from unnest($5::text[]) p where case when $6::int2[] = '{}'
      then has_any_column_privilege(r.oid, $2::oid, p)
      else (select bool_or(has_column_privilege(r.oid, $2::oid, c, p)) from unnest($6::int2[]) c) end) as part
  from pg_roles r where ($1::oid is null or r.oid = $1) order by r.rolname`;

/**
 * Every role that somebody comes in as, or could after one ALTER, and that reaches a place; or the one that is asked about.
 *
 * 1. Whether it may log in does not count: LOGIN is one ALTER away, and what it may do comes back with it.
 * 2. Nor does USAGE on the schema, for the same reason; views of others reach a table without it.
 * 3. A member without INHERIT counts: it takes the rights by SET ROLE whenever it likes.
 */
export async function reachingRoles(session: Session, relation: Relation, role?: number): Promise<Reaching[]> {
  const columns = relation.columns.map(({ number }) => number);
  const sources = await sourcesOf(session, relation, columns);
  const known = await privilegesKnown(session);
  const rows = await session.read(roleRow, ROLES, [
    role ?? null,
    relation.oid,
    sources.map((source) => source.role),
    known,
    ON_COLUMNS,
    columns,
  ]);
  return rows.flatMap((row) => {
    const reaching = reachingOf(row, sources);
    return reaching !== undefined && (role !== undefined || counts(row, reaching)) ? [reaching] : [];
  });
}

async function privilegesKnown(session: Session): Promise<string[]> {
  const version = z.object({ version: z.int() });
  const text = `select current_setting('server_version_num')::int as version`;
  const [found] = await session.read(version, text);
  return PRIVILEGES.filter((privilege) => privilege !== 'maintain' || (found?.version ?? 0) >= 170000);
}

/* PUBLIC lets in whoever may log in, and nothing was given to anybody else by it. */
const counts = ({ open, group }: ReachingRow, { ways }: Reaching): boolean =>
  open || (!group && ways.some(({ by }) => by !== 'organisation'));

function reachingOf(row: ReachingRow, sources: readonly Source[]): Reaching | undefined {
  const explaining = sources.filter(({ role }) => role === PUBLIC || row.through.some((one) => one.role === role));
  const words = explaining.flatMap((source) => ('word' in source ? [source.word] : []));
  const said: Reach = { whole: row.whole, part: row.part.filter((privilege) => !row.whole.includes(privilege)) };
  const explained = reachOfAll(explaining);
  const unexplained = words.some((word) => word === 'owner' || word === 'superuser') ? NONE : beyond(said, explained);
  const ways = [
    ...row.through.flatMap((through) => waysThrough(row, through, sources)),
    ...(row.connects ? sources.flatMap(publicWay) : []),
    ...(isEmpty(unexplained) ? [] : [{ by: 'other' as const, permission: wordOf(unexplained) }]),
  ].sort((a, b) => ORDER.indexOf(a.by) - ORDER.indexOf(b.by));
  if (ways.length === 0) return undefined;
  const most = WORDS.find((word) => words.includes(word));
  const held = joined([explained, said]);
  const permission = most === 'superuser' || most === 'owner' || isEmpty(held) ? (most ?? '') : wordOf(held);
  return { oid: row.oid, name: row.name, own: row.own, permission, ways };
}

const ORDER: readonly Way['by'][] = ['direct', 'team', 'organisation', 'other'];
/** What being something gives, the most first. */
const WORDS = ['superuser', 'owner', 'server', 'replication'] as const;
const NONE: Reach = { whole: [], part: [] };

const waysThrough = (
  { oid }: ReachingRow,
  { role, name }: { role: number; name: string },
  sources: readonly Source[],
): Way[] =>
  sources
    .filter((source) => source.role === role)
    .map((source): Way => {
      const permission = 'word' in source ? source.word : wordOf(source.reach);
      if (role !== oid) return { by: 'team', through: name, permission };
      return { by: 'word' in source ? 'other' : 'direct', permission };
    });

const publicWay = (source: Source): Way[] =>
  source.role === PUBLIC && 'reach' in source
    ? [{ by: 'organisation', through: 'PUBLIC', permission: wordOf(source.reach) }]
    : [];
