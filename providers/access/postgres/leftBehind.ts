import { z } from 'zod';
import { inOrder } from '../leftBehind.js';
import type { Account, LeftBehind, LeftBehindFound, LeftBehindKind } from '../port.js';
import { accountOf, type Relation, relationById, roleById } from './catalog.js';
import type { PlaceId } from './names.js';
import type { Session } from './session.js';

/** Most things of one kind that are listed. */
const MOST = 500;
const LONGEST = 200;

const thingRow = z.object({
  id: z.string(),
  what: z.string().transform((text) => text.slice(0, LONGEST)),
  role: z.int().positive(),
  name: z.string(),
});
type Thing = z.infer<typeof thingRow>;

const HERE = '(select oid from pg_database where datname = current_database())';

/* An owner's default privileges are listed by themselves. */
const OWNED = `select format('%s.%s.%s', d.classid::int8, d.objid, d.objsubid) as id, i.type || ' ' || i.identity as what,
    r.oid as role, r.rolname as name
  from pg_shdepend d join pg_roles r on r.oid = d.refobjid, pg_identify_object(d.classid, d.objid, d.objsubid) i
  where d.refclassid = 'pg_authid'::regclass and d.refobjid = $1 and d.deptype = 'o'
    and d.classid <> 'pg_default_acl'::regclass and d.dbid in (0, ${HERE})`;

const UPON = `select distinct format('%s.%s.0', 'pg_class'::regclass::oid::int8, v.oid) as id, i.type || ' ' || i.identity as what,
    r.oid as role, r.rolname as name
  from pg_depend d join pg_rewrite w on w.oid = d.objid join pg_class v on v.oid = w.ev_class join pg_roles r on r.oid = v.relowner,
    pg_identify_object('pg_class'::regclass, v.oid, 0) i
  where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = $1
    and v.oid <> $1 and v.relowner <> $2`;

/* Those that the role set for what it makes, and those of others that let it into what they make. */
const DEFAULTS = `select a.oid::text as id, i.type || ' ' || i.identity as what, r.oid as role, r.rolname as name
  from pg_default_acl a join pg_roles r on r.oid = $1, pg_identify_object('pg_default_acl'::regclass, a.oid, 0) i
  where a.defaclrole = $1 or exists (select from aclexplode(a.defaclacl) e where e.grantee = $1)`;

/* What an owner gives is the owner's to give; what Drawbridge gave is on the list of who is on the place. */
const PASSED_ON = `with lists as (
    select 'pg_class'::regclass as class, oid, 0 as sub, relowner as owner, relacl as acl from pg_class
    union all
    select 'pg_class'::regclass, c.oid, t.attnum::int, c.relowner, t.attacl
      from pg_attribute t join pg_class c on c.oid = t.attrelid where not t.attisdropped
    union all select 'pg_namespace'::regclass, oid, 0, nspowner, nspacl from pg_namespace
    union all select 'pg_proc'::regclass, oid, 0, proowner, proacl from pg_proc
    union all select 'pg_database'::regclass, oid, 0, datdba, datacl from pg_database
  )
  select format('%s.%s.%s:%s:%s:%s', l.class::oid::int8, l.oid, l.sub, e.grantor, e.grantee, lower(e.privilege_type)) as id,
    format('%s on %s to %s', lower(e.privilege_type), i.identity, coalesce(g.rolname, 'PUBLIC')) as what,
    r.oid as role, r.rolname as name
  from lists l cross join aclexplode(l.acl) e join pg_roles r on r.oid = e.grantor left join pg_roles g on g.oid = e.grantee,
    pg_identify_object(l.class, l.oid, l.sub) i
  where e.grantor <> l.owner and r.rolname not in (session_user, current_user)
    and case when $1::oid is null then l.class = 'pg_class'::regclass and l.oid = $2 else e.grantor = $1 end`;

const MADE_MEMBERS = `select format('member.%s.%s', m.roleid, m.member) as id,
    format('membership in %s to %s', g.rolname, b.rolname) as what, r.oid as role, r.rolname as name
  from pg_auth_members m join pg_roles r on r.oid = m.grantor join pg_roles g on g.oid = m.roleid join pg_roles b on b.oid = m.member
  where m.grantor = $1 and m.member <> $1`;

/**
 * Lists what a role left behind in this database, or, where no role is named, what hangs on the place by others than its owner.
 *
 * PostgreSQL dates nothing, so that nothing is left out for its age.
 */
export async function readLeftBehind(
  session: Session,
  id: PlaceId,
  role: number | undefined,
): Promise<LeftBehindFound> {
  const relation = await relationById(session, id);
  if (relation === undefined) return { gone: true };
  if (role === undefined) return listed(await uponPlace(session, relation), false);
  if ((await roleById(session, role)) === undefined) return { found: [], unseen: [] };
  const things: [LeftBehindKind, Thing[]][] = [
    ['default-privilege', await read(session, DEFAULTS, [role])],
    ['owned-object', await read(session, OWNED, [role])],
    ['passed-on-grant', await read(session, PASSED_ON, [role, null])],
    ['passed-on-grant', await read(session, MADE_MEMBERS, [role])],
  ];
  return listed(things, await ownsElsewhere(session, role));
}

const uponPlace = async (session: Session, { oid, owner }: Relation): Promise<[LeftBehindKind, Thing[]][]> => [
  ['owned-object', await read(session, UPON, [oid, owner])],
  ['passed-on-grant', await read(session, PASSED_ON, [null, oid])],
];

const read = (session: Session, text: string, values: unknown[]): Promise<Thing[]> =>
  session.read(thingRow, `${text} order by id limit ${MOST + 1}`, values);

function listed(things: readonly [LeftBehindKind, Thing[]][], elsewhere: boolean): LeftBehindFound {
  const tooMany = things.filter(([, all]) => all.length > MOST).map(([kind]) => kind);
  return {
    found: inOrder(things.flatMap(([kind, all]) => all.slice(0, MOST).map((thing) => left(kind, thing)))),
    unseen: [...new Set([...tooMany, ...(elsewhere ? ['other-databases'] : [])])],
  };
}

function left(kind: LeftBehindKind, { id, what, role, name }: Thing): LeftBehind {
  const by: Account = accountOf({ oid: role, name });
  return { kind, id, what, by };
}

/* Names of what stands in another database are in that database alone. */
async function ownsElsewhere(session: Session, role: number): Promise<boolean> {
  const elsewhere = z.object({ elsewhere: z.boolean() });
  const text = `select exists (
      select from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = $1 and dbid not in (0, ${HERE})
    ) as elsewhere`;
  const [found] = await session.read(elsewhere, text, [role]);
  return found?.elsewhere === true;
}
