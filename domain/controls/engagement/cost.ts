/** Parts of the loaded cost of one engineer in-house, US dollars a year. */
export type InHouseCost = {
  baseUsd: number;
  equityUsd: number;
  /** Fee of the recruiter, spread over the years that an engineer is expected to stay. */
  recruiterUsd: number;
  benefitsUsd: number;
  employerTaxUsd: number;
};

/** What a vendor's engineer costs beside one in-house, per engineer and month, whole US dollars (EM-3). */
export type Cost = {
  inHouseMonthlyUsd: number;
  /** The vendor's rate with the client's own management cost. */
  vendorMonthlyUsd: number;
  /** Negative where the vendor costs more. */
  savingMonthlyUsd: number;
  /** Of the cost in-house, one decimal; 0 where in-house costs nothing. */
  savingPercent: number;
};

/** Compares an all-in rate and the client's own management cost with the loaded cost in-house; all per engineer. */
export function costOf(terms: { monthlyRateUsd: number; managementMonthlyUsd: number }, yearly: InHouseCost): Cost {
  const { baseUsd, equityUsd, recruiterUsd, benefitsUsd, employerTaxUsd } = yearly;
  const inHouse = (baseUsd + equityUsd + recruiterUsd + benefitsUsd + employerTaxUsd) / 12;
  const vendor = terms.monthlyRateUsd + terms.managementMonthlyUsd;
  const saving = inHouse - vendor;
  return {
    inHouseMonthlyUsd: Math.round(inHouse),
    vendorMonthlyUsd: Math.round(vendor),
    savingMonthlyUsd: Math.round(saving),
    savingPercent: inHouse === 0 ? 0 : Math.round((saving / inHouse) * 1000) / 10,
  };
}
