import type { Beat } from '../../../../domain/case/state.js';
import { assess, met, NOW, open } from '../../../support/controls/scene.js';

const beat = (day: string, status: Beat['status'], id = 'CA-1'): Beat => ({ id, day, status, due: NOW, missesAt: NOW });
const judge = (...beats: Beat[]) => assess('CA-1', { state: { beats } });

test('CA-1 is refused while the latest beat was missed', () => {
  expect(judge(beat('2026-09-08', 'held'), beat('2026-09-09', 'missed'), beat('2026-09-10', 'due'))).toEqual(
    open(['The daily stand-up of 2026-09-09 was missed; hold the next one.']),
  );
});

test('CA-1 is met by the latest beat held, whatever was missed before', () => {
  expect(judge(beat('2026-09-09', 'held'), beat('2026-09-08', 'missed'), beat('2026-09-10', 'due'))).toEqual(
    met(['beat:CA-1']),
  );
});

test('CA-1 is open before the first beat, and does not count the beats of others', () => {
  expect(judge(beat('2026-09-10', 'due'))).toEqual(open(['No daily stand-up was held yet.']));
  expect(judge(beat('2026-09-10', 'held', 'CA-9'))).toEqual(open(['No daily stand-up was held yet.']));
});
