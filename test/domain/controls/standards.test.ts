import { readFileSync } from 'node:fs';
import { CONTROLS } from '../../../domain/controls/index.js';
import { STANDARDS, STANDARDS_SOURCES } from '../../../domain/controls/standards.js';

test('the table has one row for each control, and none for another', () => {
  expect(Object.keys(STANDARDS).sort()).toEqual(Object.keys(CONTROLS).sort());
});

test('the first page says how many controls there are', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(`${Object.keys(CONTROLS).length} rules judge them`);
});

/** How a clause of each standard is written; numbers beyond these do not exist. */
const WRITTEN = {
  iso27001: /^A\.(5\.([1-9]|[12]\d|3[0-7])|6\.[1-8]|7\.([1-9]|1[0-4])|8\.([1-9]|[12]\d|3[0-4]))$/,
  soc2: /^(CC([1-9])\.[1-9]|A1\.[1-3]|C1\.[12]|PI1\.[1-5]|P[1-8]\.[1-7])$/,
  nist80053: /^(AC|AT|AU|CA|CM|CP|IA|IR|MP|PL|PM|PS|PT|RA|SA|SC|SI|SR)-[1-9]\d?(\([1-9]\d?\))?$/,
} as const;

test.each(STANDARDS_SOURCES.map(({ key }) => key))(
  'each clause of %s is written as the standard writes it, once a row',
  (key) => {
    const wrong = Object.entries(STANDARDS).flatMap(([id, row]) =>
      row[key]
        .filter((clause, i, all) => !WRITTEN[key].test(clause) || all.indexOf(clause) !== i)
        .map((c) => `${id} ${c}`),
    );
    expect(wrong).toEqual([]);
  },
);

test('no row is empty, and what the standards say of suppliers is covered as a whole', () => {
  const rows = Object.values(STANDARDS);
  for (const row of rows) expect([...row.iso27001, ...row.soc2, ...row.nist80053].length).toBeGreaterThan(0);
  const covered = new Set(rows.flatMap(({ iso27001, soc2, nist80053 }) => [...iso27001, ...soc2, ...nist80053]));
  for (const clause of [
    'A.5.19',
    'A.5.20',
    'A.5.21',
    'A.5.22',
    'A.5.23',
    'A.6.6',
    'A.8.30',
    'CC9.2',
    'AC-2',
    'AC-5',
    'AC-6',
    'PS-7',
    'SR-3',
    'SR-6',
  ])
    expect(covered).toContain(clause);
});
