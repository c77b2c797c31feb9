/** One tier of the fines of Art. 83 GDPR, for a group's turnover of the preceding year. */
export type FineTier = {
  article: 'Art. 83(4) GDPR' | 'Art. 83(5) GDPR';
  /** Whole euro. */
  fixedEur: number;
  /** Share of the turnover, per cent. */
  percent: number;
  /** The share in whole euro, rounded down. */
  shareEur: number;
  /** The most that can be fined: the fixed amount or the share, whichever is higher. */
  maximumEur: number;
};

const TIERS = [
  {
    article: 'Art. 83(4) GDPR',
    fixedEur: 10_000_000,
    percent: 2,
  },
  {
    article: 'Art. 83(5) GDPR',
    fixedEur: 20_000_000,
    percent: 4,
  },
] as const;

/**
 * What a breach may cost at most, for both tiers of Art. 83 GDPR.
 *
 * @param groupRevenueEur worldwide annual turnover of the whole undertaking in the preceding financial year, whole euro (recital 150)
 */
export const exposureOf = (groupRevenueEur: number): FineTier[] =>
  TIERS.map((tier) => {
    const shareEur = Math.floor((groupRevenueEur * tier.percent) / 100);
    return { ...tier, shareEur, maximumEur: Math.max(tier.fixedEur, shareEur) };
  });
