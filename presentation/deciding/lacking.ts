import type { CostPage } from '../../contract/deciding.js';

/** Figures that were not entered, one sentence each: what is taken in their place, or that nothing is. */
export function lackingIn(sheet: CostPage['sheet']): string[] {
  return [
    ...(sheet.rate === undefined ? ['The vendor’s rate per engineer and month is missing (EM-3).'] : []),
    ...(sheet.inHouse?.from === 'entered'
      ? []
      : [
          sheet.inHouse === undefined
            ? 'The loaded in-house cost is missing (EM-3), and the policy has no figures for it.'
            : 'The loaded in-house cost is missing (EM-3); the policy’s figures are used instead.',
        ]),
    ...(sheet.managementMonthlyUsd === undefined
      ? ['Your own management cost is missing (EM-3) and not included.']
      : []),
  ];
}
