import { parseContent } from '../evidence/chain.js';
import type { LedgerRow } from '../evidence/ledger.js';
import { appendEntries } from './append.js';
import type { Database } from './connect.js';
import type { Store } from './contract.js';
import { exportLines } from './exportLedger.js';
import { rowsAfter, type StoredRow } from './ledgerRows.js';
import { population } from './populations.js';
import { rebuildState } from './rebuild.js';
import type { Keyring } from './secrets.js';
import { verifyCase } from './verify.js';
import { verifyCases } from './verifyAll.js';

/** Most rows in one read. */
const PAGE_MAX = 1_000;

/** The ledger: added to, read, verified, exported, folded again; never changed. */
export const ledger = (db: Database, keys: Keyring): Store['ledger'] => ({
  appendEntries: (input) => appendEntries(db, keys, input),
  async readEntries(caseId, { afterSeq, limit }) {
    const rows = await rowsAfter(db, caseId, afterSeq, Math.min(Math.max(limit, 1), PAGE_MAX));
    return rows.map(ledgerRow);
  },
  verify: (caseId) => verifyCase(db, keys, caseId),
  verifyCases: (page) => verifyCases(db, keys, page),
  exportLines: (caseId) => exportLines(db, caseId, ledgerRow),
  population: (query) => population(db, query, ledgerRow),
  rebuildState: (caseId) => rebuildState(db, caseId),
});

/** A stored row as it is read; `hash` and `prevHash` as stored, so that a reader can check them. */
function ledgerRow(row: StoredRow): LedgerRow {
  const content = parseContent(row.content);
  if (content === undefined) throw new Error(`The content of entry ${row.seq} is not an entry.`);
  return { ...content, prevHash: row.prevHash, hash: row.hash };
}
