import { say } from '../../../../domain/say.js';
import { assess, HASH, met, open, ref, refused } from '../../../support/controls/scene.js';
import { type Bar, expectBar, expectCommon, pointOf } from '../../../support/controls/scored.js';

const facts = {
  promised: true,
  slaBusinessDays: 7,
  extraCost: false,
  clockFrom: 'request',
  handover: true,
  credit: true,
};
const point = pointOf('PE-5', facts, { replacementMaxBusinessDays: 7 });

const BARS: Bar[] = [
  [{ slaBusinessDays: 8 }, 2, say('PE-5.too-slow', { days: 8, limit: 7 })],
  [{ extraCost: true }, 2, say('PE-5.extra-cost')],
  [{ clockFrom: 'departure' }, 2, say('PE-5.clock-starts-late', { clockFrom: 'departure' })],
  [{ clockFrom: 'agreement' }, 2, say('PE-5.clock-starts-late', { clockFrom: 'agreement' })],
  [{ handover: false }, 3, say('PE-5.no-handover')],
  [{ credit: false }, 3, say('PE-5.no-credit')],
];

test.each(BARS)('PE-5 is refused when %j and the score is above %i', (...bar) => {
  expectBar(point, bar);
});

test('PE-5 is refused when no replacement is promised, or none within a number of days', () => {
  const { slaBusinessDays: _none, ...unbounded } = point.form;
  expect(assess('PE-5', { form: { ...unbounded, promised: false, score: 1 }, numbers: point.numbers })).toEqual(
    refused(point.says(1, 0, say('PE-5.not-promised'))),
  );
  const promisesNothing = { promised: false, score: 0 };
  expect(point.judge(promisesNothing, { numbers: { ...point.numbers, minimumScore: 0 } })).toEqual(
    refused(say('PE-5.days-of-no-promise', { days: 7 })),
  );
  expect(assess('PE-5', { form: { ...unbounded, score: 2 }, numbers: point.numbers })).toEqual(
    refused(point.says(2, 1, say('PE-5.no-days'))),
  );
});

test('PE-5 is refused below the least score, and open without anything to read', () => {
  expectCommon('PE-5', point);
});

test("PE-5 is met by a replacement within the policy's days from the request, at no extra cost", () => {
  expect(point.judge()).toEqual(met([ref('PE-5', point.form), `document:${HASH}`]));
});

test('PE-5 is open before it is scored', () => {
  expect(assess('PE-5', { numbers: point.numbers })).toEqual(open([say('PE-5.not-scored')]));
});
