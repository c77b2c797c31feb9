import { createHash } from 'node:crypto';
import { csvLine } from '../../api/audit/csv.js';
import { asCsv, asJson, auditRow, draw, sampleAsCsv } from '../../api/audit/rows.js';
import type { LedgerRow } from '../../evidence/ledger.js';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

const refusal = (seq: number, said: string): LedgerRow => ({
  caseId: 'c-1',
  seq,
  at: '2026-09-01T08:00:00.000Z',
  actor: { personId: 'p-aaaaaaaaaaaaaaaa', role: 'legal' },
  commandId: `k-${seq}`,
  // A code without words is shown as it is.
  event: { type: 'DecisionRefused', code: 'NotYourRole', said: { code: said }, command: 'Decide' },
  prevHash: '',
  hash: sha(String(seq)),
  runId: 'run',
  recordedAt: '2026-09-01T08:00:00.000Z',
});

async function* rowsOf(entries: LedgerRow[]) {
  for (const entry of entries) yield auditRow('refusals', entry);
}
const joined = async (pieces: AsyncIterable<string>): Promise<string> => {
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
};

test.each([
  ['=1+1', `"'=1+1"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['a "b", c', '"a ""b"", c"'],
  ['a\nb', '"a\nb"'],
  ['p-1', '"p-1"'],
  [undefined, '""'],
  [-7, '"-7"'],
  [['=x', 'y'], `"'=x; y"`],
])('given the value %j, its cell cannot become a formula', (value, cell) => {
  expect(csvLine([value])).toBe(`${cell}\r\n`);
});

test('given entries, their rows say place, actor and the fields of the kind, in both formats', async () => {
  const entries = [refusal(3, '=cmd'), refusal(4, 'No.')];
  const row = {
    caseId: 'c-1',
    seq: 3,
    hash: sha('3'),
    at: '2026-09-01T08:00:00.000Z',
    actor: 'p-aaaaaaaaaaaaaaaa',
    role: 'legal',
    event: 'DecisionRefused',
    code: 'NotYourRole',
    command: 'Decide',
    said: '=cmd',
  };
  const head = { kind: 'refusals', from: '2026-09-01', to: '2026-09-30' } as const;
  const second = { ...row, seq: 4, hash: sha('4'), said: 'No.' };
  const json = await joined(asJson(head, rowsOf(entries)));
  expect(JSON.parse(json)).toEqual({ ...head, rows: [row, second], population: 2 });
  expect(JSON.parse(await joined(asJson(head, rowsOf([]))))).toEqual({ ...head, rows: [], population: 0 });
  expect((await joined(asCsv('refusals', rowsOf(entries)))).split('\r\n')).toEqual([
    '"caseId","seq","hash","at","actor","role","event","code","command","said","approval","reason"',
    `"c-1","3","${sha('3')}","2026-09-01T08:00:00.000Z","p-aaaaaaaaaaaaaaaa","legal","DecisionRefused","NotYourRole","Decide","'=cmd","",""`,
    `"c-1","4","${sha('4')}","2026-09-01T08:00:00.000Z","p-aaaaaaaaaaaaaaaa","legal","DecisionRefused","NotYourRole","Decide","No.","",""`,
    '',
  ]);
});

test('given a seed, the sample is what the documented method draws, whatever the order of the rows', async () => {
  const entries = Array.from({ length: 60 }, (_, i) => refusal(i + 1, 'No.'));
  const head = { kind: 'refusals', from: '2026-09-01', to: '2026-09-30' } as const;
  const drawn = await draw(head, rowsOf(entries), { size: 7, seed: 'FY26' });
  const byHand = entries
    .map(({ seq, hash }) => ({ seq, rank: sha(`FY26\n${hash}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, 7);
  expect(drawn.rows.map(({ seq, rank }) => ({ seq, rank }))).toEqual(byHand);
  expect(drawn).toMatchObject({ population: 60, seed: 'FY26', sample: 7 });
  expect(await draw(head, rowsOf([...entries].reverse()), { size: 7, seed: 'FY26' })).toEqual(drawn);
  const other = await draw(head, rowsOf(entries), { size: 7, seed: 'FY27' });
  expect(other.rows).not.toEqual(drawn.rows);
  const all = await draw(head, rowsOf(entries.slice(0, 3)), { size: 7, seed: 'FY26' });
  expect(all).toMatchObject({ population: 3, sample: 3 });
  const lines = sampleAsCsv(drawn).split('\r\n');
  expect(lines).toHaveLength(9);
  expect(lines[1]).toMatch(new RegExp(`"${byHand[0]?.rank}","60","FY26"$`));
});
