import type { Sourcing } from '../../../../domain/case/intake.js';
import { say } from '../../../../domain/say.js';
import { assess, HASH, met, open, ref, refused } from '../../../support/controls/scene.js';

const sourcing: Sourcing = { approach: 'outsource', aiIsCoreProduct: true, reasons: ['speed'] };
const form = { aiIsCoreProduct: true, approach: 'outsource', reason: 'The hand-over is planned with another product.' };
const WRONG = say('SU-2.core-outsourced');

test('SU-2 is refused when AI is the core product and outsourced for good, by the intake or by a form without a reason', () => {
  expect(assess('SU-2', { intake: { sourcing } })).toEqual(refused(WRONG));
  const { reason: _none, ...bare } = form;
  expect(assess('SU-2', { form: bare })).toEqual(refused(WRONG));
});

test('SU-2 is met when AI is not the core product, or the work is hybrid', () => {
  expect(assess('SU-2', { intake: { sourcing: { ...sourcing, aiIsCoreProduct: false } } })).toEqual(
    met([`intake:${HASH}`]),
  );
  expect(assess('SU-2', { intake: { sourcing: { ...sourcing, approach: 'hybrid' } } })).toEqual(
    met([`intake:${HASH}`]),
  );
});

test('SU-2 is met by an executive who records why', () => {
  expect(assess('SU-2', { intake: { sourcing }, form })).toEqual(met([ref('SU-2', form)]));
});

test('SU-2 is open while nobody says whether AI is the core product', () => {
  expect(assess('SU-2')).toEqual(open([say('SU-2.not-said')]));
});
