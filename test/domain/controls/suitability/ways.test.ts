import type { Intake } from '../../../../domain/case/intake.js';
import { costSheetOf } from '../../../../domain/controls/engagement/costSheet.js';
import { givenOf } from '../../../../domain/controls/suitability/given.js';
import { recommendWay } from '../../../../domain/controls/suitability/recommendWay.js';
import { waysOf } from '../../../../domain/controls/suitability/ways.js';
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
      reckoned: '2 engineers at the loaded cost in-house, by the range of the policy.',
      for: ['AI is the core product, and what is learnt stays in-house (SU-2).'],
      against: [
        'Management time to hire and lead a team is limited (SU-5).',
        'The talent is scarce and would have to be hired first (SU-6).',
      ],
    },
    {
      id: 'outsource',
      weeksToShip: 2,
      firstYear: { lowUsd: 324_000, highUsd: 324_000 },
      reckoned: '2 engineers at USD 13,500 a month, without your own management cost.',
      for: [
        'The first change ships 12 weeks earlier (SU-6).',
        'It saves USD 204,000 to USD 588,000 a year for the whole team (EM-3).',
      ],
      against: ['AI is the core product: what gives the advantage would be built and known outside (SU-2).'],
    },
    {
      id: 'hybrid',
      weeksToShip: 2,
      // 182 of 365 days with the vendor.
      firstYear: { lowUsd: 426_279, highUsd: 618_805 },
      reckoned:
        'The vendor for 182 days, until 2027-03-02, and in-house from then on; days in which both work are not in it.',
      for: [
        'AI is the core product: the first build is bought, and the capability comes home (SU-2).',
        'The transfer is planned: on 2027-03-02, to 2 people in-house (SU-4).',
        'The first change ships 12 weeks earlier (SU-6).',
      ],
      against: [],
    },
  ]);
});

test('given nothing but the intake of old, then what is missing is named and nothing is recommended', () => {
  const { state } = sceneOf('RF-4', {});
  const sheet = costSheetOf(state);
  const given = givenOf(state);
  expect(waysOf(state, sheet, given).map(({ id, firstYear, reckoned }) => [id, firstYear, reckoned])).toEqual([
    ['build', undefined, 'The loaded cost in-house is not entered yet (EM-3).'],
    ['outsource', undefined, "The vendor's rate is not entered yet (EM-3)."],
    ['hybrid', undefined, 'The day of the transfer is not named yet (SU-4).'],
  ]);
  expect(recommendWay(state.intake, sheet, given)).toEqual({
    reasons: ['Nobody has said whether AI is the core product; answer SU-2 to have a recommendation.'],
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
    reckoned: 'The vendor for the whole first year; the transfer is on 2027-10-01.',
  });
});

const able = { mlLeadership: 'strong', managementTime: 'ample' } as const;
const notCore = { ...SOURCING, aiIsCoreProduct: false, approach: 'outsource' } as const;
const noHurry = { ...base.need, urgency: 'quarter' } as const;

test.each<[string, Partial<Intake>, string | undefined]>([
  ['core product without capacity in-house', {}, 'hybrid'],
  ['core product with capacity and no hurry', { capacity: able, need: noHurry }, 'build'],
  ['core product with capacity, needed within weeks', { capacity: able }, 'hybrid'],
  ['data that nobody outside may reach', { data: { ...base.data, thirdPartyAccess: 'none' } }, 'build'],
  ['not the core product', { sourcing: notCore }, 'outsource'],
  [
    'not the core product, able, and not slower but cheaper with the vendor',
    { sourcing: notCore, capacity: able },
    'outsource',
  ],
  [
    'not the core product, able, no slower and no dearer in-house',
    { sourcing: { ...notCore, weeksToShip: { vendor: 4, inHouse: 4 } }, capacity: able, monthlyRateUsd: 40_000 },
    'build',
  ],
  [
    'the same, but slower in-house',
    { sourcing: { ...notCore, weeksToShip: { vendor: 3, inHouse: 4 } }, capacity: able, monthlyRateUsd: 40_000 },
    'outsource',
  ],
])('%s', (_what, intake, expected) => {
  expect(look({ intake }).advice.recommended).toBe(expected);
});

test('what the case wants against the recommendation is said, with the reason of the executive', () => {
  const evidence = { 'SU-2': { aiIsCoreProduct: true, approach: 'outsource', reason: 'A first market test' } };
  const { transfer: _none, ...without } = SOURCING;
  expect(look({ evidence, intake: { sourcing: without } }).advice).toEqual({
    recommended: 'hybrid',
    reasons: [
      'AI is the core product (SU-2), so it has to come home; leadership or management time in-house does not carry the first build (SU-5).',
    ],
    warnings: [
      'The case wants outsource, because: A first market test.',
      'Name day and in-house team of the transfer before a vendor is picked (SU-4).',
    ],
  });
});
