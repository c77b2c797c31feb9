import { type Compared, compareKept, readKept } from './kept.js';
import { linesOf } from './lines.js';
import { readHeader, readRow } from './rows.js';
import { type Verdict, verifyTrail } from './trail.js';

/** What a check came to, and how the trail stands to a file that was kept earlier. */
export type Checked = { verdict: Verdict; compared?: Compared | 'unreadable' };

/** Entries after which a listener hears of progress. */
const STEP = 25;

async function allLines(file: Blob): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(file)) if (line.trim() !== '') lines.push(line);
  return lines;
}

/** Checks the export of a case, and compares it with a file that was kept earlier. */
export async function checkExport(
  file: Blob,
  { kept, onProgress }: { kept?: Blob; onProgress?: (done: number, of: number) => void } = {},
): Promise<Checked> {
  const lines = await allLines(file);
  const of = readHeader(lines[0] ?? '')?.head.seq ?? 0;
  const verdict = await verifyTrail(lines, (seq) => seq % STEP === 0 && onProgress?.(seq, of));
  if (kept === undefined || !verdict.ok) return { verdict };
  const before = readKept(await allLines(kept));
  if (before === undefined) return { verdict, compared: 'unreadable' };
  const hashes = new Map(
    lines.slice(1).flatMap((line): [number, string][] => {
      const row = readRow(line);
      return row === undefined ? [] : [[row.seq, row.hash]];
    }),
  );
  return { verdict, compared: compareKept(before, { caseId: verdict.caseId, hashes }) };
}
