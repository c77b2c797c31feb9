/** An amount of US dollars as a person reads it: `USD 13,500`, `−USD 950` where it is negative. */
export const usd = (amount: number): string =>
  `${amount < 0 ? '−' : ''}USD ${Math.abs(amount).toLocaleString('en-US')}`;

/** `USD 13,500`, or `USD 13,500 to USD 20,000` where the two differ. */
export const usdRange = ({ lowUsd, highUsd }: { lowUsd: number; highUsd: number }): string =>
  lowUsd === highUsd ? usd(lowUsd) : `${usd(lowUsd)} to ${usd(highUsd)}`;
