import fc from 'fast-check';
import { canonicalText } from '../../evidence/chain.js';
import { verifyExport } from '../../evidence/verifyExport.js';
import { canonical } from '../../web/verify/canonical.js';
import { compareKept, readKept } from '../../web/verify/kept.js';
import { linesOf } from '../../web/verify/lines.js';
import { verifyTrail } from '../../web/verify/trail.js';
import { afterFirstWeek } from '../support/domain/firstMonth.js';
import { exportedLines } from '../support/evidence/exported.js';

const LINES = exportedLines('c-test', afterFirstWeek().rows);

/** The file with one line written otherwise. */
const changed = (at: number, from: string | RegExp, to: string): string[] =>
  LINES.map((line, i) => {
    if (i !== at) return line;
    const other = line.replace(from, to);
    if (other === line) throw new Error(`Line ${at} has no ${from}.`);
    return other;
  });

const swapped = [...LINES.slice(0, 4), LINES[5] ?? '', LINES[4] ?? '', ...LINES.slice(6)];
const others = exportedLines('c-other', afterFirstWeek().rows);

test.each<[string, string[]]>([
  ['as it was exported', LINES],
  ['an entry that says something else', changed(3, '"at":"2026', '"at":"2025')],
  ['an entry of somebody else', changed(3, /"role":"[^"]+"/, '"role":"legal"')],
  ['an entry without an actor', changed(3, /"actor":\{[^}]*\}/, '"actor":null')],
  ['another hash', changed(3, /"hash":"[0-9a-f]{64}"/, `"hash":"${'a'.repeat(64)}"`)],
  ['another hash before', changed(3, /"prevHash":"[0-9a-f]{64}"/, `"prevHash":"${'a'.repeat(64)}"`)],
  ['an entry that is missing', LINES.filter((_, i) => i !== 7)],
  ['the last entries cut off', LINES.slice(0, -2)],
  ['an entry too many', [...LINES, LINES.at(-1) ?? '']],
  ['two entries in each other’s place', swapped],
  ['an entry of another case', [...LINES.slice(0, 3), others[3] ?? '', ...LINES.slice(4)]],
  ['another head', changed(0, /"hash":"[0-9a-f]{64}"/, `"hash":"${'b'.repeat(64)}"`)],
  ['a head beyond', changed(0, /"seq":\d+/, '"seq":9999')],
  ['another state', changed(0, /"stateHash":"[0-9a-f]{64}"/, `"stateHash":"${'b'.repeat(64)}"`)],
  ['a line that is no row', changed(5, /^/, 'x')],
  ['a number that is none', changed(5, '"seq":5', '"seq":1e999')],
  ['a text that is not Unicode', changed(5, /"commandId":"/, '"commandId":"\\ud800')],
  ['no header', LINES.slice(1)],
  ['an empty file', ['', ' ']],
])('%s: the browser answers what the verifier answers', async (_, lines) => {
  expect(await verifyTrail(lines)).toEqual(await verifyExport(lines));
});

test('an intact file is told as intact, up to its head, and each entry is heard of', async () => {
  const heard: number[] = [];
  const { head } = JSON.parse(LINES[0] ?? '');
  const verdict = await verifyTrail(LINES, (seq) => heard.push(seq));
  expect(verdict).toEqual({ ok: true, caseId: 'c-test', rows: LINES.length - 1, head, stateMatches: true });
  expect(heard).toEqual(LINES.slice(1).map((_line, i) => i + 1));
});

test('it writes the same canonical bytes as the verifier, for any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }), (value) => {
      expect(canonical(value)).toBe(canonicalText(value));
    }),
    { numRuns: 1_000 },
  );
});

test('a file is read line by line, whatever its pieces', async () => {
  const read: string[] = [];
  for await (const line of linesOf(new Blob(['a\n', 'ż', '\n\nlast']))) read.push(line);
  expect(read).toEqual(['a', 'ż', '', 'last']);
});

describe('what was kept before', () => {
  const today = {
    caseId: 'c-test',
    hashes: new Map(LINES.slice(1).map((line): [number, string] => [JSON.parse(line).seq, JSON.parse(line).hash])),
  };
  const told = (lines: string[]) => {
    const kept = readKept(lines);
    return kept && compareKept(kept, today);
  };

  test('an earlier export, a receipt and a certificate agree with the trail of today', () => {
    const { seq, hash } = JSON.parse(LINES[8] ?? '');
    expect(told(LINES.slice(0, 9))).toEqual({ ok: true, seq: 8 });
    expect(told([JSON.stringify({ receipt: { seq, hash } })])).toEqual({ ok: true, seq: 8 });
    expect(told([JSON.stringify({ caseId: 'c-test', ledger: { head: { seq, hash } } }, null, 2)])).toEqual({
      ok: true,
      seq: 8,
    });
  });

  test('a trail that was cut off, one that was written anew and another case are told apart', () => {
    const receipt = (seq: number, hash: string) => [JSON.stringify({ seq, hash })];
    expect(told(receipt(99_999, 'a'))).toEqual({ ok: false, found: 'cut-off', seq: today.hashes.size + 1 });
    expect(told(receipt(4, 'a'.repeat(64)))).toEqual({ ok: false, found: 'changed', seq: 4 });
    expect(told(others)).toEqual({ ok: false, found: 'another-case', seq: 0 });
    expect(told(['no JSON'])).toBeUndefined();
  });
});
