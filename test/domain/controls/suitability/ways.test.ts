import type { Intake } from '../../../../domain/case/intake.js';
import { costSheetOf } from '../../../../domain/controls/engagement/costSheet.js';
import { givenOf } from '../../../../domain/controls/suitability/given.js';
import { recommendWay } from '../../../../domain/controls/suitability/recommendWay.js';
import { waysOf } from '../../../../domain/controls/suitability/ways.js';
import { say } from '../../../../domain/say.js';
import { intake as base, planned, sceneOf, type World } from '../../../support/controls/scene.js';

const FIGURES = { inHouseLowUsd: 22_000, inHouseHighUsd: 38_000 };
const SOURCING: NonNullable<Intake['sourcing']> = {
  approach: 'hybrid',
  aiIsCoreProduct: true,
  reasons: ['speed', 'talent-scarcity'],
  weeksToShip: { vendor: 2, inHouse: 14 },
  transfer: { on: '2027-03-02', team: ['p-manager', 'p-legal'] },
};

function look({ intake = {}, evidence = {} }: World) {
  const applied = ['SU-1', 'SU-2', 'SU-4', 'SU-6'].map((id) => [id, planned(id)] as const);
  const { state } = sceneOf('RF-4', {
    intake: { monthlyRateUsd: 13_500, sourcing: SOURCING, ...intake },
    evidence,
    controls: { ...Object.fromEntries(applied), 'EM-3': planned('EM-3', FIGURES) },
  });
  const sheet = costSheetOf(state);
  const given = givenOf(state);
  return { ways: waysOf(state, sheet, given), advice: recommendWay(state.intake, sheet, given), given };
}

test('given every answer, then each way has its time, its cost and what speaks for and against it', () => {
  expect(look({}).ways).toEqual([
    {
      id: 'build',
      weeksToShip: 14,
      firstYear: { lowUsd: 528_000, highUsd: 912_000 },
      basis: say('suitability.in-house-by-policy', { engineers: 2 }),
      for: [say('suitability.core-stays')],
      against: [say('suitability.little-time-to-lead'), say('suitability.talent-scarce')],
    },
    {
      id: 'outsource',
      weeksToShip: 2,
      firstYear: { lowUsd: 324_000, highUsd: 324_000 },
      basis: say('suitability.vendor', { engineers: 2, vendorMonthlyUsd: 13_500 }),
      for: [
        say('suitability.ships-earlier', { weeks: 12 }),
        say('suitability.saves-range', { lowUsd: 204_000, highUsd: 588_000 }),
      ],
      against: [say('suitability.core-leaves')],
    },
    {
      id: 'hybrid',
      weeksToShip: 2,
      // 182 of 365 days with the vendor.
      firstYear: { lowUsd: 426_279, highUsd: 618_805 },
      basis: say('suitability.vendor-then-in-house', { days: 182, on: '2027-03-02' }),
      for: [
        say('suitability.core-comes-home'),
        say('suitability.transfer-planned', { on: '2027-03-02', people: 2 }),
        say('suitability.ships-earlier', { weeks: 12 }),
      ],
      against: [],
    },
  ]);
});

test('given nothing but the intake of old, then what is missing is named and nothing is recommended', () => {
  const { state } = sceneOf('RF-4', {});
  const sheet = costSheetOf(state);
  const given = givenOf(state);
  expect(waysOf(state, sheet, given).map(({ id, firstYear, basis }) => [id, firstYear, basis])).toEqual([
    ['build', undefined, say('suitability.no-in-house-cost')],
    ['outsource', undefined, say('suitability.no-vendor-rate')],
    ['hybrid', undefined, say('suitability.no-transfer')],
  ]);
  expect(recommendWay(state.intake, sheet, given)).toEqual({
    reasons: [say('suitability.core-unknown')],
    warnings: [],
  });
});

test('forms take the place of the intake', () => {
  const evidence = {
    'SU-1': { statement: 'Claims in a minute.', successCriteria: [{ criterion: 'Fast', measure: 'p95 below 60 s' }] },
    'SU-2': { aiIsCoreProduct: true, approach: 'outsource', reason: 'A first market test.' },
    'SU-4': { on: '2027-06-01', team: [{ person: 'p-manager' }] },
    'SU-6': { reasons: ['focus'], weeksToShip: { vendor: 3, inHouse: 20 } },
  };
  expect(look({ evidence }).given).toEqual({
    outcome: evidence['SU-1'],
    aiIsCoreProduct: true,
    approach: 'outsource',
    overrideReason: 'A first market test.',
    reasons: ['focus'],
    weeksToShip: { vendor: 3, inHouse: 20 },
    transfer: { on: '2027-06-01', team: 1 },
  });
});

test('a transfer after the first year leaves the whole first year with the vendor', () => {
  const { ways } = look({ intake: { sourcing: { ...SOURCING, transfer: { on: '2027-10-01', team: ['p-manager'] } } } });
  expect(ways[2]).toMatchObject({
    firstYear: { lowUsd: 324_000, highUsd: 324_000 },
    basis: say('suitability.vendor-all-year', { on: '2027-10-01' }),
  });
});

const able = { mlLeadership: 'strong', managementTime: 'ample' } as const;
const notCore = { ...SOURCING, aiIsCoreProduct: false, approach: 'outsource' } as const;
const noHurry = { ...base.need, urgency: 'quarter' } as const;

test.each<[string, Partial<Intake>, string, string]>([
  ['core product without capacity in-house', {}, 'hybrid', 'suitability.core-without-capacity'],
  [
    'core product with capacity and no hurry',
    { capacity: able, need: noHurry },
    'build',
    'suitability.core-with-capacity',
  ],
  ['core product with capacity, needed within weeks', { capacity: able }, 'hybrid', 'suitability.core-needed-soon'],
  [
    'data that nobody outside may reach',
    { data: { ...base.data, thirdPartyAccess: 'none' } },
    'build',
    'suitability.data-closed',
  ],
  ['not the core product', { sourcing: notCore }, 'outsource', 'suitability.in-house-not-ahead'],
  [
    'not the core product, able, and not slower but cheaper with the vendor',
    { sourcing: notCore, capacity: able },
    'outsource',
    'suitability.in-house-not-ahead',
  ],
  [
    'not the core product, able, no slower and no dearer in-house',
    { sourcing: { ...notCore, weeksToShip: { vendor: 4, inHouse: 4 } }, capacity: able, monthlyRateUsd: 40_000 },
    'build',
    'suitability.in-house-as-good',
  ],
  [
    'the same, but slower in-house',
    { sourcing: { ...notCore, weeksToShip: { vendor: 3, inHouse: 4 } }, capacity: able, monthlyRateUsd: 40_000 },
    'outsource',
    'suitability.in-house-not-ahead',
  ],
])('given %s, then that way is recommended, and why', (_what, intake, recommended, code) => {
  expect(look({ intake }).advice).toMatchObject({ recommended, reasons: [say(code)] });
});

test('what the case wants against the recommendation is said, with the reason of the executive', () => {
  const evidence = { 'SU-2': { aiIsCoreProduct: true, approach: 'outsource', reason: 'A first market test' } };
  const { transfer: _none, ...without } = SOURCING;
  expect(look({ evidence, intake: { sourcing: without } }).advice).toEqual({
    recommended: 'hybrid',
    reasons: [say('suitability.core-without-capacity')],
    warnings: [
      say('suitability.other-way-wanted-because', { approach: 'outsource', reason: 'A first market test' }),
      say('suitability.name-transfer'),
    ],
  });
});
