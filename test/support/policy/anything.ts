/** Bytes of each of these texts, about. */
const SIZE = 512_000;

const fill = (piece: string, size = SIZE): string => piece.repeat(Math.floor(size / piece.length));
const lines = (line: (i: number) => string, size = SIZE): string => {
  const made: string[] = [];
  for (let length = 0, i = 0; ; i++) {
    const next = `${line(i)}\n`;
    length += next.length;
    if (length > size) return made.join('');
    made.push(next);
  }
};

/** Texts of half a megabyte, each hard on one part of a reader of YAML or JSON. */
export const ANYTHING: readonly (readonly [what: string, text: string])[] = [
  ['one key after the other', lines((i) => `k${i}: v`)],
  ['ten thousand keys', lines((i) => `k${i}: ${'v'.repeat(30)}`, 400_000)],
  ['the same key again and again', lines(() => 'k: v')],
  ['keys of one letter in a flow', `{${fill('a: 1, ')}}`],
  ['a list on one line', `[${fill('a,')}a]`],
  ['a list of lists', `[${fill('[],')}[]]`],
  ['a list of groups', `engineers:\n${lines(() => '- {}')}`],
  ['a list of groups on one line', `{"engineers": [${fill('{},')}{}]}`],
  ['a list of blanks', lines(() => '-')],
  ['brackets that open', fill('[')],
  ['braces that open', fill('{')],
  ['groups in groups', fill('{"a":')],
  ['dashes', fill('- ')],
  ['question marks', fill('? ')],
  ['colons', fill(': ')],
  ['deeper and deeper', lines((i) => `${' '.repeat(i)}a:`)],
  ['quotes that open', fill('"')],
  ['a quote that is not closed', `a: "${fill('b ')}`],
  ['a text over many lines', `a: ${lines(() => '  word word')}`],
  ['a text with many empty lines', `a: b\n${fill('\n')}c`],
  ['a quoted text over many lines', `a: "${lines(() => 'word   ')}"`],
  ['a single-quoted text of quotes', `a: '${fill("''")}'`],
  ['blanks', fill(' ')],
  ['line ends', fill('\n')],
  ['tabs', fill('\t')],
  ['comments', lines(() => '# c')],
  ['one comment', `#${fill('c')}`],
  ['comments between keys', lines((i) => `k${i}: v # ${'#'.repeat(10)}`)],
  ['anchors', lines((i) => `- &a${i} x`)],
  ['aliases', `- &a x\n${lines(() => '- *a')}`],
  ['an alias for every list', lines((i) => (i === 0 ? '- &a0 [x]' : `- &a${i} [*a${i - 1}, *a${i - 1}]`))],
  ['tags', lines(() => '- !!str x')],
  ['tags without a value', lines(() => '- &a !!str')],
  ['tags that nobody knows', lines((i) => `- !t${i} x`)],
  ['one very long tag', `!${fill('t')} x`],
  ['documents', lines(() => '---')],
  ['ends of documents', lines(() => '...')],
  ['directives', lines(() => '%YAML 1.1')],
  ['merges', `a: &a {b: 1}\nc:\n${lines(() => '  <<: *a')}`],
  ['a block of text', `a: |\n${lines(() => '  text')}`],
  ['a folded block', `a: >\n${lines((i) => (i % 2 ? '  text' : ''))}`],
  ['escapes', `a: "${fill('\\u0041')}"`],
  ['escapes that turn the text', `a: "${fill('\\u202e')}"`],
  ['escapes that are none', `a: "${fill('\\q')}"`],
  ['escapes beyond Unicode', `a: "${fill('\\UFFFFFFFF')}"`],
  ['a number of many digits', `a: ${fill('9')}`],
  ['a name of many letters', `title: ${fill('n')}`],
  ['an address of dots', `vendor: {contact: {email: "a@${fill('.', 40_000)},"}}`],
  ['an address of dots, the largest', `vendor: {contact: {email: "a@${fill('.')},"}}`],
  ['line ends of Windows', lines(() => 'a: b\r')],
  ['letters of four bytes', `a: ${fill('😀', SIZE / 2)}`],
  ['marks that turn the text', fill('\u202e', SIZE / 3)],
  ['bytes that are no text', fill('\u0001\u0000')],
];
