import { stripVTControlCharacters } from 'node:util';
import { say } from '../../domain/say.js';
import { wordsOf } from '../../presentation/words/words.js';
import { Story } from '../../rehearsal/story.js';
import { utc } from '../support/controls/scene.js';

const at = '2026-09-01T09:00:00.000Z';
const id = 'p-uq4sxrzosuifimem';
const why = say('SU-4.not-in-house', { person: id });
const row = {
  caseId: 'case-1',
  runId: 'run-1',
  recordedAt: at,
  prevHash: '0'.repeat(64),
  hash: '1'.repeat(64),
  seq: 9,
  at,
  commandId: 'clock:9',
  actor: { personId: 'system', role: 'system' as const },
  event: {
    type: 'ControlAssessed' as const,
    key: 'SU-4',
    assessment: { status: 'refused' as const, reasons: [why], turn: 'procurement' as const },
  },
};

test('given a fact and an act, then the story tells them under their day, with people by name', () => {
  const lines: string[] = [];
  const story = new Story('2026-09-01', utc, (line) => lines.push(stripVTControlCharacters(line)));
  story.tell({ kind: 'ledger', row, names: { [id]: 'Marta Zielińska' } });
  const acted = { what: 'submit-evidence SU-4', by: 'procurement', notes: [`SU-4 is refused: ${wordsOf(why)}`] };
  story.tell({ kind: 'acted', at, acted, asExpected: true });
  const said = 'Marta Zielińska is not one of the client’s people. The team must be in-house.';
  expect(lines).toEqual([
    '',
    'Day 1  Tue 1 Sep 2026',
    `    ✗ Refused: SU-4 Hybrid: transfer date and in-house team are named from the start. ${said}`,
    `  procurement          submit-evidence SU-4  SU-4 is refused: ${said}`,
  ]);
});

test('given a fact that only restates an act, or that is upkeep, then the story leaves it out', () => {
  const lines: string[] = [];
  const story = new Story('2026-09-01', utc, (line) => lines.push(line));
  story.tell({ kind: 'ledger', row, names: {} });
  const said = lines.length;
  const upkeep = { type: 'ResourceSurveyed' as const, resource: 'github:harbour/claims', unknownAccounts: [] };
  story.tell({ kind: 'ledger', row: { ...row, seq: 10, event: upkeep }, names: {} });
  story.tell({ kind: 'ledger', row: { ...row, seq: 11, event: { type: 'PaperSent', paper: 'nda' } }, names: {} });
  expect(lines).toHaveLength(said);
});
