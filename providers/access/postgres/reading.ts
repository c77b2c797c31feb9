import { z } from 'zod';
import type { Instant } from '../../../domain/time.js';
import type { Account, FoundAccount, Listing, Observed, Place } from '../port.js';
import { accountOf, placeOf, relationById, relationByName, roleById, roleByName } from './catalog.js';
import { endOf } from './login.js';
import { isOf, latestEnd, type Marker, readMarkers } from './marker.js';
import { isRoleName, type PlaceId, parsePlaceName } from './names.js';
import type { Session } from './session.js';
import { type Reaching, reachingRoles } from './ways.js';

/** The role of a name. */
export async function findAccount(session: Session, name: string): Promise<Account | undefined> {
  const role = isRoleName(name) ? await roleByName(session, name) : undefined;
  return role && accountOf(role);
}

/** The table, view or columns of a name. */
export async function findPlace(session: Session, text: string): Promise<Place | undefined> {
  const name = parsePlaceName(text);
  const relation = name && (await relationByName(session, name));
  return relation && placeOf(relation);
}

/** What a role can do on a place, by every way in. */
export async function observeRole(session: Session, id: PlaceId, roleId: number): Promise<Observed> {
  const role = await roleById(session, roleId);
  if (role === undefined) return { state: 'gone', what: 'account' };
  const relation = await relationById(session, id);
  if (relation === undefined) return { state: 'gone', what: 'place' };
  const [found] = await reachingRoles(session, relation, roleId);
  const [account, place] = [accountOf(role), placeOf(relation, id)];
  if (found === undefined) return { state: 'absent', ways: [], account, place };
  const marker = (await readMarkers(session, roleId)).find(isOf(id));
  const until = marker === undefined ? {} : { until: await standingEnd(session, roleId, marker) };
  return { state: 'present', permission: found.permission, ways: found.ways, account, place, ...until };
}

/* The second lock is one for all grants of a role. Where somebody moved it by hand, it is what stands for each of them. */
async function standingEnd(session: Session, role: number, { until }: Marker): Promise<Instant | null> {
  const latest = latestEnd((await readMarkers(session, role)).filter(({ isThere }) => isThere)) ?? null;
  const stands = await endOf(session, role);
  return stands === latest ? until : stands;
}

/** Everybody who reaches a place. */
export async function listRoles(session: Session, id: PlaceId): Promise<Listing> {
  const relation = await relationById(session, id);
  if (relation === undefined) return { gone: true };
  const reaching = await reachingRoles(session, relation);
  const unseen = (await hasViewsUpon(session, relation.oid)) ? ['views'] : [];
  return { place: placeOf(relation, id), accounts: reaching.map(foundOf), unseen };
}

const foundOf = ({ own, permission, ways, ...role }: Reaching): FoundAccount => ({
  account: accountOf(role),
  state: 'present',
  permission,
  ways,
  ...(own && { own }),
});

/* Whoever may read a view reads what it shows of the tables below it, and is on the view's own access list alone. */
async function hasViewsUpon(session: Session, relation: number): Promise<boolean> {
  const upon = z.object({ upon: z.boolean() });
  const text = `select exists (
      select from pg_depend d join pg_rewrite w on w.oid = d.objid
      where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass
        and d.refobjid = $1 and w.ev_class <> $1
    ) as upon`;
  const [found] = await session.read(upon, text, [relation]);
  return found?.upon === true;
}
