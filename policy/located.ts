import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  parseDocument,
  visit,
} from 'yaml';
import type { z } from 'zod';
import type { Path } from './found.js';
import { dotted, sentencesFor } from './sentences.js';

/** One thing that is wrong in a file: where, and one sentence on what is wrong and what would be right. */
export type Fault = { line: number; column: number; path: string; message: string };

/** Longest text that a file of ours may have, bytes of UTF-8. */
export const FILE_MAX_BYTES = 512 * 1024;
/** Aliases are a convenience; more of them than this are an attack or a mistake. */
const MAX_ALIASES = 20;
const MAX_FAULTS = 50;

/** A file that was read: its value, and where each part of it stands. */
export type Located<T> =
  | { ok: true; value: T; at(path: Path): { line: number; column: number } }
  | { ok: false; faults: Fault[] };

/**
 * Reads a YAML (or JSON) file by a schema, with line and column for every fault. Never throws.
 *
 * @param options.what what the file is, for the sentences: `case file`
 */
export function parseLocated<T>(
  text: string,
  schema: z.ZodType<T>,
  options: { what: string; maxBytes?: number },
): Located<T> {
  const maxBytes = options.maxBytes ?? FILE_MAX_BYTES;
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes > maxBytes) return whole(`The ${options.what} has ${bytes} bytes; ${maxBytes} are the most that is read.`);
  const odd = oddCharacter(text);
  if (odd !== undefined) return { ok: false, faults: [odd] };
  const lines = new LineCounter();
  const read = readDocument(text, lines, options.what);
  if (!read.ok) return read;
  const at = (path: Path): { line: number; column: number } => positionOf(read.document, lines, path);
  let plain: unknown;
  try {
    plain = read.document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    return whole(
      `The ${options.what} uses too many YAML aliases (${error instanceof Error ? error.message : 'unreadable'}). Write the values out.`,
    );
  }
  const parsed = schema.safeParse(plain, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data, at };
  const faults = parsed.error.issues.flatMap((issue) =>
    sentencesFor(issue).map(({ path, message }) => ({ ...at(path), path: dotted(path), message })),
  );
  return { ok: false, faults: faults.slice(0, MAX_FAULTS) };
}

const whole = (message: string): { ok: false; faults: Fault[] } => ({
  ok: false,
  faults: [{ line: 1, column: 1, path: '', message }],
});

type Read = { ok: true; document: Document.Parsed } | { ok: false; faults: Fault[] };

function readDocument(text: string, lineCounter: LineCounter, what: string): Read {
  try {
    const documents = parseAllDocuments(text, { uniqueKeys: true });
    if (Array.isArray(documents) && documents.length > 1)
      return whole(`The ${what} holds ${documents.length} documents; one is read.`);
    const document = parseDocument(text, { lineCounter, uniqueKeys: true, prettyErrors: false });
    const faults = document.errors.map((error): Fault => {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      return {
        line: Math.max(line, 1),
        column: Math.max(col, 1),
        path: '',
        message: sentence(error.code, error.message),
      };
    });
    // What follows the first fault of syntax is mostly its consequence.
    if (faults.length > 0) return { ok: false, faults: faults.slice(0, 1) };
    if (document.contents === null) return whole(`The ${what} is empty.`);
    const vanishing = vanishingKey(document, lineCounter);
    if (vanishing !== undefined) return { ok: false, faults: [vanishing] };
    return { ok: true, document };
  } catch (error) {
    return whole(`The ${what} is not readable YAML: ${error instanceof Error ? error.message : 'unreadable'}.`);
  }
}

/** A key of this name would vanish on its way into an object. */
function vanishingKey(document: Document.Parsed, lines: LineCounter): Fault | undefined {
  let offset: number | undefined;
  visit(document, {
    Pair: (_, pair) => {
      if (!isScalar(pair.key) || pair.key.value !== '__proto__') return undefined;
      offset = pair.key.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  if (offset === undefined) return undefined;
  const { line, col } = lines.linePos(offset);
  return { line, column: col, path: '', message: '__proto__ is not a field here; remove it.' };
}

function sentence(code: string, message: string): string {
  if (/call stack/i.test(message)) return 'This is nested too deeply to be read.';
  if (code === 'DUPLICATE_KEY') return 'This key stands here for the second time; keep one of them.';
  if (code === 'TAB_AS_INDENT') return 'The line is indented by a tab; YAML takes spaces only.';
  return `This is not readable YAML: ${message.split('\n')[0]}.`;
}

/** Controls except tab, line feed and carriage return; halves of surrogate pairs; marks that turn the direction of text. */
function isOdd(code: number): boolean {
  const control = (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0x7f;
  const turning = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
  return control || turning || (code >= 0xd800 && code <= 0xdfff);
}

function oddCharacter(text: string): Fault | undefined {
  let line = 1;
  let column = 1;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (isOdd(code)) {
      const name = code.toString(16).toUpperCase().padStart(4, '0');
      return { line, column, path: '', message: `The character U+${name} is not taken here; remove it.` };
    }
    if (character === '\n') [line, column] = [line + 1, 1];
    else column += 1;
  }
  return undefined;
}

/** The node at a path, or its nearest ancestor; for a key of a map, the key itself. */
function positionOf(document: Document.Parsed, lines: LineCounter, path: Path): { line: number; column: number } {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
      if (pair === undefined) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = isNode(pair.value) ? pair.value : null;
    } else if (isSeq(node) && typeof part === 'number') {
      const item: unknown = node.items[part];
      if (!isNode(item)) break;
      node = item;
      offset = item.range?.[0] ?? offset;
    } else break;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

const isNode = (value: unknown): value is Node => isMap(value) || isSeq(value) || isScalar(value);
