import { BEST } from '../domain/controls/evaluation/scoring.js';
import type { Found } from './found.js';
import type { PolicyControl } from './policySchema.js';

/** The most that a number measured on a scale can be, with the scale as it is said. */
function scaleOf(name: string): { most: number; scale: string } | undefined {
  if (name === 'minimumScore') return { most: BEST, scale: `scored from 0 to ${BEST}` };
  if (name === 'threshold') return { most: 100, scale: 'measured by a weighted score from 0 to 100' };
  if (name.includes('Percent')) return { most: 100, scale: 'measured in percent' };
  return name.startsWith('minimumSharedHours') ? { most: 24, scale: 'measured in hours of a day' } : undefined;
}

/** Numbers of a control above their scale, which nothing could reach or everything would, and ranges that end before they begin. */
export function scaleFaults(id: string, { numbers }: PolicyControl): Found[] {
  const path = ['controls', id, 'numbers'];
  const beyond = Object.entries(numbers).flatMap(([name, { value }]): Found[] => {
    const found = scaleOf(name);
    return found === undefined || value <= found.most
      ? []
      : [
          {
            path: [...path, name],
            message:
              name === 'minimumScore' || name === 'threshold'
                ? `${id} is ${found.scale}; nothing could reach ${value}.`
                : `${name} is ${found.scale}; ${value} is more than ${found.most}.`,
          },
        ];
  });
  const { inHouseLowUsd: low, inHouseHighUsd: high } = numbers;
  return low === undefined || high === undefined || low.value <= high.value
    ? beyond
    : [
        ...beyond,
        {
          path: [...path, 'inHouseLowUsd'],
          message: `inHouseLowUsd is ${low.value}, more than inHouseHighUsd, ${high.value}; exchange them.`,
        },
      ];
}
