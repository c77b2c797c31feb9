import type { RecordedEvent } from '../../domain/case/events.js';
import type { CaseState } from '../../domain/case/state.js';
import { citingPlan } from '../../domain/case/stored.js';
import { evolve, initialState } from '../../domain/decider/evolve.js';
import { canonical, sha256 } from './canonical.js';
import { FORM, type Head, type Header, type Row, readHeader, readRow } from './rows.js';

/** What checking an export came to; the same answers as the server's own verifier gives. */
export type Verdict =
  | { ok: true; caseId: string; rows: number; head: Head; stateMatches: boolean }
  | { ok: false; caseId: string; brokenSeq: number; message: string };

type Broken = { brokenSeq: number; message: string };

/** What is wrong with a row as the next link after `head`; undefined when it is the next link. */
async function wrongWith(row: Row, caseId: string, head: Head): Promise<Broken | undefined> {
  const due = head.seq + 1;
  const broken = (message: string, brokenSeq = due): Broken => ({ brokenSeq, message });
  if (row.seq > due) return broken(`Entry ${due} is missing; entry ${row.seq} comes after ${head.seq}.`);
  if (row.seq < due) return broken(`Entry ${row.seq} is out of order; entry ${due} was due.`, row.seq);
  if ((await sha256(row.content)) !== row.hash) return broken(`The content of entry ${due} is not what was hashed.`);
  if (row.entry === undefined) return broken(`The content of entry ${due} is not an entry.`);
  if (row.caseId !== caseId) return broken(`Entry ${due} was written as entry ${row.seq} of case ${row.caseId}.`);
  if (row.prevHash !== head.hash)
    return broken(`Entry ${due} does not follow on entry ${head.seq}: the previous hash differs.`);
  return undefined;
}

/** What is wrong when the chain ends before, after or beside the head that the file names. */
function wrongAtEnd({ seq, hash }: Head, stated: Head): Broken | undefined {
  if (seq < stated.seq)
    return { brokenSeq: seq + 1, message: `Entry ${seq + 1} is missing; the case stands at entry ${stated.seq}.` };
  if (seq > stated.seq)
    return { brokenSeq: stated.seq + 1, message: `Entry ${stated.seq + 1} stands beyond the head of the case.` };
  if (hash === stated.hash) return undefined;
  return { brokenSeq: seq, message: `Entry ${seq} is not the head that was recorded for the case.` };
}

/** The state after one more entry; undefined, and so for good, once an entry cannot be folded. */
function foldOn(state: CaseState | undefined, entry: RecordedEvent | undefined): CaseState | undefined {
  try {
    return state && entry && evolve(state, entry);
  } catch {
    return undefined;
  }
}

/**
 * Checks the export of a case line by line: each entry is what was hashed, follows on the one before, and their sum is
 * the state that the file names. `onEntry` hears of each entry that holds.
 */
export async function verifyTrail(
  lines: AsyncIterable<string> | Iterable<string>,
  onEntry?: (seq: number) => void,
): Promise<Verdict> {
  let header: Header | undefined;
  let head: Head = { seq: 0, hash: '' };
  let state: CaseState | undefined;
  const broken = ({ brokenSeq, message }: Broken): Verdict => ({
    ok: false,
    caseId: header?.caseId ?? '',
    brokenSeq,
    message,
  });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    if (header === undefined) {
      header = readHeader(line);
      if (header === undefined)
        return broken({ brokenSeq: 0, message: `The first line is not the header of a ${FORM} file.` });
      state = initialState(header.caseId);
      continue;
    }
    const due = head.seq + 1;
    const row = readRow(line);
    if (row === undefined) return broken({ brokenSeq: due, message: `The line of entry ${due} is not a ledger row.` });
    const wrong = await wrongWith(row, header.caseId, head);
    if (wrong !== undefined) return broken(wrong);
    head = { seq: row.seq, hash: row.hash };
    state = foldOn(state, row.entry);
    onEntry?.(row.seq);
  }
  if (header === undefined) return broken({ brokenSeq: 0, message: 'The file is empty.' });
  const wrong = wrongAtEnd(head, header.head);
  if (wrong !== undefined) return broken(wrong);
  const stateMatches = state !== undefined && (await sha256(canonical(plainOf(state)))) === header.stateHash;
  return { ok: true, caseId: header.caseId, rows: head.seq, head, stateMatches };
}

/** The state as it is stored, as JSON says it: fields without a value are not there. */
const plainOf = (state: CaseState): unknown => JSON.parse(JSON.stringify(citingPlan(state)));
