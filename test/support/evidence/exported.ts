import type { RecordedEvent } from '../../../domain/case/events.js';
import { initialState } from '../../../domain/decider/evolve.js';
import { NO_HEAD, sealEntry } from '../../../evidence/chain.js';
import { EXPORT_FORM } from '../../../evidence/exportForm.js';
import { fold, storedState } from '../../../evidence/fold.js';

/** A ledger as it is exported, line by line. */
export function exportedLines(caseId: string, rows: RecordedEvent[]): string[] {
  let head = NO_HEAD;
  const lines = rows.map((row) => {
    const whole = { ...row, caseId, runId: 'run-1', recordedAt: row.at, prevHash: head.hash };
    const { hash } = sealEntry(whole);
    head = { seq: row.seq, hash };
    return JSON.stringify({ ...whole, hash });
  });
  const { hash: stateHash } = storedState(fold(initialState(caseId), rows));
  return [JSON.stringify({ form: EXPORT_FORM, caseId, head, stateHash }), ...lines];
}
