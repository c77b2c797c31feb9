import pg from 'pg';
import { columnRow, type Relation, type Role, rightRow } from './catalog.js';
import { codeOf } from './errors.js';
import type { Privilege, Right } from './rights.js';
import type { Session } from './session.js';

type Held = Right & { grantor: number };

/** What a role is to have on a relation: what is given to it now, and what other grants gave, as far as nobody took it by hand. */
export type Wanted = { given: Right[]; kept: Right[] };

/** What is still other than wanted: rights that were not given, and rights that are left. */
export type Unsettled = { missing: Right[]; left: Right[] };

const HELD = `select lower(e.privilege_type) as privilege, e.column, e.is_grantable as grantable, e.grantor
  from (
    select a.*, null::int as column from pg_class c, aclexplode(c.relacl) a where c.oid = $1
    union all
    select a.*, t.attnum::int from pg_attribute t, aclexplode(t.attacl) a where t.attrelid = $1 and not t.attisdropped
  ) e
  where e.grantee = $2`;

/**
 * Brings what a role was given itself on a relation to what is wanted.
 *
 * 1. On the columns of a place only what reaches them is taken: rights on other columns stay.
 * 2. A right may be passed on, and may have been: what was passed on falls with it (CASCADE), or nothing could be taken.
 * 3. A right is taken in the name of the role that gave it, since nobody else's REVOKE takes it.
 * 4. What came of it is read back by numbers: a name may have come to another relation or role since it was read.
 * 5. What other grants gave is given again only where taking a right on the whole relation took it along.
 * 6. An owner has its rights by owning; they are not given and not taken.
 */
export async function settleRights(
  session: Session,
  role: Role,
  relation: Relation,
  { given, kept }: Wanted,
  columns: readonly number[],
): Promise<Unsettled> {
  if (role.oid === relation.owner) return { missing: [], left: [] };
  const names = await columnNames(session, relation);
  /* A column that was dropped took its rights with it. */
  const isThere = ({ column }: Right) => column === null || names.has(column);
  const read = () => session.read(rightRow, HELD, [relation.oid, role.oid]);
  const before = await read();
  const wanted = [...given, ...kept.filter((right) => lacking([right], before).length === 0)].filter(isThere);
  const surplus = (held: Held[]) => held.filter((right) => isWithin(right, columns) && !isAmong(right, wanted));
  for (const [grantor, rights] of byGrantor(surplus(before))) {
    const text = `revoke ${listed(rights, names)} on table ${nameOf(relation)} from ${quoted(role.name)} cascade`;
    await revokeAs(session, grantor, relation, text);
  }
  /* Taking a right on the whole relation took it on its columns too. */
  const missing = lacking(wanted, await read());
  if (missing.length > 0)
    await session.run(`grant ${listed(missing, names)} on table ${nameOf(relation)} to ${quoted(role.name)}`);
  const held = await read();
  return { missing: lacking(wanted, held), left: surplus(held) };
}

/** A relation's name as SQL takes it. */
export const nameOf = ({ schema, name }: Relation): string => `${quoted(schema)}.${quoted(name)}`;

/** An identifier as SQL takes it. */
export const quoted = (name: string): string => pg.escapeIdentifier(name);

const isWithin = ({ column }: Right, columns: readonly number[]): boolean =>
  columns.length === 0 || column === null || columns.includes(column);

const isAmong = (right: Right, wanted: readonly Right[]): boolean =>
  wanted.some(
    (one) => one.privilege === right.privilege && one.column === right.column && one.grantable === right.grantable,
  );

const lacking = (wanted: readonly Right[], held: readonly Right[]): Right[] =>
  wanted.filter(({ privilege, column }) => !held.some((one) => one.privilege === privilege && one.column === column));

function byGrantor(rights: readonly Held[]): Map<number, Held[]> {
  const found = new Map<number, Held[]>();
  for (const right of rights) found.set(right.grantor, [...(found.get(right.grantor) ?? []), right]);
  return found;
}

/* Whoever may act for the owner is taken for the owner by REVOKE; in another's name it goes by SET ROLE, or not at all. */
async function revokeAs(session: Session, grantor: number, relation: Relation, text: string): Promise<void> {
  await session.run('savepoint revoking');
  try {
    if (grantor !== relation.owner) await actAs(session, grantor);
    await session.run(text);
    await session.run('reset role');
  } catch (error) {
    if (codeOf(error) !== '42501') throw error;
    await session.run('rollback to savepoint revoking');
  }
}

async function actAs(session: Session, role: number): Promise<void> {
  await session.run(
    `select set_config('role', rolname, true) from pg_roles where oid = $1 and rolname <> current_user`,
    [role],
  );
}

async function columnNames(session: Session, { oid }: Relation): Promise<ReadonlyMap<number, string>> {
  const text =
    'select attnum::int as number, attname as name from pg_attribute where attrelid = $1 and attnum > 0 and not attisdropped';
  const rows = await session.read(columnRow, text, [oid]);
  return new Map(rows.map(({ number, name }) => [number, name]));
}

function listed(rights: readonly Right[], names: ReadonlyMap<number, string>): string {
  const on = new Map<Privilege, Set<string | null>>();
  for (const { privilege, column } of rights) {
    const name = column === null ? null : names.get(column);
    if (name !== undefined) on.set(privilege, (on.get(privilege) ?? new Set()).add(name));
  }
  return [...on].flatMap(([privilege, columns]) => clausesOf(privilege, columns)).join(', ');
}

function clausesOf(privilege: Privilege, columns: ReadonlySet<string | null>): string[] {
  const single = [...columns].filter((column) => column !== null);
  return [
    ...(columns.has(null) ? [privilege] : []),
    ...(single.length > 0 ? [`${privilege} (${single.map(quoted).join(', ')})`] : []),
  ];
}
