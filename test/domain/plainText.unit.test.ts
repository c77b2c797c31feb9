import { asciiAddress, hasAsciiLocalPart, isAddress, isLogin } from '../../domain/people/details.js';
import { isPlainName, isPlainText } from '../../domain/plainText.js';

test.each([
  ['a line break', 'Nina\nWrona'],
  ['a tab', 'Nina\tWrona'],
  ['an escape of a terminal', 'Nina \u001b[31mWrona'],
  ['a control character above ASCII', 'Nina\u0085Wrona'],
  ['a line separator', 'Nina\u2028Wrona'],
  ['a zero-width space', 'Ni\u200bna'],
  ['a joiner', 'Ni\u200dna'],
  ['a soft hyphen', 'Ni\u00adna'],
  ['a byte order mark', 'Nina\ufeff'],
  ['a mark of direction', '\u200fNina'],
  ['an override of direction', 'Nina \u202eanorW'],
  ['an isolate of direction', 'Nina \u2066Wrona'],
  ['a filler that looks like a blank', 'Nina\u3164Wrona'],
  ['a blank of another width', 'Nina\u00a0Wrona'],
  ['a selector', 'Nina\ufe0f'],
  ['a tag', 'Nina\u{e0041}'],
  ['a character of nobody', 'Nina\u{f0000}'],
  ['half a character', 'Nina\ud800'],
  ['a Cyrillic letter in a Latin word', 'Ad\u0430 Kowal'],
  ['a Greek letter in a Latin word', '\u039dina'],
])('given a name with %s, then it is none', (_what, name) => {
  expect(isPlainName(name)).toBe(false);
});

test.each([
  'Łukasz Żółć-O’Connor Jr.',
  'Nguyễn Văn A',
  'Иван Петров (Ivan Petrov)',
  '山田 太郎 Yamada',
  'محمد علي',
  'דוד לוי',
  'Ångström',
  'p95 ≤ 400 ms, µs & 90 %',
])('given %s, then it is a name', (name) => {
  expect(isPlainName(name)).toBe(true);
});

test('a text may have line breaks and tabs, and nothing that turns or hides it', () => {
  expect(['a\nb\tc\r\n', 'Zaż', 'a\u200bb'].map(isPlainText)).toEqual([true, true, true]);
  expect(['a\u0000', 'a\u202eb', 'a\u2069', 'a\ud800', 'a\u009b31m', 'a\u2029b'].map(isPlainText)).toEqual(
    Array(6).fill(false),
  );
});

test('an address beyond ASCII goes by the xn-- name of its domain', () => {
  expect(['nina@bałtyk.example', 'nina@BAŁTYK.example', "n.o'x+y@baltyk.example"].map(asciiAddress)).toEqual([
    'nina@xn--batyk-l7a.example',
    'nina@xn--batyk-l7a.example',
    "n.o'x+y@baltyk.example",
  ]);
  const wrong = [
    'ñ@x.example',
    'a@b',
    'a@@b.example',
    'a@ł/b.example',
    'a@ł:1.example',
    'a b@x.example',
    '.a@x.example',
    'a@-x.example',
  ];
  expect(wrong.map(asciiAddress).filter(isAddress)).toEqual([]);
  expect(['nina@xn--batyk-l7a.example', "n.o'x+y@baltyk.example", 'A_b@x.io'].map(isAddress)).toEqual([
    true,
    true,
    true,
  ]);
});

test('an address that goes beyond ASCII before the @ is told from one that is none', () => {
  const all = ['karl.müller@x.example', 'a@müller@x.example', 'karl@müller.example', 'karl', 'müller', 'a@@b.example'];
  expect(all.map(hasAsciiLocalPart)).toEqual([false, false, true, true, true, true]);
});

test('a login may be that of a managed user', () => {
  expect(['nina-wrona_acme', 'ada', 'a-', 'a'.repeat(39)].map(isLogin)).toEqual([true, true, true, true]);
  expect(['_a', '-a', 'a_b_c', 'a_', 'a b', 'a\u200b', 'аda', 'a'.repeat(40)].map(isLogin)).toEqual(
    Array(8).fill(false),
  );
});
