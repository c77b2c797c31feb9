import { say } from '../../../../domain/say.js';
import { assess, HASH, met, open, ref, refused } from '../../../support/controls/scene.js';
import { type Bar, expectBar, expectCommon, pointOf } from '../../../support/controls/scored.js';

const point = pointOf('PE-2', { asked: 4, daily: 4, shown: 'exercise-in-a-repository-like-ours', reviewed: true });

const BARS: Bar[] = [
  [{ shown: 'nothing' }, 1, say('PE-2.nothing-shown')],
  [{ daily: 1 }, 1, say('PE-2.some-daily', { daily: 1, asked: 4 })],
  [{ daily: 3 }, 2, say('PE-2.some-daily', { daily: 3, asked: 4 })],
  [{ shown: 'described' }, 2, say('PE-2.no-exercise')],
  [{ reviewed: false }, 2, say('PE-2.not-reviewed')],
  [{ shown: 'exercise-watched' }, 3, say('PE-2.other-setup')],
];

test.each(BARS)('PE-2 is refused when %j and the score is above %i', (...bar) => {
  expectBar(point, bar);
});

test('PE-2 is refused when nobody works with coding agents, or more than were asked', () => {
  const nobody = point.says(1, 0, say('PE-2.nobody-daily'));
  expect(point.judge({ daily: 0, score: 1 })).toEqual(refused(nobody));
  expect(point.judge({ daily: 5 })).toEqual(refused(say('PE-2.more-daily-than-asked', { daily: 5, asked: 4 })));
});

test('PE-2 is refused below the least score, and open without anything to read', () => {
  expectCommon('PE-2', point);
});

test('PE-2 is met when all work with agents and showed it in a repository like the one they will work in', () => {
  expect(point.judge()).toEqual(met([ref('PE-2', point.form), `document:${HASH}`]));
});

test('PE-2 is open before it is scored', () => {
  expect(assess('PE-2', { numbers: point.numbers })).toEqual(open([say('PE-2.not-scored')]));
});
