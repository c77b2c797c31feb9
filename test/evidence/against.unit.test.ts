import type { RecordedEvent } from '../../domain/case/events.js';
import { compareTrail, readEarlier } from '../../evidence/against.js';
import { exportedLines } from '../support/evidence/exported.js';
import { ACTOR, AT, caseOpened, refused } from '../support/store/appending.js';

/** A trail that begins as every other one here; `acts` are the refusals after it, by command id. */
const trail = (...acts: string[]): RecordedEvent[] =>
  [['open', caseOpened()] as const, ...acts.map((act) => [act.split(':')[0] ?? act, refused(act)] as const)].map(
    ([commandId, event], i) => ({ seq: i + 1, at: AT, actor: ACTOR, commandId, event }),
  );

async function compare(earlier: string, ...acts: string[]) {
  const read = await readEarlier(earlier);
  if (read === undefined || 'ok' in read) return read;
  return compareTrail(read, { caseId: 'c-1', lines: exportedLines('c-1', trail(...acts)) });
}

const KEPT = exportedLines('c-1', trail('a', 'b', 'c')).join('\n');
const receipt = (seq: number) => {
  const { hash } = JSON.parse(KEPT.split('\n')[seq] ?? '');
  return JSON.stringify({ receipt: { seq, hash, at: AT }, events: [] });
};

test('given an export that was kept, when the trail has only grown, then it still holds everything', async () => {
  expect(await compare(KEPT, 'a', 'b', 'c')).toEqual({ ok: true, seq: 4 });
  expect(await compare(KEPT, 'a', 'b', 'c', 'd')).toEqual({ ok: true, seq: 4 });
});

test.each([
  [
    'its end is cut off',
    ['a', 'b'],
    'truncated',
    4,
    'The trail ends at no. 3, but the file knows no. 4: entries were cut off, or an older backup was restored.',
  ],
  [
    'an entry was written again',
    ['a', 'b:otherwise', 'c', 'd'],
    'rewritten',
    3,
    'Entry 3 is the same act as in the file but says something else: the trail was rewritten.',
  ],
  [
    'it went back and on',
    ['a', 'x', 'y', 'z'],
    'rolled-back',
    3,
    'Entry 3 is another act than in the file: the trail went back to no. 2, as from an older backup, and continued differently.',
  ],
])('given an export that was kept, when %s, then this is said', async (_, acts, found, seq, message) => {
  expect(await compare(KEPT, ...acts)).toEqual({ ok: false, found, seq, message });
});

test('given a receipt alone, then a trail that ends before it, or has another entry there, is told', async () => {
  expect(await compare(receipt(4), 'a', 'b', 'c', 'd')).toEqual({ ok: true, seq: 4 });
  expect(await compare(receipt(4), 'a')).toMatchObject({ ok: false, found: 'truncated', seq: 3 });
  expect(await compare(receipt(3), 'a', 'x', 'c')).toMatchObject({
    ok: false,
    found: 'replaced',
    seq: 3,
    message: 'Entry 3 is not the one on the receipt: the trail was rewritten, or went back and continued differently.',
  });
  const { hash } = JSON.parse(KEPT.split('\n')[2] ?? '');
  const certificate = JSON.stringify({ caseId: 'c-1', ledger: { rows: 2, head: { seq: 2, hash } } });
  expect(await compare(certificate, 'a')).toEqual({ ok: true, seq: 2 });
});

test('a file of another case, one that does not verify and one that is neither are told as such', async () => {
  const other = exportedLines('c-2', trail('a')).join('\n');
  expect(await compare(other, 'a')).toMatchObject({ ok: false, found: 'another-case' });
  expect(await compare(KEPT.replace('approval":"b"', 'approval":"q"'), 'a')).toMatchObject({ ok: false, brokenSeq: 3 });
  for (const neither of ['', '{}', '[1]', 'hash', '{"seq":1}']) expect(await compare(neither, 'a')).toBeUndefined();
});
