import { sql } from 'kysely';
import type { VerifyAnswer } from '../evidence/ledger.js';
import type { Database } from './connect.js';
import { pageSize, readCursor, writeCursor } from './cursors.js';
import { StoreError } from './errors.js';
import { lastRow } from './ledgerRows.js';
import type { Page } from './page.js';
import type { Keyring } from './secrets.js';
import { verifyCase } from './verify.js';

const LIST = 'ledgers';
/** So that one request takes seconds and not minutes. */
const ENTRIES_A_PAGE = 20_000;

/**
 * Verifies case by case, in the order of their ids; what is listed is what has a head or entries, whichever is left.
 *
 * `entriesAPage`: a page that has read so many is full.
 */
export async function verifyCases(
  db: Database,
  keys: Keyring,
  { cursor, limit }: { cursor?: string; limit: number },
  entriesAPage = ENTRIES_A_PAGE,
): Promise<Page<VerifyAnswer>> {
  const size = pageSize(limit);
  const ids = await idsAfter(db, cursor === undefined ? '' : (readCursor(LIST, cursor, 1).keys[0] ?? ''), size + 1);
  const rows: VerifyAnswer[] = [];
  let entries = 0;
  let done = 0;
  for (const caseId of ids.slice(0, size)) {
    const answer = await verifyListed(db, keys, caseId);
    if (answer !== undefined) rows.push(answer);
    done += 1;
    entries += answer === undefined ? 0 : answer.ok ? answer.rows : answer.brokenSeq;
    if (entries >= entriesAPage) break;
  }
  const last = ids[done - 1];
  return done < ids.length && last !== undefined ? { rows, nextCursor: writeCursor(LIST, [null, last]) } : { rows };
}

/** Undefined for a place that was made for a case of which nothing was ever recorded. */
async function verifyListed(db: Database, keys: Keyring, caseId: string): Promise<VerifyAnswer | undefined> {
  try {
    return await verifyCase(db, keys, caseId);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'CaseNotFound') throw error;
    if ((await lastRow(db, caseId)) === undefined) return undefined;
    return { ok: false, caseId, brokenSeq: 1, message: 'Entries stand in the ledger, but the case has no head.' };
  }
}

/** Goes from id to id by the two primary keys, so that a page costs the same in a ledger of any length. */
async function idsAfter(db: Database, after: string, limit: number): Promise<string[]> {
  const next = (from: ReturnType<typeof sql>) => sql`least(
    (select min(case_id) from cases where case_id > ${from}), (select min(case_id) from ledger where case_id > ${from}))`;
  const { rows } = await sql<{ id: string }>`
    with recursive ids(id) as (
      select ${next(sql`${after}`)}
      union all
      select ${next(sql`ids.id`)} from ids where ids.id is not null
    )
    select id from ids where id is not null limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
