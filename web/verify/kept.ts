import { type Head, readHeader, readObject, readRow } from './rows.js';

/** How a trail stands to what somebody has kept of it: `seq` is the first entry that is missing or another one. */
export type Compared =
  | { ok: true; seq: number }
  | { ok: false; found: 'cut-off' | 'changed' | 'another-case'; seq: number };

/** Entries that a file of an earlier day names: an export, or JSON with a receipt, a report or a certificate; undefined when it names none. */
export function readKept(lines: string[]): { caseId?: string; entries: Head[] } | undefined {
  const header = readHeader(lines[0] ?? '');
  if (header !== undefined)
    return { caseId: header.caseId, entries: lines.slice(1).flatMap((line) => readRow(line) ?? []) };
  const value = readObject(lines.join('\n'));
  const ledger = value?.ledger;
  const inLedger = typeof ledger === 'object' && ledger !== null && 'head' in ledger ? ledger.head : undefined;
  const caseId = typeof value?.caseId === 'string' ? { caseId: value.caseId } : {};
  for (const one of [value?.receipt, value?.head, inLedger, value]) {
    const entry = headIn(one);
    if (entry !== undefined) return { ...caseId, entries: [entry] };
  }
  return undefined;
}

function headIn(value: unknown): Head | undefined {
  if (typeof value !== 'object' || value === null || !('seq' in value) || !('hash' in value)) return undefined;
  const { seq, hash } = value;
  return typeof seq === 'number' && typeof hash === 'string' ? { seq, hash } : undefined;
}

/** Compares what was kept with the trail of today, which was checked before. */
export function compareKept(
  kept: { caseId?: string; entries: Head[] },
  today: { caseId: string; hashes: ReadonlyMap<number, string> },
): Compared {
  if (kept.caseId !== undefined && kept.caseId !== today.caseId) return { ok: false, found: 'another-case', seq: 0 };
  for (const { seq, hash } of kept.entries) {
    const now = today.hashes.get(seq);
    if (now === undefined) return { ok: false, found: 'cut-off', seq: today.hashes.size + 1 };
    if (now !== hash) return { ok: false, found: 'changed', seq };
  }
  return { ok: true, seq: kept.entries.at(-1)?.seq ?? 0 };
}
