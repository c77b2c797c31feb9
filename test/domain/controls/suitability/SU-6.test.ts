import type { Sourcing } from '../../../../domain/case/intake.js';
import { say } from '../../../../domain/say.js';
import { assess, HASH, met, open, ref, refused } from '../../../support/controls/scene.js';

const bare: Sourcing = { approach: 'outsource', aiIsCoreProduct: false, reasons: ['speed', 'talent-scarcity'] };
const sourcing: Sourcing = { ...bare, weeksToShip: { vendor: 3, inHouse: 20 } };
const form = { reasons: ['focus'], weeksToShip: { vendor: 6, inHouse: 4 }, monthlyRateUsd: 14_000 };

test('SU-6 is refused without a reason, and for a speed that the weeks do not bear out', () => {
  expect(assess('SU-6', { form: { ...form, reasons: [] } })).toEqual(refused(say('SU-6.no-reason')));
  const slow = { ...bare, weeksToShip: { vendor: 20, inHouse: 20 } };
  expect(assess('SU-6', { intake: { sourcing: slow, monthlyRateUsd: 13_500 } })).toEqual(
    refused(say('SU-6.not-faster', { vendor: 20, inHouse: 20 })),
  );
});

test('SU-6 is met by the intake, and by the form that takes its place', () => {
  expect(assess('SU-6', { intake: { sourcing, monthlyRateUsd: 13_500 } })).toEqual(met([`intake:${HASH}`]));
  expect(assess('SU-6', { form })).toEqual(met([ref('SU-6', form)]));
});

test('SU-6 is open while reasons, time or cost are not named', () => {
  expect(assess('SU-6')).toEqual(open([say('SU-6.not-said')]));
  expect(assess('SU-6', { intake: { sourcing: bare, monthlyRateUsd: 13_500 } })).toEqual(open([say('SU-6.no-weeks')]));
  expect(assess('SU-6', { intake: { sourcing } })).toEqual(open([say('SU-6.no-rate')]));
});
