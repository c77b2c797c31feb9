import { readFileSync } from 'node:fs';
import { CONTROLS } from '../../../domain/controls/index.js';
import { CONTROLS_DOC, controlsDoc } from '../../../tools/docs/controlsDoc.js';

test('the page of controls is what code, default policy and standards say', () => {
  expect(readFileSync(CONTROLS_DOC, 'utf8')).toBe(controlsDoc());
});

test('every control has one row, with its questions, who decides and the standards', () => {
  const page = controlsDoc();
  const rows = page.split('\n').filter((line) => line.startsWith('| **'));
  expect(rows.map((line) => line.slice(4, line.indexOf('** |'))).sort()).toEqual(Object.keys(CONTROLS).sort());
  for (const line of rows) expect(line.split(/(?<!\\)\|/)).toHaveLength(9);
  expect(rows.find((line) => line.startsWith('| **IP-1**'))).toMatch(
    /legal \(gate of contract\).*ISO\/IEC 27001: A\.5\.20/,
  );
});
