import type { LedgerRow } from '../evidence/ledger.js';
import type { Store } from '../store/contract.js';

const PAGE = 500;

/** The trail of a case up to `head`, oldest first, read page by page. */
export async function* ledgerRows(
  store: Store,
  caseId: string,
  headSeq = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<LedgerRow> {
  for (let afterSeq = 0; ; ) {
    const rows = await store.ledger.readEntries(caseId, { afterSeq, limit: PAGE });
    for (const row of rows) if (row.seq <= headSeq) yield row;
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined || last.seq >= headSeq) return;
    afterSeq = last.seq;
  }
}
