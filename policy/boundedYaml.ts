import { Composer, type Document, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, Parser } from 'yaml';
import { firstOdd } from '../domain/plainText.js';

/** One thing that is wrong in a file: where, and one sentence on what is wrong and what would be right. */
export type Fault = { line: number; column: number; path: string; message: string };

/**
 * The most that is read of a file. Each is checked before the work that it bounds is done, so that a text of any kind
 * costs a time in proportion to its length: sorting out one key a second time, or walking a list once more, is not part
 * of it. The largest case file of fifty engineers has some 5,000 values.
 */
export const BOUNDS = {
  /** Bytes of UTF-8. */
  bytes: 512 * 1024,
  lines: 20_000,
  /** Signs, words and blanks as YAML sorts them. */
  tokens: 40_000,
  /** Characters of one word or text. */
  characters: 50_000,
  /** Levels of lists and groups. */
  levels: 40,
  /** Values, with what aliases repeat. */
  values: 10_000,
  /** Aliases are a convenience; more of them are an attack or a mistake. */
  aliases: 20,
};

export type Yaml =
  | { ok: true; document: Document.Parsed; value: unknown; lines: LineCounter }
  | { ok: false; fault: Fault };

/** What ends the reading of a file. */
class Unreadable extends Error {
  constructor(
    message: string,
    readonly offset = 0,
  ) {
    super(message);
  }
}

/** Reads a YAML (or JSON) text once, within {@link BOUNDS}. Never throws. */
export function readYaml(text: string, what: string): Yaml {
  const lines = new LineCounter();
  try {
    const bytes = Buffer.byteLength(text, 'utf8');
    if (bytes > BOUNDS.bytes)
      throw new Unreadable(`The ${what} has ${bytes} bytes; ${BOUNDS.bytes} are the most that is read.`);
    const held = linesIn(text);
    if (held > BOUNDS.lines)
      throw new Unreadable(`The ${what} has ${held} lines; ${BOUNDS.lines} are the most that is read.`);
    const odd = firstOdd(text);
    if (odd !== undefined) return { ok: false, fault: oddFault(text, odd) };
    const document = compose(text, lines, what);
    checkNodes(document);
    const value = plainOf(document, what);
    countValues(value, what);
    return { ok: true, document, value, lines };
  } catch (error) {
    if (error instanceof Unreadable)
      return { ok: false, fault: { ...placeOf(lines, error.offset), path: '', message: error.message } };
    const said = error instanceof Error ? error.message : 'unreadable';
    return {
      ok: false,
      fault: { line: 1, column: 1, path: '', message: `The ${what} is not readable YAML: ${said}.` },
    };
  }
}

export function placeOf(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function linesIn(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

const nameOf = (odd: string): string => `U+${(odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
const oddSentence = (odd: string): string => `The character ${nameOf(odd)} is not taken here; remove it.`;

function oddFault(text: string, { character, at }: { character: string; at: number }): Fault {
  const before = text.slice(0, at).split('\n');
  return {
    line: before.length,
    column: [...(before.at(-1) ?? '')].length + 1,
    path: '',
    message: oddSentence(character),
  };
}

/** The parts of a text, counted as they come. */
function* tokensOf(text: string, lines: LineCounter, what: string) {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let tokens = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++tokens > BOUNDS.tokens)
      throw new Unreadable(`The ${what} has more than ${BOUNDS.tokens} parts; write less of it.`, parser.offset);
    if (lexeme.length > BOUNDS.characters)
      throw new Unreadable(
        `This is ${lexeme.length} characters long; ${BOUNDS.characters} are the most.`,
        parser.offset,
      );
    yield* parser.next(lexeme);
    if (parser.stack.length > BOUNDS.levels)
      throw new Unreadable('This is nested too deeply to be read.', parser.offset);
  }
  yield* parser.end();
}

/** A text as one document; what follows the first fault of syntax is mostly its consequence. */
function compose(text: string, lines: LineCounter, what: string): Document.Parsed {
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false });
  let found: Document.Parsed | undefined;
  let documents = 0;
  for (const token of tokensOf(text, lines, what)) {
    // A directive may ask for another YAML, with types of its own.
    if (token.type === 'directive')
      throw new Unreadable('Directives are not taken here; remove the line.', token.offset);
    // The composer gives a document out once the next one has begun.
    if (token.type === 'document' && ++documents > 1)
      throw new Unreadable(`The ${what} holds more than one document; one is read.`);
    for (const document of composer.next(token)) found ??= document;
  }
  for (const document of composer.end(true, text.length)) found ??= document;
  const [error] = found?.errors ?? [];
  if (error !== undefined) throw new Unreadable(sentence(error.code, error.message), error.pos[0]);
  if (found === undefined || found.contents === null) throw new Unreadable(`The ${what} is empty.`);
  return found;
}

function sentence(code: string, message: string): string {
  if (code === 'TAB_AS_INDENT') return 'The line is indented by a tab; YAML takes spaces only.';
  return `This is not readable YAML: ${message.split('\n')[0]}.`;
}

/** Finds keys that stand twice, that would vanish in an object or that are no words, and what an escape has brought in. */
function checkNodes(document: Document.Parsed): void {
  const waiting: unknown[] = [document.contents];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isScalar(node)) checkScalar(node.value, node.range?.[0]);
    else if (isSeq(node)) for (const item of node.items) waiting.push(item);
    else if (isMap(node)) {
      const keys = new Set<string>();
      for (const { key, value } of node.items) {
        const offset = isScalar(key) || isSeq(key) || isMap(key) || isAlias(key) ? key.range?.[0] : 0;
        if (!isScalar(key)) throw new Unreadable('A key has to be a word.', offset);
        const name = String(key.value);
        checkScalar(key.value, offset);
        if (name === '__proto__') throw new Unreadable('__proto__ is not a field here; remove it.', offset);
        if (keys.has(name)) throw new Unreadable('This key stands here for the second time; keep one of them.', offset);
        keys.add(name);
        if (value !== null) waiting.push(value);
      }
    }
  }
}

function checkScalar(value: unknown, offset = 0): void {
  const odd = typeof value === 'string' ? firstOdd(value) : undefined;
  if (odd !== undefined) throw new Unreadable(oddSentence(odd.character), offset);
}

function plainOf(document: Document.Parsed, what: string): unknown {
  try {
    return document.toJS({ maxAliasCount: BOUNDS.aliases });
  } catch (error) {
    const said = error instanceof Error ? error.message : 'unreadable';
    throw new Unreadable(`The ${what} uses too many YAML aliases (${said}). Write the values out.`);
  }
}

/** What an alias repeats counts each time; a circle never ends, and is found by that. */
function countValues(value: unknown, what: string): void {
  const waiting: unknown[] = [value];
  for (let seen = 0; waiting.length > 0; seen++) {
    if (seen + waiting.length > BOUNDS.values + 1)
      throw new Unreadable(`The ${what} holds more than ${BOUNDS.values} values; write less of it.`);
    const next = waiting.pop();
    if (typeof next === 'object' && next !== null) for (const inner of Object.values(next)) waiting.push(inner);
  }
}
