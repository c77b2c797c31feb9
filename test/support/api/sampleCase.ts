import { contentHash } from '../../../domain/hash.js';
import type { ReportInput } from '../../../presentation/report/model.js';
import type { Book } from '../domain/book.js';

/** What report and certificate of a case in memory are made of; its rows get hashes of their own, and verify. */
export function inputOf({ state, rows, now }: Book, more: Partial<ReportInput> = {}): ReportInput {
  const hashed = rows.map((row) => ({
    ...row,
    caseId: state.caseId,
    recordedAt: row.at,
    runId: 'run',
    prevHash: '',
    hash: contentHash(row),
  }));
  const last = hashed.at(-1);
  const head = { seq: last?.seq ?? 0, hash: last?.hash ?? '' };
  return {
    state,
    rows: hashed,
    names: { legal: 'Aoife Byrne' },
    verify: { ok: true, caseId: state.caseId, rows: rows.length, head, stateMatches: true },
    now,
    ...more,
  };
}
