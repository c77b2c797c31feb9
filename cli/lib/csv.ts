/** One record of a CSV text, and the line on which it begins, from 1. */
export type CsvRecord = { line: number; fields: string[] };

/**
 * Splits a CSV text as RFC 4180 has it: commas, quotes that are doubled inside, line ends of either kind. Empty lines are left out.
 * Answers the line of a quote that is never closed instead.
 */
export function parseCsv(text: string): { records: CsvRecord[] } | { openQuote: number } {
  const records: CsvRecord[] = [];
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
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
    } else if (char === ',') {
      fields.push(field);
      field = '';
    } else if (char === '\n') endRecord();
    else field += char;
  }
  if (quoted) return { openQuote: quoteLine };
  endRecord();
  return { records };
}
