import { z } from 'zod';
import { fromMs, type Instant, toMs } from '../../../domain/time.js';
import { type Right, rightsOf } from './rights.js';
import type { Session } from './session.js';

const SCHEMA = 'create schema drawbridge';

const TABLE = `create table drawbridge.grants (
  role oid not null,
  relation oid not null,
  columns int2[] not null,
  namespace oid not null,
  permission text not null,
  usage_given boolean not null,
  until timestamptz,
  granted_at timestamptz not null default now(),
  primary key (role, relation, columns)
)`;

const markerRow = z.object({
  role: z.int(),
  relation: z.int(),
  columns: z.array(z.int()),
  namespace: z.int(),
  permission: z.string(),
  /** USAGE on the schema came with it, and goes with the last of them. */
  usageGiven: z.boolean(),
  until: z
    .date()
    .transform((at) => fromMs(at.getTime()))
    .nullable(),
  /** The relation is there; a grant on one that was dropped keeps nothing open. */
  isThere: z.boolean(),
});

/** What Drawbridge has given to a role on a place, written in the transaction that gave it. */
export type Marker = z.infer<typeof markerRow>;

/** Key of the lock under which the table is made. */
const MAKING = 0x64726177;

/** Makes the table of markers where it is missing, and its schema where that is: making the schema takes CREATE on the database. */
export async function prepareMarkers(session: Session): Promise<void> {
  if ((await present(session)).table) return;
  await session.run('select pg_advisory_xact_lock($1)', [MAKING]);
  const { schema, table } = await present(session);
  if (!schema) await session.run(SCHEMA);
  if (!table) await session.run(TABLE);
}

/** Everything that Drawbridge has given to a role in this database. */
export async function readMarkers(session: Session, role: number): Promise<Marker[]> {
  if (!(await present(session)).table) return [];
  return await session.read(
    markerRow,
    `select role, relation, columns, namespace, permission, usage_given as "usageGiven", until,
        exists (select from pg_class c where c.oid = relation) as "isThere"
      from drawbridge.grants where role = $1 order by relation, columns`,
    [role],
  );
}

/** Writes a marker, or writes it anew. */
export async function writeMarker(session: Session, marker: Marker): Promise<void> {
  const { role, relation, columns, namespace, permission, usageGiven, until } = marker;
  await session.run(
    `insert into drawbridge.grants (role, relation, columns, namespace, permission, usage_given, until)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (role, relation, columns) do update set namespace = excluded.namespace, permission = excluded.permission,
        usage_given = excluded.usage_given, until = excluded.until, granted_at = now()`,
    [role, relation, columns, namespace, permission, usageGiven, until],
  );
}

/** Removes a marker. */
export async function removeMarker(session: Session, { role, relation, columns }: Marker): Promise<void> {
  await session.run('delete from drawbridge.grants where role = $1 and relation = $2 and columns = $3', [
    role,
    relation,
    columns,
  ]);
}

/** True when a marker is of this place. */
export const isOf = (place: { relation: number; columns: readonly number[] }) => (marker: Marker) =>
  marker.relation === place.relation && marker.columns.join() === place.columns.join();

/** What the markers come to on a relation. */
export const givenOn = (markers: readonly Marker[], relation: number): Right[] =>
  markers
    .filter((marker) => marker.relation === relation)
    .flatMap(({ permission, columns }) => rightsOf(permission, columns));

/** The latest end of the grants; undefined when one of them has none. */
export function latestEnd(markers: readonly Marker[]): Instant | undefined {
  const ends = markers.map(({ until }) => (until === null ? Number.POSITIVE_INFINITY : toMs(until)));
  const latest = Math.max(...ends);
  return Number.isFinite(latest) ? fromMs(latest) : undefined;
}

const presentRow = z.object({ schema: z.boolean(), table: z.boolean() });

/* Read from the tables of the catalogue: the functions that look names up may remember that there was nothing. */
async function present(session: Session): Promise<z.infer<typeof presentRow>> {
  const text = `select exists (select from pg_namespace where nspname = 'drawbridge') as schema,
    exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'drawbridge' and c.relname = 'grants') as table`;
  const [found] = await session.read(presentRow, text);
  return found ?? { schema: false, table: false };
}
