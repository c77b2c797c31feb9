import { type CostSheet, costSheetOf } from '../../../../domain/controls/engagement/costSheet.js';
import type { JsonObject } from '../../../../domain/controls/form.js';
import { planned, sceneOf, type World } from '../../../support/controls/scene.js';

const PRICE: JsonObject = {
  monthlyRateUsd: 14_000,
  covers: ['pay'],
  feesLater: false,
  quoted: 'per-month',
  noticeDays: 30,
  minimumTermMonths: 3,
  exitFeeUsd: 0,
  inHouse: { baseUsd: 200_000, equityUsd: 60_000, recruiterUsd: 10_000, benefitsUsd: 30_000, employerTaxUsd: 16_001 },
  managementMonthlyUsd: 1_500,
};
const FIGURES = { inHouseLowUsd: 22_000, inHouseHighUsd: 38_000, managedTeamFromUsd: 13_500 };

const sheet = ({ evidence, intake, state }: World, plan: Record<string, number> = FIGURES): CostSheet =>
  costSheetOf(
    sceneOf('RF-4', {
      ...(evidence && { evidence }),
      ...(intake && { intake }),
      ...(state && { state }),
      controls: { 'EM-3': planned('EM-3', plan), 'SU-6': planned('SU-6') },
    }).state,
  );
const both = (usd: number) => ({ lowUsd: usd, highUsd: usd });

test('given EM-3, then five parts, rate and management make the saving, exact by the year', () => {
  expect(sheet({ evidence: { 'EM-3': PRICE }, intake: { monthlyRateUsd: 13_000 } })).toEqual({
    engineers: 2,
    rate: { monthlyUsd: 14_000, from: 'EM-3' },
    managementMonthlyUsd: 1_500,
    vendorMonthlyUsd: 15_500,
    inHouse: {
      from: 'entered',
      parts: [
        { part: 'baseUsd', yearlyUsd: 200_000 },
        { part: 'equityUsd', yearlyUsd: 60_000 },
        { part: 'recruiterUsd', yearlyUsd: 10_000 },
        { part: 'benefitsUsd', yearlyUsd: 30_000 },
        { part: 'employerTaxUsd', yearlyUsd: 16_001 },
      ],
      monthly: both(26_333),
      yearly: both(316_001),
    },
    saving: {
      engineer: { monthly: both(10_833), yearly: both(130_001) },
      team: { monthly: both(21_667), yearly: both(260_002) },
      percent: { low: 41.1, high: 41.1 },
    },
    invoices: [],
  });
});

test('given no EM-3, then the rate of the intake stands beside the range of the policy', () => {
  expect(sheet({ intake: { monthlyRateUsd: 25_000 } })).toEqual({
    engineers: 2,
    rate: { monthlyUsd: 25_000, from: 'intake' },
    vendorMonthlyUsd: 25_000,
    inHouse: {
      from: 'policy',
      parts: [],
      monthly: { lowUsd: 22_000, highUsd: 38_000 },
      yearly: { lowUsd: 264_000, highUsd: 456_000 },
    },
    saving: {
      engineer: { monthly: { lowUsd: -3_000, highUsd: 13_000 }, yearly: { lowUsd: -36_000, highUsd: 156_000 } },
      team: { monthly: { lowUsd: -6_000, highUsd: 26_000 }, yearly: { lowUsd: -72_000, highUsd: 312_000 } },
      percent: { low: -13.6, high: 34.2 },
    },
    invoices: [],
  });
});

test('the rate that SU-6 was answered with counts where the intake names none', () => {
  const su6 = { reasons: ['speed'], weeksToShip: { vendor: 2, inHouse: 13 }, monthlyRateUsd: 15_000 };
  expect(sheet({ evidence: { 'SU-6': su6 } }).rate).toEqual({ monthlyUsd: 15_000, from: 'SU-6' });
  expect(sheet({ evidence: { 'SU-6': su6 }, intake: { monthlyRateUsd: 13_500 } }).rate).toEqual({
    monthlyUsd: 13_500,
    from: 'intake',
  });
});

test('given neither rate nor figures, then nothing is calculated', () => {
  expect(sheet({}, {})).toEqual({ engineers: 2, invoices: [] });
});

test('invoices stand by month beside what was agreed', () => {
  const invoices = {
    '2026-10': { billedUsd: 30_000, engineers: 2 },
    '2026-09': { billedUsd: 27_000, engineers: 2 },
  };
  expect(sheet({ intake: { monthlyRateUsd: 13_500 }, state: { invoices } }).invoices).toEqual([
    { month: '2026-09', engineers: 2, billedUsd: 27_000, agreedUsd: 27_000, differenceUsd: 0 },
    { month: '2026-10', engineers: 2, billedUsd: 30_000, agreedUsd: 27_000, differenceUsd: 3_000 },
  ]);
  expect(sheet({ state: { invoices: { '2026-09': { billedUsd: 27_000, engineers: 2 } } } }).invoices).toEqual([
    { month: '2026-09', engineers: 2, billedUsd: 27_000 },
  ]);
});
