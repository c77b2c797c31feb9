import type { z } from 'zod';
import type { planDifference } from '../../contract/parts.js';
import { paint, safe } from './print.js';

type Difference = z.infer<typeof planDifference>;

/** In what two plans differ: a line that says where, below it what is so now and what would be so then. */
export const differenceInWords = (difference: Difference[]): string =>
  difference
    .map(({ where, before, after }) =>
      [paint.bold(safe(where)), `  now   ${safe(before ?? NOTHING)}`, `  then  ${safe(after ?? NOTHING)}`].join('\n'),
    )
    .join('\n');

const NOTHING = '–';
