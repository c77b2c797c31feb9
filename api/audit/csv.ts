/**
 * A cell as a spreadsheet may safely open it: always quoted, and what begins like a formula gets an apostrophe in front
 * (OWASP, CSV Injection: `=`, `+`, `-`, `@`, tab and carriage return begin one).
 */
function cell(value: unknown): string {
  const text = value === undefined || value === null ? '' : Array.isArray(value) ? value.join('; ') : String(value);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && typeof value !== 'number' ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** One line of CSV (RFC 4180), with its end. */
export const csvLine = (values: unknown[]): string => `${values.map(cell).join(',')}\r\n`;
