import type { Intake } from '../../case/intake.js';
import { type Said, say } from '../../say.js';
import type { CostSheet } from '../engagement/costSheet.js';
import type { Given } from './given.js';
import type { WayId } from './wayIds.js';

/** The way recommended to the board with its reasons; no way while the answers do not carry one. */
export type WayAdvice = { recommended?: WayId; reasons: Said[]; warnings: Said[] };

/** In-house could do it alone: led, with time to manage, and no slower and no dearer than the vendor. */
function houseCanDoIt({ capacity }: Intake, { saving }: CostSheet, { weeksToShip }: Given): boolean {
  const able = capacity.mlLeadership === 'strong' && capacity.managementTime === 'ample';
  const fast = weeksToShip !== undefined && weeksToShip.inHouse <= weeksToShip.vendor;
  return able && fast && saving !== undefined && saving.team.yearly.highUsd <= 0;
}

function chosenWay(intake: Intake, sheet: CostSheet, given: Given): { recommended?: WayId; because: Said } {
  if (intake.data.thirdPartyAccess === 'none') return { recommended: 'build', because: say('suitability.data-closed') };
  if (given.aiIsCoreProduct === undefined) return { because: say('suitability.core-unknown') };
  if (given.aiIsCoreProduct) return coreProductWay(intake);
  return houseCanDoIt(intake, sheet, given)
    ? { recommended: 'build', because: say('suitability.in-house-as-good') }
    : { recommended: 'outsource', because: say('suitability.in-house-not-ahead') };
}

/** AI as core product stays in-house, or comes home where in-house cannot do the first build in time. */
function coreProductWay({ capacity, need }: Intake): { recommended: WayId; because: Said } {
  if (capacity.mlLeadership !== 'strong' || capacity.managementTime !== 'ample')
    return { recommended: 'hybrid', because: say('suitability.core-without-capacity') };
  return need.urgency === 'weeks'
    ? { recommended: 'hybrid', because: say('suitability.core-needed-soon') }
    : { recommended: 'build', because: say('suitability.core-with-capacity') };
}

/**
 * Recommends build, outsource or hybrid (SU-6): build where nobody outside may reach the data; build or hybrid where AI is the core
 * product; else outsource, unless in-house leads, ships and costs at least as well.
 */
export function recommendWay(intake: Intake, sheet: CostSheet, given: Given): WayAdvice {
  const { recommended, because } = chosenWay(intake, sheet, given);
  const { approach, overrideReason: reason } = given;
  const differs = recommended !== undefined && approach !== undefined && recommended !== approach;
  const wanted =
    reason === undefined
      ? say('suitability.other-way-wanted', { approach })
      : say('suitability.other-way-wanted-because', { approach, reason });
  return {
    ...(recommended !== undefined && { recommended }),
    reasons: [because],
    warnings: [
      ...(differs ? [wanted] : []),
      ...(recommended === 'hybrid' && given.transfer === undefined ? [say('suitability.name-transfer')] : []),
    ],
  };
}
