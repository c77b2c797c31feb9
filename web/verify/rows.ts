import type { CaseEvent, RecordedEvent } from '../../domain/case/events.js';
import { canonical } from './canonical.js';

/** Number and hash of an entry. */
export type Head = { seq: number; hash: string };

/** First line of an export: which case follows, and where it stood. */
export type Header = { caseId: string; head: Head; stateHash: string };

/** A line of an export, with the text that its hash should cover; `entry` is left out where the text is no entry. */
export type Row = Head & { caseId: string; prevHash: string; content: string; entry?: RecordedEvent };

/** Form of the exports that are understood here. */
export const FORM = 'drawbridge-ledger/1';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a line as a JSON object; undefined when it is none. */
export function readObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isHead = (value: unknown): value is Head =>
  isObject(value) && Number.isInteger(value.seq) && typeof value.hash === 'string';

/** The header of an export; undefined when the line is none. */
export function readHeader(line: string): Header | undefined {
  const { form, caseId, head, stateHash } = readObject(line) ?? {};
  if (form !== FORM || !isHead(head) || typeof caseId !== 'string' || typeof stateHash !== 'string') return undefined;
  return { caseId, head, stateHash };
}

/** The shape within is vouched for by the hash. */
const isEvent = (value: unknown): value is CaseEvent => isObject(value) && typeof value.type === 'string';

/** A row of an export; undefined when the line is none. */
export function readRow(line: string): Row | undefined {
  const { caseId, seq, at, actor, commandId, event, runId, recordedAt, prevHash, hash } = readObject(line) ?? {};
  if (typeof caseId !== 'string' || typeof seq !== 'number' || !isEvent(event)) return undefined;
  if (typeof prevHash !== 'string' || typeof hash !== 'string') return undefined;
  if (typeof commandId !== 'string' || typeof runId !== 'string' || typeof recordedAt !== 'string') return undefined;
  try {
    const content = canonical({ caseId, seq, at, actor, commandId, event, runId, recordedAt, prevHash });
    const row = { caseId, seq, hash, prevHash, content };
    if (typeof at !== 'string' || !isActor(actor) || !Number.isInteger(seq)) return row;
    return { ...row, entry: { seq, at, actor, commandId, event } };
  } catch {
    return undefined;
  }
}

const isActor = (value: unknown): value is RecordedEvent['actor'] =>
  isObject(value) && typeof value.personId === 'string' && typeof value.role === 'string';
