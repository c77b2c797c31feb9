import type { CaseState, Evidence } from '../../case/state.js';
import { suppliedTo } from '../evaluation/supplied.js';
import { rosterOf } from '../judge.js';
import { SOURCING_FORM } from '../suitability/SU-6.js';
import { costOf, type InHouseCost } from './cost.js';
import { PRICE_FORM } from './priceForm.js';
import { PRICE, type RATE_SOURCES } from './priceIds.js';

/** US dollars from a lowest to a highest figure; both are the same where one figure was entered. */
export type UsdRange = { lowUsd: number; highUsd: number };

/** The loaded cost of one engineer in-house. */
export type InHouse = {
  /** `entered`: in five parts with EM-3; `policy`: the range that the policy gives while nothing is entered. */
  from: 'entered' | 'policy';
  /** US dollars a year, as entered; empty for the policy's range. */
  parts: { part: keyof InHouseCost; yearlyUsd: number }[];
  monthly: UsdRange;
  yearly: UsdRange;
};

/** What is saved against in-house; negative where the vendor costs more. Whole US dollars. */
export type Saving = {
  engineer: { monthly: UsdRange; yearly: UsdRange };
  team: { monthly: UsdRange; yearly: UsdRange };
  /** Of the cost in-house, one decimal. */
  percent: { low: number; high: number };
};

/** What was billed for a month beside what was agreed for it. */
export type InvoiceLine = {
  month: string;
  engineers: number;
  billedUsd: number;
  agreedUsd?: number;
  differenceUsd?: number;
};

/** What an engagement costs beside the same people in-house (EM-3, SU-6). */
export type CostSheet = {
  /** Engineers of the vendor who are on the roster. */
  engineers: number;
  rate?: { monthlyUsd: number; from: (typeof RATE_SOURCES)[number] };
  /** The client's own management of the vendor, a month for each engineer; left out while it is not entered. */
  managementMonthlyUsd?: number;
  /** Rate and management together. */
  vendorMonthlyUsd?: number;
  inHouse?: InHouse;
  saving?: Saving;
  invoices: InvoiceLine[];
};

const priceOf = (state: CaseState) => suppliedTo(state, PRICE, PRICE_FORM);

/** The evidence of the price, as it was supplied; undefined while there is none, or it is not asked for. */
export const priceEvidence = (state: CaseState): Evidence | undefined =>
  priceOf(state) === undefined ? undefined : state.evidence[PRICE];

const exactly = (usd: number): UsdRange => ({ lowUsd: usd, highUsd: usd });

/** The rate in force: EM-3's, else the intake's, else the one that SU-6 was answered with because the intake names none. */
function rateOf(state: CaseState): CostSheet['rate'] {
  const candidates = [
    { from: PRICE, monthlyUsd: priceOf(state)?.monthlyRateUsd },
    { from: 'intake', monthlyUsd: state.intake.monthlyRateUsd },
    { from: 'SU-6', monthlyUsd: suppliedTo(state, 'SU-6', SOURCING_FORM)?.monthlyRateUsd },
  ] as const;
  for (const { from, monthlyUsd } of candidates) if (monthlyUsd !== undefined) return { from, monthlyUsd };
  return undefined;
}

/** Five parts where they are entered; else the range of the policy, which lies in the numbers of EM-3. */
function inHouseOf(state: CaseState): InHouse | undefined {
  const entered = priceOf(state)?.inHouse;
  if (entered !== undefined) {
    const { baseUsd, equityUsd, recruiterUsd, benefitsUsd, employerTaxUsd } = entered;
    const parts: InHouse['parts'] = [
      { part: 'baseUsd', yearlyUsd: baseUsd },
      { part: 'equityUsd', yearlyUsd: equityUsd },
      { part: 'recruiterUsd', yearlyUsd: recruiterUsd },
      { part: 'benefitsUsd', yearlyUsd: benefitsUsd },
      { part: 'employerTaxUsd', yearlyUsd: employerTaxUsd },
    ];
    const yearly = Math.round(parts.reduce((sum, p) => sum + p.yearlyUsd, 0));
    return { from: 'entered', parts, monthly: exactly(Math.round(yearly / 12)), yearly: exactly(yearly) };
  }
  const { inHouseLowUsd: lowUsd, inHouseHighUsd: highUsd } = state.plan.controls[PRICE]?.numbers ?? {};
  if (lowUsd === undefined || highUsd === undefined) return undefined;
  const yearly = { lowUsd: 12 * lowUsd, highUsd: 12 * highUsd };
  return { from: 'policy', parts: [], monthly: { lowUsd, highUsd }, yearly };
}

function savingOf(vendorMonthlyUsd: number, { yearly }: InHouse, engineers: number): Saving {
  // Calculated from the year, so that the year is exact and only the month is rounded.
  const against = (inHouseYearlyUsd: number) => ({
    year: Math.round(inHouseYearlyUsd - 12 * vendorMonthlyUsd),
    // The whole stands in one part; only the sum of the parts counts.
    percent: costOf(
      { monthlyRateUsd: vendorMonthlyUsd, managementMonthlyUsd: 0 },
      { baseUsd: inHouseYearlyUsd, equityUsd: 0, recruiterUsd: 0, benefitsUsd: 0, employerTaxUsd: 0 },
    ).savingPercent,
  });
  const [low, high] = [against(yearly.lowUsd), against(yearly.highUsd)];
  const times = (count: number, parts: number): UsdRange => ({
    lowUsd: Math.round((low.year * count) / parts),
    highUsd: Math.round((high.year * count) / parts),
  });
  return {
    engineer: { monthly: times(1, 12), yearly: times(1, 1) },
    team: { monthly: times(engineers, 12), yearly: times(engineers, 1) },
    percent: { low: low.percent, high: high.percent },
  };
}

/** The cost of a case: from EM-3 where it is supplied, else from the intake's rate beside the figures of the policy. */
export function costSheetOf(state: CaseState): CostSheet {
  const rate = rateOf(state);
  const management = priceOf(state)?.managementMonthlyUsd;
  const vendor = rate && rate.monthlyUsd + (management ?? 0);
  const inHouse = inHouseOf(state);
  const engineers = rosterOf(state).length;
  const invoices = Object.entries(state.invoices ?? {})
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([month, invoice]) => {
      if (rate === undefined) return { month, ...invoice };
      const agreedUsd = rate.monthlyUsd * invoice.engineers;
      return { month, ...invoice, agreedUsd, differenceUsd: invoice.billedUsd - agreedUsd };
    });
  return {
    engineers,
    ...(rate && { rate }),
    ...(management !== undefined && { managementMonthlyUsd: management }),
    ...(vendor !== undefined && { vendorMonthlyUsd: vendor }),
    ...(inHouse && { inHouse }),
    ...(vendor !== undefined && inHouse && { saving: savingOf(vendor, inHouse, engineers) }),
    invoices,
  };
}
