import type { ChainRow } from '../evidence/chain.js';
import type { Head } from '../evidence/ledger.js';
import type { Database, Tx } from './connect.js';
import { inMicros } from './times.js';

/** What readers want of a row: the hashed text, which says everything else, and its place in the chain. */
export type StoredRow = Pick<ChainRow, 'seq' | 'content' | 'prevHash' | 'hash'>;

const BATCH = 1_000;

/** Rows after a number, in order, at most `limit`, unverified. */
export async function rowsAfter(
  db: Database | Tx,
  caseId: string,
  afterSeq: number,
  limit: number,
): Promise<StoredRow[]> {
  return db
    .selectFrom('ledger')
    .select(['seq', 'content', 'prev_hash as prevHash', 'hash'])
    .where('case_id', '=', caseId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** Whole rows after a number, in order, at most `limit`: every column, for whoever verifies. */
export async function linksAfter(
  db: Database | Tx,
  caseId: string,
  afterSeq: number,
  limit: number,
): Promise<ChainRow[]> {
  return db
    .selectFrom('ledger')
    .select(['case_id as caseId', 'seq', 'run_id as runId', 'command_id as commandId', 'event_type as eventType'])
    .select(['content', 'prev_hash as prevHash', 'hash', inMicros('recorded_at').as('recordedAt')])
    .where('case_id', '=', caseId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** Every row up to `throughSeq`, batch by batch; needs no transaction, since rows are only ever added behind. */
export const streamRows = (db: Database | Tx, caseId: string, throughSeq: number) =>
  stream((after, limit) => rowsAfter(db, caseId, after, limit), throughSeq);

/** {@link streamRows} with every column: for whoever verifies. */
export const streamLinks = (db: Database | Tx, caseId: string, throughSeq: number) =>
  stream((after, limit) => linksAfter(db, caseId, after, limit), throughSeq);

/** The next batch is on its way while this one is looked at. */
async function* stream<Row extends { seq: number }>(
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
