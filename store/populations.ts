import { sql } from 'kysely';
import type { Period } from '../domain/audit/populations.js';
import type { LedgerRow } from '../evidence/ledger.js';
import type { Database } from './connect.js';
import type { PopulationQuery } from './contract.js';
import type { StoredRow } from './ledgerRows.js';

const BATCH = 500;

type Place = { at: string; caseId: string; seq: number };

/** As in the index of the same rows; anything else would not be found by it. */
const AT = sql.raw(`(substring(content from '"at":"([^"]{24})"')) collate "C"`);
const CASE = sql.raw('case_id collate "C"');

/** Entries of the given facts across all cases, in the order of case time, case and number; read page by page. */
export async function* population(
  db: Database,
  { facts, period, caseId }: PopulationQuery,
  ledgerRow: (row: StoredRow) => LedgerRow,
): AsyncGenerator<LedgerRow, void, undefined> {
  let after: Place = { at: period.from, caseId: '', seq: 0 };
  for (;;) {
    const rows = await pageAfter(db, { facts, period, caseId }, after);
    for (const row of rows) {
      const read = ledgerRow(row);
      after = { at: read.at, caseId: read.caseId, seq: read.seq };
      yield read;
    }
    if (rows.length < BATCH) return;
  }
}

async function pageAfter(
  db: Database,
  { facts, period, caseId }: { facts: readonly string[]; period: Period; caseId?: string },
  after: Place,
): Promise<StoredRow[]> {
  // The types stand in the statement itself: by a parameter the planner could not prove that the partial index holds them.
  const types = sql.join(facts.map((fact) => sql.lit(fact)));
  const ofCase = caseId === undefined ? sql`` : sql`and case_id = ${caseId}`;
  const { rows } = await sql<StoredRow>`
    select seq, content, prev_hash as "prevHash", hash from ledger
    where event_type in (${types}) and ${AT} <= ${period.through} ${ofCase}
      and (${AT}, ${CASE}, seq) > (${after.at}, ${after.caseId}, ${after.seq})
    order by ${AT}, ${CASE}, seq
    limit ${BATCH}`.execute(db);
  return rows;
}
