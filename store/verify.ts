import type { CaseState } from '../domain/case/state.js';
import { initialState } from '../domain/decider/evolve.js';
import { type Break, beyond, ChainChecker, isBreak } from '../evidence/chain.js';
import { foldOn, readState, type StateColumns, storedState } from '../evidence/fold.js';
import type { VerifyAnswer } from '../evidence/ledger.js';
import { requireCase } from './cases.js';
import type { Database } from './connect.js';
import { lastRow, streamLinks } from './ledgerRows.js';

/** Walks a case's chain batch by batch and compares the stored state with the fold; memory does not grow with the ledger. */
export async function verifyCase(db: Database, caseId: string): Promise<VerifyAnswer> {
  const { head, ...columns } = await requireCase(db, caseId);
  const chain = new ChainChecker(caseId);
  let folded: CaseState | undefined = initialState(caseId);
  for await (const rows of streamLinks(db, caseId, head.seq))
    for (const row of rows) {
      const entry = chain.next(row);
      if (isBreak(entry)) return broken(caseId, entry);
      folded = foldOn(folded, entry);
    }
  const end = chain.end(head) ?? (await beyondHead(db, caseId));
  if (end !== undefined) return broken(caseId, end);
  return { ok: true, caseId, rows: head.seq, head, stateMatches: matches(folded, { caseId, ...columns }) };
}

const broken = (caseId: string, found: Break): VerifyAnswer => ({ ok: false, caseId, ...found });

function matches(folded: CaseState | undefined, stored: StateColumns & { caseId: string }): boolean {
  if (folded === undefined || stored.state === null) return false;
  return storedState(folded).hash === stored.state_hash && readState(stored.caseId, stored) !== undefined;
}

/** A row that stands behind the head was not written by an append; head and last row are read at one moment. */
async function beyondHead(db: Database, caseId: string): Promise<Break | undefined> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const { head } = await requireCase(tx, caseId);
      return beyond(head, await lastRow(tx, caseId));
    });
}
