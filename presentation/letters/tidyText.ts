const LONGEST_TEXT = 10_000;
const LONGEST_LINE = 200;
const LONGEST_SUBJECT = 400;

/* Controls, and the marks that turn the direction of writing: a name with them could reorder the text around it. */
const HIDDEN = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Makes text of several lines safe to show: whole characters, no hidden marks, at most 10,000 of them. */
export const tidyText = (text: string): string =>
  cut(text, LONGEST_TEXT)
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\t/g, ' ').replace(HIDDEN, '').trimEnd())
    .join('\n')
    .trim();

const oneLine = (text: string): string => tidyText(text).replace(/\s+/g, ' ');

/** Makes one line of the text, so that it cannot end a header: no line breaks, at most 200 characters. */
export const tidyLine = (text: string): string => cut(oneLine(text), LONGEST_LINE);

/** Makes one line of a subject, which is worded to be short: with the names in it, at most 400 characters. */
export const tidySubject = (text: string): string => cut(oneLine(text), LONGEST_SUBJECT);

/** Makes one line of a name; without the marks by which a mail program would take it for an address to open. */
export const tidyName = (name: string): string => tidyLine(name.replace(/[/\\:<>`@]/g, ' '));

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
