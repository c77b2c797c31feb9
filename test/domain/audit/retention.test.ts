import { type CustodyEntry, openHolds } from '../../../domain/audit/custody.js';
import { keptUntil } from '../../../domain/audit/retention.js';

test.each([
  ['2026-03-05T10:00:00.000Z', 6, '2032-03-05T10:00:00.000Z'],
  ['2026-03-05T10:00:00.000Z', 10, '2036-03-05T10:00:00.000Z'],
  ['2024-02-29T10:00:00.000Z', 1, '2025-03-01T10:00:00.000Z'],
])('given a case closed at %s and %i years, it is kept until %s', (closedAt, years, until) => {
  expect(keptUntil(closedAt, years)).toBe(until);
});

test('given holds of several cases, those that were not released stand, each by its own id', () => {
  const entry = (seq: number, fact: CustodyEntry['fact']): CustodyEntry => ({
    seq,
    at: `2026-09-0${seq}T08:00:00.000Z`,
    actor: { personId: 'p-olga', role: 'compliance' },
    commandId: `k-${seq}`,
    fact,
  });
  const placed = (seq: number, caseId: string) =>
    entry(seq, { type: 'LegalHoldPlaced', caseId, reason: `Matter ${seq}` });
  const released = entry(4, { type: 'LegalHoldReleased', caseId: 'a', hold: 'hold-1', reason: 'Settled' });
  expect(openHolds([placed(1, 'a'), placed(2, 'a'), placed(3, 'b'), released])).toEqual([
    { hold: 'hold-2', caseId: 'a', reason: 'Matter 2', placedAt: '2026-09-02T08:00:00.000Z', placedBy: 'p-olga' },
    { hold: 'hold-3', caseId: 'b', reason: 'Matter 3', placedAt: '2026-09-03T08:00:00.000Z', placedBy: 'p-olga' },
  ]);
});
