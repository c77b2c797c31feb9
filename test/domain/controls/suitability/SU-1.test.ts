import { say } from '../../../../domain/say.js';
import { assess, HASH, intake, met, open, ref, refused } from '../../../support/controls/scene.js';

const numbers = { minimumCriteria: 2 };
const form = {
  statement: 'Claims are sorted without a person.',
  successCriteria: [
    { criterion: 'Most claims are sorted right', measure: '95 % of the test set' },
    { criterion: 'It is fast', measure: '2 s at the median, from the access log' },
  ],
};

test('SU-1 is refused for too few criteria, and for one without a measure of its own', () => {
  const successCriteria = [{ criterion: 'It works', measure: 'It works' }];
  expect(assess('SU-1', { form: { ...form, successCriteria }, numbers })).toEqual(
    refused(
      say('SU-1.too-few-criteria', { criteria: 1, minimum: 2 }),
      say('SU-1.no-measure', { criterion: 'It works' }),
    ),
  );
});

test('SU-1 is refused on an intake with criteria and no outcome', () => {
  const outcome = { statement: ' ', successCriteria: form.successCriteria };
  expect(assess('SU-1', { intake: { outcome }, numbers })).toEqual(refused(say('SU-1.no-outcome')));
});

test('SU-1 is met by a form, and rests on it', () => {
  expect(assess('SU-1', { form, numbers })).toEqual(met([ref('SU-1', form)]));
});

test('SU-1 is met by the intake alone where it says enough', () => {
  expect(intake.outcome.successCriteria).toHaveLength(1);
  expect(assess('SU-1', { numbers: { minimumCriteria: 1 } })).toEqual(met([`intake:${HASH}`]));
});

test('SU-1 is open when neither intake nor form says anything', () => {
  expect(assess('SU-1', { intake: { outcome: { statement: '', successCriteria: [] } }, numbers })).toEqual(
    open([say('SU-1.not-written')]),
  );
});
