import { z } from 'zod';
import { fromMs, type Instant } from '../../../domain/time.js';
import { type Grant, ProviderError, type WhileAllowed } from '../port.js';
import { type Relation, type Role, relationById, roleById } from './catalog.js';
import { closeLogin, endSessions, isClosed, isOpenUntil, moveEnd, openLogin } from './login.js';
import {
  givenOn,
  isOf,
  latestEnd,
  type Marker,
  prepareMarkers,
  readMarkers,
  removeMarker,
  writeMarker,
} from './marker.js';
import type { PlaceId } from './names.js';
import { privilegesOf } from './rights.js';
import type { Session, Sessions } from './session.js';
import { settleRights, type Unsettled } from './settle.js';
import { giveUsage, takeUsage } from './usage.js';

/** Classes of the locks that changes wait for one another by: of a role, and of a schema with all that is in it. */
const OF_ROLE = 1;
const OF_SCHEMA = 2;

/**
 * Gives a role a permission on a place, no less and no more, and lets it log in.
 *
 * 1. Rights, LOGIN, VALID UNTIL and marker are one transaction: it is committed within `whileAllowed`, and gives nothing before.
 * 2. The role's lock is taken before the schema's, always: two changes of one row of the catalogue would both fail.
 */
export async function grantRights(
  sessions: Sessions,
  id: PlaceId,
  roleId: number,
  { permission, until }: Grant,
  whileAllowed: WhileAllowed,
): Promise<void> {
  privilegesOf(permission, id.columns);
  const end = until === undefined ? null : instantOf(until);
  await sessions.changing(async (session) => {
    await prepareMarkers(session);
    await lock(session, OF_ROLE, roleId);
    const role = grantee(await roleById(session, roleId));
    const relation = wholePlace(await relationById(session, id), id);
    await lock(session, OF_SCHEMA, relation.namespace);
    const markers = await readMarkers(session, role.oid);
    const others = markers.filter((marker) => !isOf(id)(marker) && marker.isThere);
    const usageGiven = await giveUsage(session, role, relation, markers);
    const { columns, relation: number } = id;
    const marker: Marker = {
      role: role.oid,
      relation: number,
      columns,
      namespace: relation.namespace,
      permission,
      usageGiven,
      until: end,
      isThere: true,
    };
    await writeMarker(session, marker);
    const wanted = { given: givenOn([marker], number), kept: givenOn(others, number) };
    requireSettled(await settleRights(session, role, relation, wanted, columns));
    const latest = latestEnd([...others, marker]);
    await openLogin(session, role, latest);
    if (!(await isOpenUntil(session, role, latest))) throw moved();
  }, whileAllowed);
}

/**
 * Takes from a role what Drawbridge and whoever else gave to it on a place; nothing that other grants of ours give.
 *
 * 1. With the last grant goes LOGIN, and after the commit every session: REVOKE acts on open sessions at once, but a
 *    cursor that was opened before goes on giving rows.
 * 2. What cannot be taken is said after all that can be is gone.
 */
export async function withdrawRights(sessions: Sessions, id: PlaceId, roleId: number): Promise<void> {
  const { unsettled, isLast } = await sessions.changing(async (session) => {
    await lock(session, OF_ROLE, roleId);
    const role = await roleById(session, roleId);
    if (role !== undefined) changeable(role);
    const markers = await readMarkers(session, roleId);
    const marker = markers.find(isOf(id));
    const others = markers.filter((one) => one !== marker && one.isThere);
    if (marker !== undefined) await removeMarker(session, marker);
    if (role === undefined) return { unsettled: SETTLED, isLast: false };
    const relation = await relationById(session, id);
    const namespace = relation?.namespace ?? marker?.namespace;
    if (namespace !== undefined) await lock(session, OF_SCHEMA, namespace);
    const wanted = { given: [], kept: givenOn(others, id.relation) };
    const left = relation === undefined ? SETTLED : await settleRights(session, role, relation, wanted, id.columns);
    if (marker !== undefined) await takeUsage(session, role, marker, others);
    const isLast = others.length === 0;
    if (isLast) await closeLogin(session, role);
    else await moveEnd(session, role, latestEnd(others));
    if (isLast && !(await isClosed(session, role))) throw moved();
    return { unsettled: left, isLast };
  });
  if (isLast) await sessions.changing((session) => endSessions(session, roleId));
  requireSettled(unsettled);
}

const SETTLED: Unsettled = { missing: [], left: [] };

const lock = (session: Session, kind: number, oid: number): Promise<void> =>
  session.run(`select pg_advisory_xact_lock(hashtextextended('drawbridge', 0) # (($1::bigint << 32) + $2))`, [
    kind,
    oid,
  ]);

function requireSettled({ missing, left }: Unsettled): void {
  if (missing.length > 0)
    throw refused('PostgreSQL gave less than was asked for: Drawbridge’s role may not pass all of it on.');
  if (left.length > 0) throw refused('Rights are left that a role gave in whose name Drawbridge’s role cannot act.');
}

function grantee(role: Role | undefined): Role {
  if (role === undefined) throw refused('The role is no more.');
  if (role.members) throw refused('The role is a group: others have what it has, and would have this too.');
  return changeable(role);
}

function changeable(role: Role): Role {
  if (role.own) throw refused('This is the role of Drawbridge itself. What it may do is not changed.');
  if (role.superuser) throw refused('The role is a superuser: nothing that is given or taken changes what it can do.');
  return role;
}

function wholePlace(relation: Relation | undefined, { columns }: PlaceId): Relation {
  if (relation === undefined) throw refused('The table or view is no more.');
  if (relation.columns.length < columns.length) throw refused('A column of the place is no more.');
  return relation;
}

function instantOf(text: string): Instant {
  const parsed = z.iso.datetime().safeParse(text);
  if (!parsed.success) throw refused('The end of the grant is no instant.');
  return fromMs(Date.parse(parsed.data));
}

const refused = (message: string) => new ProviderError('ProviderRefused', message);
const moved = () => new ProviderError('ProviderUnavailable', 'The role was changed at the same moment.');
