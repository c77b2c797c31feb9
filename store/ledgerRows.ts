import type { ChainRow } from '../evidence/chain.js';
import type { Head } from '../evidence/ledger.js';
import type { Database, Tx } from './connect.js';

/** A ledger row as it is stored. */
export type StoredRow = ChainRow & { runId: string; recordedAt: Date };

const BATCH = 1_000;

/** Rows after a number, in order, at most `limit`. */
export async function rowsAfter(
  db: Database | Tx,
  caseId: string,
  afterSeq: number,
  limit: number,
): Promise<StoredRow[]> {
  return db
    .selectFrom('ledger')
    .select([
      'case_id as caseId',
      'seq',
      'run_id as runId',
      'content',
      'prev_hash as prevHash',
      'hash',
      'recorded_at as recordedAt',
    ])
    .where('case_id', '=', caseId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** What the chain says of the rows after a number, in order, at most `limit`; without what only readers want. */
async function linksAfter(db: Database | Tx, caseId: string, afterSeq: number, limit: number): Promise<ChainRow[]> {
  return db
    .selectFrom('ledger')
    .select(['case_id as caseId', 'seq', 'content', 'prev_hash as prevHash', 'hash'])
    .where('case_id', '=', caseId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** Every row up to `throughSeq`, batch by batch; needs no transaction, since rows are only ever added behind. */
export const streamRows = (db: Database | Tx, caseId: string, throughSeq: number) =>
  stream((after, limit) => rowsAfter(db, caseId, after, limit), throughSeq);

/** {@link streamRows} with what the chain says alone: for whoever only verifies. */
export const streamLinks = (db: Database | Tx, caseId: string, throughSeq: number) =>
  stream((after, limit) => linksAfter(db, caseId, after, limit), throughSeq);

/** The next batch is on its way while this one is looked at. */
async function* stream<Row extends ChainRow>(
  read: (after: number, limit: number) => Promise<Row[]>,
  throughSeq: number,
): AsyncGenerator<Row[], void, undefined> {
  const batch = (after: number) => {
    const coming = after < throughSeq ? read(after, Math.min(BATCH, throughSeq - after)) : undefined;
    // Whoever stops early never hears how it ended.
    coming?.catch(() => undefined);
    return coming;
  };
  for (let coming = batch(0); coming !== undefined; ) {
    const rows = await coming;
    const last = rows.at(-1);
    if (last === undefined) return;
    coming = batch(last.seq);
    yield rows.filter(({ seq }) => seq <= throughSeq);
  }
}

/** The last row's place and hash; undefined for a case without entries. */
export async function lastRow(db: Database | Tx, caseId: string): Promise<(Head & { content: string }) | undefined> {
  return db
    .selectFrom('ledger')
    .select(['seq', 'hash', 'content'])
    .where('case_id', '=', caseId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}
