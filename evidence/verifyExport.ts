import type { CaseState } from '../domain/case/state.js';
import { initialState } from '../domain/decider/evolve.js';
import { ChainChecker, type ChainRow, canonicalText, isBreak, micros } from './chain.js';
import { EXPORT_FORM, type ExportHeader } from './exportForm.js';
import { foldOn, storedState } from './fold.js';
import type { Head, VerifyAnswer } from './ledger.js';

/**
 * Verifies an exported ledger line by line, without a database; lines come without or with their ends.
 *
 * A file that is no export, or has a line that is not JSON, is answered as broken at the entry that was due.
 */
export async function verifyExport(lines: AsyncIterable<string> | Iterable<string>): Promise<VerifyAnswer> {
  let header: ExportHeader | undefined;
  let chain = new ChainChecker('');
  let folded: CaseState | undefined;
  for await (const line of lines) {
    if (line.trim() === '') continue;
    if (header === undefined) {
      header = readHeader(line);
      if (header === undefined) return broken('', 0, `The first line is not the header of a ${EXPORT_FORM} file.`);
      chain = new ChainChecker(header.caseId);
      folded = initialState(header.caseId);
      continue;
    }
    const row = readRow(line);
    const due = chain.reached.seq + 1;
    if (row === undefined) return broken(header.caseId, due, `The line of entry ${due} is not a ledger row.`);
    const entry = chain.next(row);
    if (isBreak(entry)) return broken(header.caseId, entry.brokenSeq, entry.message);
    folded = foldOn(folded, entry);
  }
  if (header === undefined) return broken('', 0, 'The file is empty.');
  const { caseId, head, stateHash } = header;
  const end = chain.end(head);
  if (end !== undefined) return broken(caseId, end.brokenSeq, end.message);
  const stateMatches = folded !== undefined && storedState(folded).hash === stateHash;
  return { ok: true, caseId, rows: head.seq, head, stateMatches };
}

const broken = (caseId: string, brokenSeq: number, message: string): VerifyAnswer => ({
  ok: false,
  caseId,
  brokenSeq,
  message,
});

function readHeader(line: string): ExportHeader | undefined {
  const value = readObject(line);
  if (value === undefined || value.form !== EXPORT_FORM || !isHead(value.head)) return undefined;
  const { caseId, head, stateHash } = value;
  if (typeof caseId !== 'string' || typeof stateHash !== 'string') return undefined;
  return { form: EXPORT_FORM, caseId, head, stateHash };
}

/** The row with the text that its hash should cover, written anew from what the line says. */
function readRow(line: string): ChainRow | undefined {
  const value = readObject(line);
  if (value === undefined) return undefined;
  const { caseId, seq, at, actor, commandId, event, runId, recordedAt, prevHash, hash } = value;
  if (typeof caseId !== 'string' || typeof seq !== 'number') return undefined;
  if (typeof prevHash !== 'string' || typeof hash !== 'string') return undefined;
  if (typeof commandId !== 'string' || typeof runId !== 'string' || typeof recordedAt !== 'string') return undefined;
  if (!isObject(event) || typeof event.type !== 'string') return undefined;
  try {
    const content = canonicalText({ caseId, seq, at, actor, commandId, event, runId, recordedAt, prevHash });
    // Every field of a line is inside the hash.
    const columns = { runId, commandId, eventType: event.type, recordedAt: micros(recordedAt) };
    return { caseId, seq, content, prevHash, hash, ...columns };
  } catch {
    return undefined;
  }
}

function readObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isHead = (value: unknown): value is Head =>
  isObject(value) && Number.isInteger(value.seq) && typeof value.hash === 'string';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
