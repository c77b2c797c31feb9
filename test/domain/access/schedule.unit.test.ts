import { nextReview } from '../../../domain/access/schedule.js';
import { DAY_MS } from '../../../domain/time.js';

test('given looks within one minute, then the next ones are due at one whole minute, and do not drift', () => {
  const first = ['2026-09-08T08:00:00.655Z', '2026-09-08T08:00:01.902Z'].map((at) => nextReview(at, DAY_MS));
  expect(first).toEqual(['2026-09-09T08:00:00.000Z', '2026-09-09T08:00:00.000Z']);
  expect(nextReview('2026-09-09T08:00:00.000Z', DAY_MS)).toBe('2026-09-10T08:00:00.000Z');
});
