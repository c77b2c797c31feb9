import type { Sourcing } from '../../../../domain/case/intake.js';
import { assess, HASH, met, open, ref, refused } from '../../../support/controls/scene.js';

const bare: Sourcing = { approach: 'outsource', aiIsCoreProduct: false, reasons: ['speed', 'talent-scarcity'] };
const sourcing: Sourcing = { ...bare, weeksToShip: { vendor: 3, inHouse: 20 } };
const form = { reasons: ['focus'], weeksToShip: { vendor: 6, inHouse: 4 }, monthlyRateUsd: 14_000 };

test('SU-6 is refused without a reason, and for a speed that the weeks do not bear out', () => {
  expect(assess('SU-6', { form: { ...form, reasons: [] } })).toEqual(
    refused('No reason to outsource is named; name at least one.'),
  );
  const slow = { ...bare, weeksToShip: { vendor: 20, inHouse: 20 } };
  expect(assess('SU-6', { intake: { sourcing: slow, monthlyRateUsd: 13_500 } })).toEqual(
    refused(
      "Speed is named as a reason, and the vendor's 20 weeks are not fewer than 20 in-house; drop the reason or mend the weeks.",
    ),
  );
});

test('SU-6 is met by the intake, and by the form that takes its place', () => {
  expect(assess('SU-6', { intake: { sourcing, monthlyRateUsd: 13_500 } })).toEqual(met([`intake:${HASH}`]));
  expect(assess('SU-6', { form })).toEqual(met([ref('SU-6', form)]));
});

test('SU-6 is open while reasons, time or cost are not named', () => {
  expect(assess('SU-6')).toEqual(open(['Nobody has said yet why the work is outsourced.']));
  expect(assess('SU-6', { intake: { sourcing: bare, monthlyRateUsd: 13_500 } })).toEqual(
    open(['The weeks until the first change ships, here and in-house, are not named yet.']),
  );
  expect(assess('SU-6', { intake: { sourcing } })).toEqual(
    open(["The vendor's monthly rate per engineer is not named yet; cost cannot be compared."]),
  );
});
