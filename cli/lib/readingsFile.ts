import { createHash } from 'node:crypto';
import { badInput, type Fault } from '../exit.js';
import { type CsvRecord, parseCsv, type Separator } from './csv.js';

/** One reading of a file, as the command takes it. */
export type ReadingLine = {
  line: number;
  reading: { kpi: string; value: number; source: string; at?: string; evalSetHash?: string };
};

const NEEDED = ['kpi', 'value', 'source'] as const;
const COLUMNS = [...NEEDED, 'at', 'evalSetHash'] as const;
type Column = (typeof COLUMNS)[number];
/** Most readings that one file may hold: the API takes some twelve hundred requests a minute. */
const LINES_MAX = 1000;

const NAMES: Record<Separator, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const AT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** A column by its name in any case: spreadsheets like capitals. */
const columnOf = (name: string): Column | undefined =>
  COLUMNS.find((column) => column.toLowerCase() === name.toLowerCase());

/**
 * A figure with a decimal point or comma; undefined when it is none, or could be read in two ways. A comma is decimal
 * where no comma parts the fields; elsewhere `1,234` may be a thousand, and so may `1.234` beside semicolons.
 */
function figureOf(text: string, separator: Separator): number | undefined {
  const thousand = separator === ',' ? /^[+-]?[1-9]\d{0,2},\d{3}$/ : /^[+-]?[1-9]\d{0,2}\.\d{3}$/;
  const plain = text.replace(/^([+-]?\d*),(\d+)$/, '$1.$2');
  const value = NUMBER.test(plain) && !thousand.test(text) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** The names of the columns, or the fields of a line, without the empty ones that a spreadsheet leaves at the end. */
const filled = (fields: string[], least = 0): string[] => {
  const last = fields.findLastIndex((field) => field.trim() !== '');
  return fields.slice(0, Math.max(last + 1, least));
};

/** A real day, or an instant in UTC; undefined when it is neither. */
function whenOf(text: string): string | undefined {
  const ms = Date.parse(text);
  if (!AT.test(text) || Number.isNaN(ms)) return undefined;
  // A day that the calendar does not have is taken for another one.
  if (!new Date(`${text.slice(0, 10)}T00:00:00Z`).toISOString().startsWith(text.slice(0, 10))) return undefined;
  return text.length === 10 ? text : new Date(ms).toISOString();
}

/** The columns by their place, or what is wrong with the first line. */
function columnsOf({ line, fields }: CsvRecord): { columns: Column[]; faults: Fault[] } {
  const names = filled(fields).map((name) => name.trim());
  const columns = names.flatMap((name) => columnOf(name) ?? []);
  const unknown = names.filter((name) => columnOf(name) === undefined);
  const faults = [
    ...unknown.map((name) => `"${name}" is no column; the columns are ${COLUMNS.join(', ')}, the last two as needed`),
    ...NEEDED.filter((name) => !columns.includes(name)).map(
      (name) => `the column ${name} is missing in the first line`,
    ),
    ...columns.filter((name, i) => columns.indexOf(name) !== i).map((name) => `the column ${name} stands twice`),
  ];
  return { columns, faults: faults.map((message) => ({ line, message })) };
}

/** One line as a reading, or what is wrong with it. */
function lineOf({ line, fields: all }: CsvRecord, columns: Column[], separator: Separator): ReadingLine | Fault[] {
  const fields = filled(all, columns.length);
  const wrong = (message: string): Fault[] => [{ line, message }];
  if (fields.length !== columns.length)
    return wrong(
      `there are ${fields.length} fields under ${columns.length} columns; a field with a ${NAMES[separator]} in it stands in quotes`,
    );
  const given = (column: Column): string => fields[columns.indexOf(column)]?.trim() ?? '';
  const [kpi, value, source, at, evalSetHash] = COLUMNS.map(given);
  const when = at ? whenOf(at) : undefined;
  const figure = figureOf(value ?? '', separator);
  const faults = [
    ...(kpi ? [] : wrong('kpi is empty; give the name of an agreed KPI')),
    ...(figure === undefined ? wrong(`value "${value}" is no number; write it with a point, as 0.93`) : []),
    ...(source ? [] : wrong('source is empty; say where the figure was read')),
    ...(at && when === undefined
      ? wrong(`at "${at}" is neither a real day, YYYY-MM-DD, nor an instant such as 2026-09-11T12:00:00Z`)
      : []),
    ...(evalSetHash && !/^[0-9a-f]{64}$/.test(evalSetHash)
      ? wrong('evalSetHash must be a SHA-256 in 64 lower-case hexadecimal digits')
      : []),
  ];
  if (faults.length > 0) return faults;
  return {
    line,
    reading: {
      kpi: kpi ?? '',
      value: figure ?? 0,
      source: source ?? '',
      ...(when === undefined ? {} : { at: when }),
      ...(evalSetHash ? { evalSetHash } : {}),
    },
  };
}

/** Reads a file of readings; one line that is wrong, and none of them counts. Throws with every fault and its line. */
export function readReadings(text: string, file: string): ReadingLine[] {
  const parsed = parseCsv(text);
  const refuse = (faults: Fault[]) => badInput(`${file} has errors. No reading was recorded.`, { faults, file });
  if ('openQuote' in parsed)
    throw refuse([{ line: parsed.openQuote, message: 'the quote that opens here is never closed' }]);
  const [head, ...body] = parsed.records;
  if (head === undefined)
    throw refuse([{ line: 1, message: `the first line must name the columns: ${COLUMNS.join(',')}` }]);
  const { columns, faults } = columnsOf(head);
  if (faults.length > 0) throw refuse(faults);
  if (body.length === 0) throw refuse([{ line: head.line, message: 'there is no reading under the columns' }]);
  if (body.length > LINES_MAX)
    throw refuse([
      {
        line: body[LINES_MAX]?.line ?? 1,
        message: `there are ${body.length} readings; split the file, ${LINES_MAX} at most`,
      },
    ]);
  const lines = body.map((record) => lineOf(record, columns, parsed.separator));
  const wrong = lines.flatMap((one) => (Array.isArray(one) ? one : []));
  if (wrong.length > 0) throw refuse(wrong);
  return lines.flatMap((one) => (Array.isArray(one) ? [] : [one]));
}

/**
 * The idempotency key of a reading: the same case and content always give the same, so that a file read twice counts once.
 *
 * @param attempt from 1; a further one is for content that was refused before
 */
export function readingKey(
  caseId: string,
  { kpi, value, source, at, evalSetHash }: ReadingLine['reading'],
  attempt: number,
): string {
  const content = JSON.stringify([caseId, kpi, value, source, at ?? null, evalSetHash ?? null]);
  return `reading-${createHash('sha256').update(content).digest('hex').slice(0, 48)}-${attempt}`;
}
