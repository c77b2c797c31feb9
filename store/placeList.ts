import { sql } from 'kysely';
import type { Database } from './connect.js';
import { pageSize, readCursor, writeCursor } from './cursors.js';
import type { Page } from './page.js';
import type { CaseOfPlace, ListedPlace, PlaceId } from './placesContract.js';
import { given } from './times.js';

const LIST = 'places';
const OF_CASES = 'place-cases';
/** Cases that are named with a place in the list; the place itself lists all of them. */
const NAMED = 5;

type Paging = { cursor?: string; limit: number; onlyCaseId?: string };

/** Places by provider and number, those of one case where the reader sees no other. */
export function placesQuery(db: Database, { cursor, limit, onlyCaseId }: Paging, only?: PlaceId) {
  let query = db
    .selectFrom('place_rows')
    .select(['provider', 'place_id'])
    .select((e) => [
      e.fn.min<number>('every_hours').as('every_hours'),
      e.fn.min<Date>('since').as('since'),
      e.fn.count<string>('case_id').distinct().as('cases'),
    ]);
  if (onlyCaseId !== undefined) query = query.where('case_id', '=', onlyCaseId);
  if (only !== undefined) query = query.where('provider', '=', only.provider).where('place_id', '=', only.placeId);
  if (cursor !== undefined) {
    const { keys } = readCursor(LIST, cursor, 2);
    query = query.where(sql<boolean>`(provider, place_id) > (${sql.join(keys)})`);
  }
  return query
    .groupBy(['provider', 'place_id'])
    .orderBy('provider')
    .orderBy('place_id')
    .limit(pageSize(limit) + 1);
}

/** A page of places, each with its last look, its first cases and how much of it is open and unknown. */
export async function listPlaces(db: Database, paging: Paging): Promise<Page<ListedPlace>> {
  const limit = pageSize(paging.limit);
  const found = await placesQuery(db, paging).execute();
  const rows = await withDetails(db, found.slice(0, limit), paging.onlyCaseId);
  const last = rows.at(-1);
  if (found.length <= limit || last === undefined) return { rows };
  return { rows, nextCursor: writeCursor(LIST, [null, last.provider, last.placeId]) };
}

/** One place as it stands in the list; undefined where no open case of the reader's gives access there. */
export async function findPlace(db: Database, place: PlaceId, onlyCaseId?: string): Promise<ListedPlace | undefined> {
  const found = await placesQuery(db, { limit: 1, ...(onlyCaseId !== undefined && { onlyCaseId }) }, place).execute();
  const [row] = await withDetails(db, found, onlyCaseId);
  return row;
}

/** A page of the cases that look after a place, the first that was opened first. */
export async function casesOfPlace(db: Database, place: PlaceId, paging: Paging): Promise<Page<CaseOfPlace>> {
  const limit = pageSize(paging.limit);
  let query = db
    .selectFrom('place_rows')
    .innerJoin('case_rows', 'case_rows.case_id', 'place_rows.case_id')
    .select(['place_rows.case_id as caseId', 'place_rows.resource', 'case_rows.title', 'case_rows.vendor'])
    .select('case_rows.opened_at as openedAt')
    .where('place_rows.provider', '=', place.provider)
    .where('place_rows.place_id', '=', place.placeId);
  if (paging.onlyCaseId !== undefined) query = query.where('place_rows.case_id', '=', paging.onlyCaseId);
  if (paging.cursor !== undefined) {
    const { at, keys } = readCursor(OF_CASES, paging.cursor, 2);
    const after = sql`(${at}::timestamptz, ${sql.join(keys)})`;
    query = query.where(sql<boolean>`(case_rows.opened_at, place_rows.case_id, place_rows.resource) > ${after}`);
  }
  const found = await query
    .orderBy('case_rows.opened_at')
    .orderBy('place_rows.case_id')
    .orderBy('place_rows.resource')
    .limit(limit + 1)
    .execute();
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const rows = page.map(({ openedAt: _at, ...row }) => row);
  if (found.length <= limit || last === undefined) return { rows };
  return { rows, nextCursor: writeCursor(OF_CASES, [last.openedAt.toISOString(), last.caseId, last.resource]) };
}

type Found = { provider: string; place_id: string; every_hours: number; since: Date; cases: string };

async function withDetails(db: Database, found: Found[], onlyCaseId?: string): Promise<ListedPlace[]> {
  if (found.length === 0) return [];
  const wanted = sql`(${sql.join(found.map(({ provider, place_id }) => sql`(${provider}, ${place_id})`))})`;
  const isWanted = sql<boolean>`(p.provider, p.place_id) in ${wanted}`;
  const ofReader = onlyCaseId === undefined ? sql<boolean>`true` : sql<boolean>`p.case_id = ${onlyCaseId}`;
  const looks = await db.selectFrom('place_looks as p').selectAll().where(isWanted).execute();
  const { rows: held } = await sql<Held>`
    select p.provider, p.place_id, count(*) filter (where a.status = 'open')::int as open,
      count(distinct a.person_id) filter (where a.status = 'unknown')::int as unknown
    from place_rows p join access_rows a on a.case_id = p.case_id and a.resource = p.resource
    where ${isWanted} and ${ofReader} group by p.provider, p.place_id`.execute(db);
  const { rows: named } = await sql<Named>`
    select * from (
      select p.provider, p.place_id, p.name, p.case_id as "caseId", c.title, c.vendor,
        row_number() over (partition by p.provider, p.place_id order by c.opened_at, p.case_id, p.resource)::int as nth
      from place_rows p join case_rows c on c.case_id = p.case_id where ${isWanted} and ${ofReader}) n
    where nth <= ${NAMED} order by nth`.execute(db);
  return found.map((row) => {
    const isIt = (one: { provider: string; place_id: string }): boolean =>
      one.provider === row.provider && one.place_id === row.place_id;
    const first = named.filter(isIt);
    const look = looks.find(isIt);
    const { open = 0, unknown = 0 } = held.find(isIt) ?? {};
    return {
      ...{ provider: row.provider, placeId: row.place_id, name: first[0]?.name ?? row.place_id },
      ...{ everyHours: row.every_hours, since: row.since.toISOString(), open, unknown },
      caseCount: Number(row.cases),
      cases: first.map(({ caseId, title, vendor }) => ({ caseId, title, vendor })),
      ...lookOf(look),
    };
  });
}

type Held = { provider: string; place_id: string; open: number; unknown: number };
type Named = { provider: string; place_id: string; name: string; caseId: string; title: string; vendor: string };
type Look = {
  looked_at: Date | null;
  failing_since: Date | null;
  code: string | null;
  accounts: number | null;
  unseen: string[];
};

const lookOf = (look: Look | undefined) =>
  look === undefined
    ? { unseen: [] }
    : {
        ...given({ lookedAt: look.looked_at, failingSince: look.failing_since }),
        ...(look.code !== null && { code: look.code }),
        ...(look.accounts !== null && { accounts: look.accounts }),
        unseen: look.unseen,
      };
