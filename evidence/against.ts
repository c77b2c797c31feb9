import { EXPORT_FORM } from './exportForm.js';
import type { Head, VerifyAnswer } from './ledger.js';
import { verifyExport } from './verifyExport.js';

/** An entry as somebody outside has kept it. */
type Kept = Head & { commandId?: string };

/** What an earlier export or a receipt says of a case; a receipt is one entry, and need not name its case. */
export type Earlier = { caseId?: string; entries: Kept[] };

/** How a trail stands to what was kept of it; `seq` is the first entry that is missing or another one. */
export type Comparison =
  | { ok: true; seq: number }
  | {
      ok: false;
      found: 'truncated' | 'rewritten' | 'rolled-back' | 'replaced' | 'another-case';
      seq: number;
      message: string;
    };

/**
 * Reads an earlier export, or JSON that holds a receipt (`{ seq, hash }`, by itself, under `receipt`, or as the head of a report's or certificate's ledger).
 *
 * An export that does not verify by itself is answered as it stands; undefined when the text is neither.
 */
export async function readEarlier(text: string): Promise<Earlier | Extract<VerifyAnswer, { ok: false }> | undefined> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (readObject(lines[0] ?? '')?.form !== EXPORT_FORM) return readReceipt(readObject(text));
  const verified = await verifyExport(lines);
  if (!verified.ok) return verified;
  return { caseId: verified.caseId, entries: lines.slice(1).flatMap(keptIn) };
}

/** Compares what was kept with the lines of a later export, which has been verified; the case is the same. */
export function compareTrail(earlier: Earlier, later: { caseId: string; lines: string[] }): Comparison {
  const { caseId, entries } = earlier;
  if (caseId !== undefined && caseId !== later.caseId)
    return differs('another-case', 0, `The file is about case ${caseId}, not about ${later.caseId}.`);
  const now = new Map(later.lines.slice(1).flatMap((line) => keptIn(line).map((entry) => [entry.seq, entry] as const)));
  for (const kept of entries) {
    const found = now.get(kept.seq);
    if (found === undefined) return cutOff(now.size, entries.at(-1)?.seq ?? kept.seq);
    if (found.hash !== kept.hash) return another(kept, found);
  }
  return { ok: true, seq: entries.at(-1)?.seq ?? 0 };
}

const cutOff = (last: number, known: number): Comparison =>
  differs(
    'truncated',
    last + 1,
    `The trail ends at no. ${last}, but the file knows no. ${known}: entries were cut off, or an older backup was restored.`,
  );

/** The same act that says something else was written again; another act stands where a trail was taken back and went on. */
function another(kept: Kept, { seq, commandId }: Kept): Comparison {
  if (kept.commandId === undefined)
    return differs(
      'replaced',
      seq,
      `Entry ${seq} is not the one on the receipt: the trail was rewritten, or went back and continued differently.`,
    );
  return kept.commandId === commandId
    ? differs(
        'rewritten',
        seq,
        `Entry ${seq} is the same act as in the file but says something else: the trail was rewritten.`,
      )
    : differs(
        'rolled-back',
        seq,
        `Entry ${seq} is another act than in the file: the trail went back to no. ${seq - 1}, as from an older backup, and continued differently.`,
      );
}

const differs = (found: Extract<Comparison, { ok: false }>['found'], seq: number, message: string): Comparison => ({
  ok: false,
  found,
  seq,
  message,
});

function keptIn(line: string): Kept[] {
  const { seq, hash, commandId } = readObject(line) ?? {};
  return typeof seq === 'number' && typeof hash === 'string' && typeof commandId === 'string'
    ? [{ seq, hash, commandId }]
    : [];
}

function readReceipt(value: Record<string, unknown> | undefined): Earlier | undefined {
  if (value === undefined) return undefined;
  const { caseId, ledger } = value;
  for (const one of [value.receipt, value.head, isObject(ledger) ? ledger.head : undefined, value]) {
    if (!isObject(one) || !Number.isInteger(one.seq) || typeof one.hash !== 'string') continue;
    const entries = [{ seq: Number(one.seq), hash: one.hash }];
    return { entries, ...(typeof caseId === 'string' && { caseId }) };
  }
  return undefined;
}

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
