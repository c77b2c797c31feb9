import { say } from '../../../../domain/say.js';
import { assess, HASH, met, open, ref, refused } from '../../../support/controls/scene.js';
import { type Bar, expectBar, expectCommon, pointOf } from '../../../support/controls/scored.js';

const unread = { attestation: 'soc-2-type-2', standardDpa: true, accessControls: true };
const point = pointOf('PE-3', { ...unread, openExceptions: 0 });
const without = pointOf('PE-3', unread);
const progress = { attestation: 'in-progress', saidInProgress: true, expectedOn: '2026-12-31' };

const BARS: Bar[] = [
  [{ standardDpa: false }, 1, say('PE-3.no-dpa')],
  [{ accessControls: false }, 1, say('PE-3.access-controls-unwritten')],
  [{ openExceptions: 2 }, 3, say('PE-3.open-exceptions', { exceptions: 2 })],
];

test.each(BARS)('PE-3 is refused when %j and the score is above %i', (...bar) => {
  expectBar(point, bar);
});

const UNREAD_BARS: Bar[] = [
  [{ attestation: 'none' }, 1, say('PE-3.no-attestation')],
  [progress, 2, say('PE-3.none-held')],
];

test.each(UNREAD_BARS)('PE-3 is refused when %j and the score is above %i, where no report is held', (...bar) => {
  expectBar(without, bar);
});

test('PE-3 is refused for exceptions of a report that is not held', () => {
  expect(point.judge({ ...progress, score: 2 })).toEqual(
    refused(say('PE-3.exceptions-of-none', { attestation: 'in-progress' })),
  );
});

test('PE-3 is refused when nothing is in writing, or the report was not read', () => {
  const nothing = { attestation: 'none', standardDpa: false, accessControls: false, score: 1 };
  expect(without.judge(nothing)).toEqual(refused(point.says(1, 0, say('PE-3.nothing-in-writing'))));
  expect(without.judge()).toEqual(refused(point.says(4, 3, say('PE-3.report-not-read'))));
});

test('PE-3 is refused when an attestation in progress is not said to be so, or has no day', () => {
  expect(without.judge({ attestation: 'in-progress', score: 2 })).toEqual(
    refused(say('PE-3.progress-not-disclosed'), say('PE-3.no-expected-day')),
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
  expect(assess('PE-3', { numbers: point.numbers })).toEqual(open([say('PE-3.not-scored')]));
});
