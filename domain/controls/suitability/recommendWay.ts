import type { Intake } from '../../case/intake.js';
import type { CostSheet } from '../engagement/costSheet.js';
import type { Given } from './given.js';
import type { WayId } from './wayIds.js';

/** The way recommended to the board with its reasons; no way while the answers do not carry one. */
export type WayAdvice = { recommended?: WayId; reasons: string[]; warnings: string[] };

/** In-house could do it alone: led, with time to manage, and no slower and no dearer than the vendor. */
function houseCanDoIt({ capacity }: Intake, { saving }: CostSheet, { weeksToShip }: Given): boolean {
  const able = capacity.mlLeadership === 'strong' && capacity.managementTime === 'ample';
  const fast = weeksToShip !== undefined && weeksToShip.inHouse <= weeksToShip.vendor;
  return able && fast && saving !== undefined && saving.team.yearly.highUsd <= 0;
}

function chosenWay(intake: Intake, sheet: CostSheet, given: Given): Omit<WayAdvice, 'warnings'> {
  if (intake.data.thirdPartyAccess === 'none')
    return { recommended: 'build', reasons: ['Nobody outside may ever reach the most sensitive data (SU-3).'] };
  if (given.aiIsCoreProduct === undefined)
    return { reasons: ['Nobody has said whether AI is the core product; answer SU-2 to have a recommendation.'] };
  const { mlLeadership, managementTime } = intake.capacity;
  const able = mlLeadership === 'strong' && managementTime === 'ample';
  if (given.aiIsCoreProduct)
    return able && intake.need.urgency !== 'weeks'
      ? {
          recommended: 'build',
          reasons: [
            'AI is the core product (SU-2), and in-house there are strong ML leadership and time to manage (SU-5).',
          ],
        }
      : {
          recommended: 'hybrid',
          reasons: [
            `AI is the core product (SU-2), so it has to come home; ${able ? 'an outcome is needed within weeks' : 'leadership or management time in-house does not carry the first build (SU-5)'}.`,
          ],
        };
  return houseCanDoIt(intake, sheet, given)
    ? {
        recommended: 'build',
        reasons: ['In-house can lead it, is no slower and costs no more; nothing is gained by a vendor (SU-5, SU-6).'],
      }
    : {
        recommended: 'outsource',
        reasons: [
          'AI is not the core product (SU-2), and in-house is not ahead in leadership, time and cost together (SU-5, SU-6).',
        ],
      };
}

/**
 * Recommends build, outsource or hybrid (SU-6): build where nobody outside may reach the data; build or hybrid where AI is the core
 * product; else outsource, unless in-house leads, ships and costs at least as well.
 */
export function recommendWay(intake: Intake, sheet: CostSheet, given: Given): WayAdvice {
  const advice = chosenWay(intake, sheet, given);
  const { approach, overrideReason } = given;
  const differs = advice.recommended !== undefined && approach !== undefined && advice.recommended !== approach;
  return {
    ...advice,
    warnings: [
      ...(differs
        ? [`The case wants ${approach}${overrideReason === undefined ? '' : `, because: ${overrideReason}`}.`]
        : []),
      ...(advice.recommended === 'hybrid' && given.transfer === undefined
        ? ['Name day and in-house team of the transfer before a vendor is picked (SU-4).']
        : []),
    ],
  };
}
