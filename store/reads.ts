import { type Selectable, sql } from 'kysely';
import { openHolds } from '../domain/audit/custody.js';
import { READ_KINDS, type ReadKind } from '../domain/audit/reads.js';
import type { PersonId } from '../domain/case/roles.js';
import type { Database, Tx } from './connect.js';
import { pageSize, readCursor, writeCursor } from './cursors.js';
import { entriesOn } from './custodyLog.js';
import type { Page } from './page.js';
import type { Read, ReadFilter, ReadRow, Reads } from './readsContract.js';
import { roleOf } from './roles.js';
import type { Tables } from './tables.js';

const LIST = 'reads';
/** Days after which a line is deleted, unless its case is under a legal hold: three years. */
const KEPT_DAYS = 1_096;

type Paging = { cursor?: string; limit: number };

/** Who read what of the record, by ids alone. */
export const reads = (db: Database): Reads => ({
  async note({ personId, role, kind, caseId = '', thing = '' }: Read, at) {
    await sql`
      insert into reads (person_id, role, kind, case_id, thing, hour, read_at)
      values (${personId}, ${role}, ${kind}, ${caseId}, ${thing}, date_trunc('hour', ${at}::timestamptz, 'UTC'), ${at})
      on conflict do nothing`.execute(db);
  },

  async list(filter, page): Promise<Page<ReadRow>> {
    const limit = pageSize(page.limit);
    const found = await readsQuery(db, filter, page).execute();
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const told = { rows: rows.map(readRow) };
    if (found.length <= limit || last === undefined) return told;
    return { ...told, nextCursor: writeCursor(LIST, [last.read_at.toISOString(), String(last.read_id)]) };
  },

  async sweep() {
    const held = openHolds(await entriesOn(db)).map((hold) => hold.caseId);
    const { numAffectedRows } = await sql`
      delete from reads where read_at < now() - make_interval(days => ${KEPT_DAYS}) and case_id <> all(${held})`.execute(
      db,
    );
    return Number(numAffectedRows ?? 0n);
  },
});

/** One page of readings and the row after it, the latest first; every way of asking is answered by an index. */
export function readsQuery(db: Database, { caseId, personId, kind, from, through }: ReadFilter, page: Paging) {
  let query = db
    .selectFrom('reads')
    .leftJoin('case_rows', 'case_rows.case_id', 'reads.case_id')
    .selectAll('reads')
    .select(['case_rows.title', 'case_rows.vendor']);
  if (caseId !== undefined) query = query.where('reads.case_id', '=', caseId);
  if (personId !== undefined) query = query.where('reads.person_id', '=', personId);
  if (kind !== undefined) query = query.where('reads.kind', '=', kind);
  if (from !== undefined) query = query.where('reads.read_at', '>=', new Date(from));
  if (through !== undefined) query = query.where('reads.read_at', '<=', new Date(through));
  if (page.cursor !== undefined) {
    const { at, keys } = readCursor(LIST, page.cursor, 1);
    const id = /^\d{1,18}$/.test(keys[0] ?? '') ? keys[0] : '0';
    query = query.where(sql<boolean>`(reads.read_at, reads.read_id) < (${at}::timestamptz, ${id}::bigint)`);
  }
  return query
    .orderBy('reads.read_at', 'desc')
    .orderBy('reads.read_id', 'desc')
    .limit(pageSize(page.limit) + 1);
}

const isKind = (text: string): text is ReadKind => READ_KINDS.some((one) => one === text);

function readRow(row: Selectable<Tables['reads']> & { title: string | null; vendor: string | null }): ReadRow {
  if (!isKind(row.kind)) throw new TypeError(`The database names the unknown reading "${row.kind}".`);
  return {
    personId: row.person_id,
    role: roleOf(row.role),
    kind: row.kind,
    at: row.read_at.toISOString(),
    ...(row.case_id !== '' && { caseId: row.case_id }),
    ...(row.title !== null && { caseTitle: row.title }),
    ...(row.vendor !== null && { vendor: row.vendor }),
    ...(row.thing !== '' && { thing: row.thing }),
  };
}

/** Deletes what is kept of what a person read. */
export async function deleteReadsOf(tx: Tx, personId: PersonId): Promise<void> {
  await tx.deleteFrom('reads').where('person_id', '=', personId).execute();
}
