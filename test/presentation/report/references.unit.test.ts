import { STANDARDS } from '../../../domain/controls/standards.js';
import { reportOf } from '../../../presentation/report/model.js';
import { referencesTable } from '../../../presentation/report/references.js';
import { voiceOf } from '../../../presentation/words/voice.js';
import { inputOf } from '../../support/api/sampleCase.js';
import { atWork } from '../../support/domain/wayToWork.js';

const report = reportOf(inputOf(atWork()));
const table = referencesTable(report, voiceOf({ names: report.names, zone: 'Europe/Berlin' }));
const rows = table.kind === 'table' ? table.rows.map((row) => row.map(String)) : [];

test('given controls that are judged person by person, then the codes of each stand once, whoever it is about', () => {
  const codes = rows
    .filter(([, ...cells]) => cells.slice(0, 3).some((cell) => cell !== ''))
    .map(([record = '', ...cells]) => [record.split(/[ ,]/)[0], ...cells.slice(0, 3)]);
  const ids = [...new Set(report.controls.map(({ id }) => id))];
  expect(report.controls.length).toBeGreaterThan(ids.length);
  expect(codes).toEqual(
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
  expect(decided.map(([record, , , , hash]) => [record, hash])).toEqual(
    given.map(({ about, seq, contentHash, text }) => {
      expect(about.approval).toBeDefined();
      return [`${text.split(':')[0]}, entry ${seq}`, contentHash];
    }),
  );
});
