import { readState } from '../evidence/fold.js';
import { caseHead } from './cases.js';
import type { Database } from './connect.js';
import { moveViews } from './viewRows.js';

/** Writes the list rows of every case that a migration noted; who stops in between goes on where it was. */
export async function fillLists(db: Database): Promise<void> {
  for (;;) {
    const next = await db.selectFrom('lists_to_fill').select('case_id').limit(1).executeTakeFirst();
    if (next === undefined) return;
    const { case_id: caseId } = next;
    await db.transaction().execute(async (tx) => {
      await tx.selectFrom('cases').select('case_id').where('case_id', '=', caseId).forUpdate().execute();
      const row = await caseHead(tx, caseId);
      // What cannot be read is told by verification, and rebuilt with its rows.
      const state = row && readState(caseId, row);
      if (state !== undefined) await moveViews(tx, undefined, state);
      await tx.deleteFrom('lists_to_fill').where('case_id', '=', caseId).execute();
    });
  }
}
