import Table from 'cli-table3';
import pc from 'picocolors';

/** Paints text when standard output is a terminal and NO_COLOR is not set. */
export const paint = pc.createColors(
  Boolean(process.stdout.isTTY) && (process.env.NO_COLOR === undefined || process.env.NO_COLOR === ''),
);

/** Control and direction characters could move the cursor or turn text around; they are shown as a mark instead. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not reach a terminal
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text from elsewhere made safe for a terminal. */
export const safe = (text: string): string => text.replace(UNSAFE, '\ufffd');

/** A cell: text from elsewhere, or text that was made safe and painted here. */
export type Cell = string | number | boolean | undefined | null | { painted: string };

/** Marks a cell as safe already, so that its colours stay. */
export const painted = (text: string): { painted: string } => ({ painted: text });

const textOf = (cell: Cell): string => {
  if (cell === undefined || cell === null || cell === '') return '-';
  if (typeof cell === 'object') return cell.painted;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return safe(String(cell));
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character opens a colour
const COLOUR = /\u001b\[\d+m/g;
const widthOf = (text: string): number =>
  Math.max(...text.split('\n').map((line) => [...line.replace(COLOUR, '')].length));

const GAP = 2;

/** Width of the longest word: a column is not made narrower, so that ids stay whole to be copied. */
const wordWidthOf = (text: string): number => Math.max(...text.split(/\s+/).map(widthOf));

/** Column widths that fit the terminal: the widest column that can gives way first. */
function fitted(natural: number[], least: number[], available: number): number[] {
  const widths = [...natural];
  while (widths.reduce((sum, w) => sum + w + GAP, 0) > available) {
    const yielding = widths.map((w, i) => (w > (least[i] ?? w) ? w : 0));
    const widest = Math.max(...yielding);
    if (widest === 0) break;
    widths[yielding.indexOf(widest)] = widest - 1;
  }
  return widths;
}

const NO_LINES = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right']
    .concat(['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'])
    .map((name) => [name, '']),
);

/** A table without lines that fits the terminal; long cells are wrapped there, and left whole in a pipe. */
export function table(head: string[], rows: Cell[][]): string {
  const body = rows.map((row) => row.map(textOf));
  const columns = head.map((title, i) => [title, ...body.map((row) => row[i] ?? '')]);
  const natural = columns.map((cells) => Math.max(...cells.map(widthOf)));
  const least = columns.map((cells) => Math.max(...cells.map(wordWidthOf)));
  const widths = process.stdout.isTTY ? fitted(natural, least, process.stdout.columns || 100) : natural;
  const grid = new Table({
    head: head.map((title) => paint.bold(title)),
    chars: NO_LINES,
    colWidths: widths.map((w) => w + GAP),
    wordWrap: true,
    style: { 'padding-left': 0, 'padding-right': GAP, head: [], border: [], compact: true },
  });
  grid.push(...body);
  return grid
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Names and values, one pair a line. */
export function pairs(rows: [string, Cell][]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, cell]) => `${paint.dim(name.padEnd(width))}  ${textOf(cell)}`).join('\n');
}

/** A heading over what follows. */
export const heading = (text: string): string => `\n${paint.bold(safe(text))}`;

/** Prints lines to standard output. */
export const say = (...lines: string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

/** Prints the data as JSON, or in words. */
export function show(json: boolean | undefined, data: unknown, words: () => string): void {
  say(json ? JSON.stringify(data, null, 2) : words());
}
