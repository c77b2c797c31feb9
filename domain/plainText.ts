/** What of a text is no text: control characters, line and paragraph separators, lone surrogates, marks that turn its direction. */
const ODD = /(?![\t\n\r])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/**
 * What of a name cannot be seen, or is no character: marks of direction and format, selectors, fillers, blanks of other
 * widths, private and unassigned code points. UTS #39 calls the letters of it default-ignorable.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Surrogate}]|(?! )\p{Zs}|[\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5|\p{Variation_Selector}/u;

/** Scripts whose letters look alike: one word is written in one of them. */
const ALIKE = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

/** The first character that is not taken in any text, and its place; undefined where there is none. Line breaks and tabs are fine. */
export function firstOdd(text: string): { character: string; at: number } | undefined {
  const found = ODD.exec(text);
  return found === null ? undefined : { character: found[0], at: found.index };
}

/** True for text without control characters, lone surrogates and marks that turn its direction; line breaks and tabs are fine. */
export const isPlainText = (text: string): boolean => !ODD.test(text);

const isOfOneScript = (word: string): boolean => ALIKE.filter((script) => script.test(word)).length < 2;

/**
 * True for a name that reads as what it is: on one line, with nothing in it that is not seen, and no word in which letters of
 * one script stand for those of another, as a Cyrillic `а` in `Ada`.
 */
export const isPlainName = (name: string): boolean =>
  !UNSEEN.test(name) && name.split(/[^\p{Letter}\p{Mark}]+/u).every(isOfOneScript);
