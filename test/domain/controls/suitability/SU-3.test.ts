import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import { assess, HASH, intake, met, ref, refused } from '../../../support/controls/scene.js';

const form = { override: true, reason: 'The data stay in our own clean room; the vendor sees no record.' };
const closed = { classes: ['source-code'], euPersonalData: false, thirdPartyAccess: 'none' } as const;
const data = { ...closed, classes: [...closed.classes] };

test('SU-3 is refused when nobody outside may ever reach the data', () => {
  expect(assess('SU-3', { intake: { data } })).toEqual(refused(say('SU-3.closed-data-outsourced')));
  expect(assess('SU-3', { intake: { data: { ...data, classes: ['special-category-data'] } } })).toEqual(
    refused(say('SU-3.special-categories-outsourced')),
  );
});

test('SU-3 is refused when the executive decides against an override', () => {
  expect(assess('SU-3', { intake: { data }, form: { ...form, override: false } })).toEqual(
    refused(say('SU-3.closed-data-outsourced')),
  );
});

test('SU-3 is met by an override of an executive with a reason', () => {
  expect(assess('SU-3', { intake: { data }, form })).toEqual(met([ref('SU-3', form)]));
});

test('SU-3 is met when access to special categories of data is tolerated under control', () => {
  const tolerated = { ...data, classes: ['special-category-data' as const], thirdPartyAccess: 'controlled' as const };
  expect(assess('SU-3', { intake: { data: tolerated } })).toEqual(met([`intake:${HASH}`]));
});

test('SU-3 applies where data are closed to outsiders or of special categories, and an executive alone may supply it', () => {
  const control = CONTROLS['SU-3'];
  expect(control?.suppliedBy).toEqual(['executive']);
  expect(control?.applies?.({ ...intake, data })).toEqual({
    applies: true,
    why: say('SU-3.data-closed'),
  });
  expect(control?.applies?.({ ...intake, data: { ...intake.data, classes: ['special-category-data'] } })).toEqual({
    applies: true,
    why: say('SU-3.special-categories'),
  });
  expect(control?.applies?.(intake)).toEqual({
    applies: false,
    why: say('SU-3.no-closed-data'),
  });
});
