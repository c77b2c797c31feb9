import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { CaseEvent, RecordedEvent } from '../domain/case/events.js';
import type { Instant } from '../domain/time.js';
import type { Head } from './ledger.js';

/** What a row's hash covers; person ids only, no personal data. */
export type HashedContent = RecordedEvent & { caseId: string; runId: string; recordedAt: Instant; prevHash: string };

/** A row as the chain sees it: its columns and what it says, without trust. */
export type ChainRow = {
  caseId: string;
  seq: number;
  runId: string;
  commandId: string;
  eventType: string;
  content: string;
  prevHash: string;
  hash: string;
  /** UTC to the microsecond, such as `2026-09-01T08:00:00.000000Z`. */
  recordedAt: string;
};

/** The head before the first entry. */
export const NO_HEAD: Head = { seq: 0, hash: '' };

/** SHA-256 of text as lower-case hexadecimal. */
export const sha256Hex = (data: string | Buffer): string => hash('sha256', data, 'hex');

/** Canonical JSON (RFC 8785) of plain data. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('There is no JSON for this value.');
  return text;
}

/** The hashed text of an entry and its hash. */
export function sealEntry(entry: HashedContent): { content: string; hash: string } {
  const { caseId, seq, at, actor, commandId, event, runId, recordedAt, prevHash } = entry;
  const content = canonicalText({ caseId, seq, at, actor, commandId, event, runId, recordedAt, prevHash });
  return { content, hash: sha256Hex(content) };
}

/** A link that does not hold. */
export type Break = { brokenSeq: number; message: string };

/** Follows one case's chain row by row, in the order in which rows are handed to it, in constant memory. */
export class ChainChecker {
  private head: Head;

  /** Starts after `from`; left out, before the first entry. */
  constructor(
    private readonly caseId: string,
    from: Head = NO_HEAD,
  ) {
    this.head = from;
  }

  /** Where the chain has got to. */
  get reached(): Head {
    return this.head;
  }

  /** Answers the entry when the row is the next link, otherwise what is wrong with it. */
  next(row: ChainRow): RecordedEvent | Break {
    const due = this.head.seq + 1;
    if (row.seq > due) return broken(due, `Entry ${due} is missing; entry ${row.seq} comes after ${this.head.seq}.`);
    if (row.seq < due) return broken(row.seq, `Entry ${row.seq} is out of order; entry ${due} was due.`);
    if (sha256Hex(row.content) !== row.hash) return broken(due, `The content of entry ${due} is not what was hashed.`);
    const said = parseContent(row.content);
    if (said === undefined) return broken(due, `The content of entry ${due} is not an entry.`);
    if (said.caseId !== this.caseId || row.caseId !== this.caseId || said.seq !== due)
      return broken(due, `Entry ${due} was written as entry ${said.seq} of case ${said.caseId}.`);
    if (said.prevHash !== this.head.hash || row.prevHash !== said.prevHash)
      return broken(due, `Entry ${due} does not follow on entry ${this.head.seq}: the previous hash differs.`);
    const differs = beside(row, said);
    if (differs !== undefined) return broken(due, `The column ${differs} of entry ${due} is not what was hashed.`);
    this.head = { seq: due, hash: row.hash };
    return { seq: said.seq, at: said.at, actor: said.actor, commandId: said.commandId, event: said.event };
  }

  /** After the last row: what is wrong when the chain ends before or beside `head`. */
  end(head: Head): Break | undefined {
    const { seq, hash } = this.head;
    if (seq < head.seq) return broken(seq + 1, `Entry ${seq + 1} is missing; the case stands at entry ${head.seq}.`);
    if (seq > head.seq) return beyond(head, this.head);
    return hash === head.hash ? undefined : broken(seq, `Entry ${seq} is not the head that was recorded for the case.`);
  }
}

/** The column beside the hashed text that says something else than it; undefined when none does. */
function beside(row: ChainRow, { runId, commandId, event, recordedAt }: HashedContent): string | undefined {
  const says = { run_id: runId, command_id: commandId, event_type: event.type, recorded_at: micros(recordedAt) };
  const columns = {
    run_id: row.runId,
    command_id: row.commandId,
    event_type: row.eventType,
    recorded_at: row.recordedAt,
  };
  return (Object.keys(says) as (keyof typeof says)[]).find((column) => says[column] !== columns[column]);
}

/** An instant as a column of the row has it. */
export const micros = (at: Instant): string => at.replace(/Z$/, '000Z');

/** What is wrong when a last row stands behind the head: no append has written it. */
export function beyond(head: Head, last: Head | undefined): Break | undefined {
  if (last === undefined || last.seq <= head.seq) return undefined;
  return broken(head.seq + 1, `Entry ${head.seq + 1} stands beyond the head of the case.`);
}

const broken = (brokenSeq: number, message: string): Break => ({ brokenSeq, message });

/** True for the answer of a link that does not hold. */
export const isBreak = (answer: RecordedEvent | Break): answer is Break => 'brokenSeq' in answer;

/** Reads a hashed text back; undefined when it is not one. */
export function parseContent(content: string): HashedContent | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return isContent(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isContent(value: unknown): value is HashedContent {
  if (!isObject(value) || !isObject(value.actor)) return false;
  const { caseId, at, commandId, runId, recordedAt, prevHash, actor } = value;
  const texts = [caseId, at, commandId, runId, recordedAt, prevHash, actor.personId, actor.role];
  return texts.every((one) => typeof one === 'string') && Number.isInteger(value.seq) && isEvent(value.event);
}

/** The shape within is vouched for by the hash: only the domain's own events are ever written. */
const isEvent = (value: unknown): value is CaseEvent => isObject(value) && typeof value.type === 'string';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
