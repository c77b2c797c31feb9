import { EXPORT_FORM, type ExportHeader } from '../evidence/exportForm.js';
import type { LedgerRow } from '../evidence/ledger.js';
import { requireCase } from './cases.js';
import type { Database } from './connect.js';
import { type StoredRow, streamRows } from './ledgerRows.js';

/**
 * A case's ledger as JSON Lines: an {@link ExportHeader}, then one `LedgerRow` a line, each line with its end.
 *
 * `hash` is SHA-256 over the canonical JSON (RFC 8785) of `{ caseId, seq, at, actor, commandId, event, runId, recordedAt, prevHash }`.
 */
export async function* exportLines(
  db: Database,
  caseId: string,
  ledgerRow: (row: StoredRow) => LedgerRow,
): AsyncGenerator<string, void, undefined> {
  const { head, state_hash } = await requireCase(db, caseId);
  const header: ExportHeader = { form: EXPORT_FORM, caseId, head, stateHash: state_hash ?? '' };
  yield `${JSON.stringify(header)}\n`;
  for await (const rows of streamRows(db, caseId, head.seq))
    for (const row of rows) yield `${JSON.stringify(ledgerRow(row))}\n`;
}
