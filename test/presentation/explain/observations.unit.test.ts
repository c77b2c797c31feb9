import type { Observation } from '../../../contract/explain.js';
import { seenAt } from '../../../presentation/explain/observations.js';

const at = (hour: number): string => `2026-09-03T${String(hour).padStart(2, '0')}:00:00.000Z`;
const look = (hour: number, seen: Observation['seen'], changed?: number): Observation => ({
  seq: hour,
  at: at(hour),
  seen,
  ...(changed !== undefined && { changedAt: at(changed) }),
});

test.each<[string, Observation[], number, string, number | undefined]>([
  ['nobody has ever looked', [], 10, 'never-seen', undefined],
  ['somebody looked later only, and changed nothing', [look(12, 'present')], 10, 'never-seen', undefined],
  ['it was opened later', [look(12, 'present', 12)], 10, 'absent', undefined],
  ['it was closed later', [look(12, 'absent', 12)], 10, 'present', undefined],
  ['it was seen, and nobody has looked since', [look(8, 'present', 8)], 10, 'present', 8],
  ['two looks saw the same', [look(8, 'present', 8), look(9, 'present'), look(12, 'present')], 10, 'present', 8],
  ['the next look closed it', [look(8, 'present', 8), look(12, 'absent', 12)], 10, 'present', 8],
  ['the last look closed it', [look(8, 'present', 8), look(10, 'absent', 10), look(11, 'absent')], 10, 'absent', 10],
  ['it was gone at the next look', [look(8, 'present', 8), look(12, 'absent')], 10, 'unseen', undefined],
  ['it was there at the next look', [look(8, 'absent', 8), look(12, 'present')], 10, 'unseen', undefined],
  ['it had to be closed again', [look(8, 'absent', 8), look(12, 'absent', 12)], 10, 'unseen', undefined],
  ['an invitation waits', [look(8, 'invited', 8), look(9, 'invited'), look(12, 'present')], 8, 'invited', 8],
  ['somebody said when they opened it by hand, before', [look(8, 'absent'), look(12, 'present', 11)], 10, 'absent', 8],
  ['somebody said when they opened it by hand, after', [look(8, 'absent'), look(12, 'present', 9)], 10, 'present', 9],
  ['they said so before the first look', [look(12, 'present', 9)], 10, 'present', undefined],
])('given that %s, then it says so', (_, looks, hour, state, since) => {
  const said = seenAt(looks, at(hour));
  expect([said.state, said.since]).toEqual([state, since === undefined ? undefined : at(since)]);
});

test('given two looks, then it says between which instants nobody looked', () => {
  const [before, after] = [look(8, 'present'), look(12, 'absent')];
  expect(seenAt([before, after], at(10))).toEqual({
    state: 'unseen',
    nobodyLooked: { from: at(8), until: at(12) },
    before,
    after,
  });
  expect(seenAt([before], at(10)).nobodyLooked).toEqual({ from: at(8) });
});
