import { Story } from '../../rehearsal/story.js';
import { utc } from '../support/controls/scene.js';

const at = '2026-09-01T09:00:00.000Z';
const id = 'p-uq4sxrzosuifimem';
const why = `${id} is not one of the client's people; the team has to be in-house.`;
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

test('given a sentence of the record that holds a person by id, then the story tells it with the name', () => {
  const lines: string[] = [];
  const story = new Story('2026-09-01', utc, (line) => lines.push(line));
  story.tell({ kind: 'ledger', row, names: { [id]: 'Marta Zielińska' } });
  const acted = { what: 'submit-evidence SU-4', by: 'procurement', notes: [`SU-4 is refused: ${why}`] };
  story.tell({ kind: 'acted', at, acted, asExpected: true });
  const sentence = "SU-4 is refused: Marta Zielińska is not one of the client's people; the team has to be in-house.";
  expect(lines.filter((line) => line.includes(sentence))).toHaveLength(2);
  expect(lines.join()).not.toContain(id);
});
