/** A word that the reader still has to fill in: `VALUE`, or a text as `"…"`. */
export type Blank = { blank: string };

/** A word of a command line. */
export type Word = string | Blank;

/** A command of ours before it is written out: what people gave stands in `operands` and `options`, never in `verb`. */
export type Line = {
  verb: string;
  operands: Word[];
  /** In their order; `true` for one without a value. */
  options: [name: string, value: Word | true][];
  /** The file that its output goes into. */
  into?: string;
};

const PLAIN = /^[A-Za-z0-9_/:.,@%+=-]+$/;

/** The word in the form in which a POSIX shell takes it as it is, whatever it holds but a NUL. */
export const quoted = (word: string): string => (PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

const isBlank = (word: Word): word is Blank => typeof word !== 'string';
const written = (word: Word): string => (isBlank(word) ? word.blank : quoted(word));
const isDashed = (word: Word): boolean => !isBlank(word) && word.startsWith('-');

/** A value that begins with a dash could be taken for an option: it is joined to its own. */
function option([name, value]: Line['options'][number]): string {
  if (value === true) return name;
  return isDashed(value) ? `${name}=${written(value)}` : `${name} ${written(value)}`;
}

/** The command line to copy into a shell. Operands that could be taken for options come last, behind `--`. */
export function commandLine({ verb, operands, options, into }: Line): string {
  const given = operands.map(written);
  const chosen = options.map(option);
  const words = operands.some(isDashed) ? [...chosen, '--', ...given] : [...given, ...chosen];
  return ['drawbridge', verb, ...words, ...(into === undefined ? [] : ['>', quoted(into)])].join(' ');
}
