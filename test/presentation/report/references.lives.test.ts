import { STANDARDS } from '../../../domain/controls/standards.js';
import type { Block } from '../../../presentation/page/page.js';
import { reportOf } from '../../../presentation/report/model.js';
import { hashesTable, standardsTable } from '../../../presentation/report/references.js';
import { voiceOf } from '../../../presentation/words/voice.js';
import { inputOf } from '../../support/api/sampleCase.js';
import { atWork } from '../../support/domain/wayToWork.js';

const report = reportOf(inputOf(atWork()));
const rowsOf = (table: Block): string[][] => (table.kind === 'table' ? table.rows.map((row) => row.map(String)) : []);
const rows = rowsOf(hashesTable(report, voiceOf({ names: report.names, zone: 'Europe/Berlin' })));

test('given controls that are judged person by person, then the codes of each stand once, whoever it is about', () => {
  const ids = [...new Set(report.controls.map(({ id }) => id))];
  expect(report.controls.length).toBeGreaterThan(ids.length);
  expect(rowsOf(standardsTable(report))).toEqual(
    ids.map((id) => {
      const { iso27001 = [], soc2 = [], nist80053 = [] } = STANDARDS[id] ?? {};
      return [id, iso27001.join(' '), soc2.join(' '), nist80053.join(' ')];
    }),
  );
});

test('every form, every text and every hash in a form is there with its hash', () => {
  const hashes = rows.map((row) => row.at(-1));
  for (const { evidence, documents } of report.controls)
    for (const hash of [...(evidence === undefined ? [] : [evidence.formHash]), ...documents.map((one) => one.hash)])
      expect(hashes).toContain(hash);
  expect(hashes).toEqual(
    expect.arrayContaining([report.policy.hash, report.planHash, ...report.papers.map(({ textHash }) => textHash)]),
  );
  expect(rows.filter(([record]) => record?.startsWith('IP-2')).map(([record]) => record)).toEqual([
    'IP-2 ada, form',
    'IP-2 nina, form',
  ]);
});

test('what a gate was decided on stands once, with its last decision', () => {
  const decided = rows.filter(([record]) => record?.includes(' gate, entry '));
  const given = report.decisions.filter(({ fact }) => fact === 'ApprovalGiven');
  expect(decided.map(([record, hash]) => [record, hash])).toEqual(
    given.map(({ about, seq, contentHash, text }) => {
      expect(about.approval).toBeDefined();
      return [`${text.split(':')[0]}, entry ${seq}`, contentHash];
    }),
  );
});
