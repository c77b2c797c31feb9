import { say } from '../../../../domain/say.js';
import { assess, HASH, met, open, ref, refused } from '../../../support/controls/scene.js';

const model = { recommended: 'managed-team', chosen: 'project' } as const;
const form = { model: 'project', reason: 'The scope was cut down to one bounded piece after the intake.' };

test('EM-1 is refused when the reason on record is for another model than the chosen one', () => {
  expect(assess('EM-1', { form: { ...form, model: 'staff-augmentation' }, model })).toEqual(
    refused(say('EM-1.other-model', { model: 'staff-augmentation', chosen: 'project' })),
  );
});

test('EM-1 is met when the recommended model is chosen', () => {
  expect(assess('EM-1')).toEqual(met([`intake:${HASH}`]));
});

test('EM-1 is met when another model is chosen with a reason on record', () => {
  expect(assess('EM-1', { form, model })).toEqual(met([ref('EM-1', form), `intake:${HASH}`]));
});

test('EM-1 is open while another model is chosen without a reason', () => {
  expect(assess('EM-1', { model })).toEqual(
    open([say('EM-1.no-reason', { recommended: 'managed-team', chosen: 'project' })]),
  );
});
