import { assess, HASH, met, open, ref, refused } from '../../../support/controls/scene.js';
import { type Bar, expectBar, expectCommon, pointOf } from '../../../support/controls/scored.js';

const facts = { attestation: 'soc-2-type-2', standardDpa: true, accessControls: true, openExceptions: 0 };
const point = pointOf('PE-3', facts);
const progress = { attestation: 'in-progress', saidInProgress: true, expectedOn: '2026-12-31' };

const BARS: Bar[] = [
  [{ attestation: 'none' }, 1, 'no report or certificate is held or in progress'],
  [{ standardDpa: false }, 1, 'there is no standard data processing agreement'],
  [{ accessControls: false }, 1, 'access controls are not described in writing'],
  [progress, 2, 'no report or certificate is held'],
  [{ openExceptions: 2 }, 3, '2 exceptions in the report are open'],
];

test.each(BARS)('PE-3 is refused when %j and the score is above %i', (...bar) => {
  expectBar(point, bar);
});

test('PE-3 is refused when nothing is in writing, or the report was not read', () => {
  const nothing = { attestation: 'none', standardDpa: false, accessControls: false, score: 1 };
  expect(point.judge(nothing)).toEqual(refused(point.says(1, 0, 'nothing is in writing')));
  const { openExceptions: _none, ...unread } = point.form;
  expect(assess('PE-3', { form: unread, numbers: point.numbers })).toEqual(
    refused(point.says(4, 3, 'nobody has read the report for exceptions')),
  );
});

test('PE-3 is refused when an attestation in progress is not said to be so, or has no day', () => {
  expect(point.judge({ attestation: 'in-progress', score: 2 })).toEqual(
    refused(
      'The attestation is in progress and the vendor does not say so plainly; have offer and site say that it is not held yet.',
      'The attestation is in progress without a day; name the day by which the vendor expects it.',
    ),
  );
});

test('PE-3 is refused below the least score, and open without anything to read', () => {
  expectCommon('PE-3', point);
});

test('PE-3 is met by a report that was read, or a certificate', () => {
  expect(point.judge()).toEqual(met([ref('PE-3', point.form), `document:${HASH}`]));
  expect(point.judge({ attestation: 'iso-27001-2022' }).status).toBe('met');
});

test('PE-3 is open before it is scored', () => {
  expect(assess('PE-3', { numbers: point.numbers })).toEqual(open(['The security posture is not scored yet.']));
});
