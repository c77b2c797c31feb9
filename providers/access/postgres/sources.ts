import { z } from 'zod';
import { type Relation, rightRow } from './catalog.js';
import { joined, type Reach, type Right, reachOf } from './rights.js';
import type { Session } from './session.js';

/** Number of everybody in access lists. */
export const PUBLIC = 0;

/** A role that has something on a place: by being given it, or by what it is, which then is a word. */
export type Source =
  | { role: number; reach: Reach }
  | { role: number; word: 'owner' | 'superuser' | 'server' | 'replication' };

const NOTHING: Reach = { whole: [], part: [] };

/** Roles of the system that reach data without being on any access list. */
const OF_THE_SYSTEM: Record<string, Reach | 'server'> = {
  pg_read_all_data: { whole: ['select'], part: [] },
  pg_write_all_data: { whole: ['insert', 'update', 'delete'], part: [] },
  pg_maintain: { whole: ['maintain'], part: [] },
  /* Whoever reads the server's files reads every table. */
  pg_read_server_files: 'server',
  pg_write_server_files: 'server',
  pg_execute_server_program: 'server',
};

const RIGHTS = `select e.grantee, lower(e.privilege_type) as privilege, e.column, e.is_grantable as grantable, e.grantor
  from (
    select a.*, null::int as column from pg_class c, aclexplode(c.relacl) a where c.oid = $1
    union all
    select a.*, t.attnum::int from pg_attribute t, aclexplode(t.attacl) a
      where t.attrelid = $1 and not t.attisdropped and (t.attnum = any ($2::int2[]) or $2::int2[] = '{}')
  ) e
  where e.grantee <> $3`;

const BY_BEING = `select oid as role, rolname as name, rolsuper as superuser, rolreplication as replication
  from pg_roles where rolsuper or rolreplication or rolname = any ($1::text[])`;

const beingRow = z.object({ role: z.int(), name: z.string(), superuser: z.boolean(), replication: z.boolean() });

/** Everybody on the access lists of a place, its owner, and the roles that reach every place. */
export async function sourcesOf(session: Session, relation: Relation, columns: readonly number[]): Promise<Source[]> {
  const given = await session.read(rightRow.extend({ grantee: z.int() }), RIGHTS, [
    relation.oid,
    columns,
    relation.owner,
  ]);
  const rights = new Map<number, Right[]>();
  for (const right of given) rights.set(right.grantee, [...(rights.get(right.grantee) ?? []), right]);
  const listed = [...rights].map(([role, held]): Source => ({ role, reach: reachOf(held, columns) }));
  const being = await session.read(beingRow, BY_BEING, [Object.keys(OF_THE_SYSTEM)]);
  return [...listed, { role: relation.owner, word: 'owner' }, ...being.flatMap(byBeing)];
}

function byBeing({ role, name, superuser, replication }: z.infer<typeof beingRow>): Source[] {
  const system = OF_THE_SYSTEM[name];
  if (superuser) return [{ role, word: 'superuser' }];
  if (system !== undefined) return [typeof system === 'string' ? { role, word: system } : { role, reach: system }];
  return replication ? [{ role, word: 'replication' }] : [];
}

/** What several sources give together, as far as it is on access lists. */
export const reachOfAll = (sources: readonly Source[]): Reach =>
  joined(sources.map((source) => ('reach' in source ? source.reach : NOTHING)));
