import { assess, HASH, met, open, ref, refused } from '../../../support/controls/scene.js';
import { type Bar, expectBar, expectCommon, pointOf } from '../../../support/controls/scored.js';

const point = pointOf('PE-2', { asked: 4, daily: 4, shown: 'exercise-in-a-repository-like-ours', reviewed: true });

const BARS: Bar[] = [
  [{ shown: 'nothing' }, 1, 'nothing was shown'],
  [{ daily: 1 }, 1, 'only 1 of 4 work with them every day'],
  [{ daily: 3 }, 2, 'only 3 of 4 work with them every day'],
  [{ shown: 'described' }, 2, 'no exercise was watched'],
  [{ reviewed: false }, 2, 'what agents write merges without review and test'],
  [{ shown: 'exercise-watched' }, 3, "the exercise was not done in a repository set up like the client's"],
];

test.each(BARS)('PE-2 is refused when %j and the score is above %i', (...bar) => {
  expectBar(point, bar);
});

test('PE-2 is refused when nobody works with coding agents, or more than were asked', () => {
  const nobody = point.says(1, 0, 'nobody works with coding agents every day');
  expect(point.judge({ daily: 0, score: 1 })).toEqual(refused(nobody));
  expect(point.judge({ daily: 5 })).toEqual(
    refused('5 are said to work with agents and 4 were asked; count those asked.'),
  );
});

test('PE-2 is refused below the least score, and open without anything to read', () => {
  expectCommon('PE-2', point);
});

test('PE-2 is met when all work with agents and showed it in a repository like the one they will work in', () => {
  expect(point.judge()).toEqual(met([ref('PE-2', point.form), `document:${HASH}`]));
});

test('PE-2 is open before it is scored', () => {
  expect(assess('PE-2', { numbers: point.numbers })).toEqual(open(['Fluency with coding agents is not scored yet.']));
});
