/** One record of a CSV text, and the line on which it begins, from 1. */
export type CsvRecord = { line: number; fields: string[] };

/** What parts the fields: spreadsheets with a decimal comma write semicolons. */
export type Separator = ',' | ';' | '\t';

/** The separator that the first line, the names of the columns, has most of. */
function separatorOf(source: string): Separator {
  const head = source.trimStart().split('\n', 1)[0] ?? '';
  const count = (sign: Separator): number => head.split(sign).length;
  return ([',', ';', '\t'] as const).reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/**
 * Splits a CSV text as RFC 4180 has it, and as spreadsheets write it: commas, semicolons or tabs, quotes that are doubled
 * inside, line ends of either kind. Empty lines are left out. Answers the line of a quote that is never closed instead.
 */
export function parseCsv(text: string): { records: CsvRecord[]; separator: Separator } | { openQuote: number } {
  const records: CsvRecord[] = [];
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = separatorOf(source);
  let [line, startLine] = [1, 1];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let quoteLine = 0;
  const endRecord = (): void => {
    fields.push(field);
    if (fields.some((one) => one.trim() !== '')) records.push({ line: startLine, fields });
    [fields, field, startLine] = [[], '', line];
  };
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === '\n') line++;
    if (quoted) {
      if (char !== '"') field += char;
      else if (source[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && field.trim() === '') {
      [quoted, quoteLine, field] = [true, line, ''];
    } else if (char === separator) {
      fields.push(field);
      field = '';
    } else if (char === '\n') endRecord();
    else field += char;
  }
  if (quoted) return { openQuote: quoteLine };
  endRecord();
  return { records, separator };
}
