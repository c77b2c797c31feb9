import type { Intake } from '../../case/intake.js';
import { type Said, say } from '../../say.js';
import type { CostSheet } from '../engagement/costSheet.js';
import type { Given } from './given.js';
import type { WayId } from './wayIds.js';

type Side = 'for' | 'against';
type Argument = { of: WayId; side: Side; when: boolean; says: Said };

const argue = (of: WayId, side: Side, when: boolean, says: Said): Argument => ({ of, side, when, says });

/** What SU-2, SU-3 and SU-4 say. */
function fromTheWork({ data }: Intake, { aiIsCoreProduct, transfer }: Given): Argument[] {
  const closed = data.thirdPartyAccess === 'none';
  const core = aiIsCoreProduct === true;
  const notCore = aiIsCoreProduct === false;
  const planned = say('suitability.transfer-planned', { on: transfer?.on, people: transfer?.team });
  return [
    argue('build', 'for', closed, say('suitability.data-closed')),
    argue('outsource', 'against', closed, say('suitability.data-closed')),
    argue('hybrid', 'against', closed, say('suitability.first-build-outside')),
    argue('build', 'for', core, say('suitability.core-stays')),
    argue('outsource', 'against', core, say('suitability.core-leaves')),
    argue('hybrid', 'for', core, say('suitability.core-comes-home')),
    argue('outsource', 'for', notCore, say('suitability.not-core')),
    argue('hybrid', 'for', transfer !== undefined, planned),
    argue('hybrid', 'against', transfer === undefined, say('suitability.transfer-not-planned')),
  ];
}

/** What SU-5 says. */
function fromCapacity({ capacity: { mlLeadership, managementTime } }: Intake): Argument[] {
  const unled = mlLeadership === 'none';
  return [
    argue('build', 'for', mlLeadership === 'strong', say('suitability.can-lead')),
    argue('build', 'against', unled, say('suitability.nobody-to-lead')),
    argue('build', 'against', managementTime === 'none', say('suitability.no-time-to-lead')),
    argue('build', 'against', managementTime === 'limited', say('suitability.little-time-to-lead')),
    argue('outsource', 'against', unled, say('suitability.nobody-to-judge')),
    argue('hybrid', 'against', unled, say('suitability.nobody-to-take-over')),
  ];
}

/** What SU-6 says: reasons, time, cost. */
function fromReasons({ saving }: CostSheet, { reasons, weeksToShip }: Given): Argument[] {
  const weeks = weeksToShip === undefined ? 0 : weeksToShip.inHouse - weeksToShip.vendor;
  const earlier = say('suitability.ships-earlier', { weeks });
  const { lowUsd, highUsd } = saving?.team.yearly ?? { lowUsd: 0, highUsd: 0 };
  const saves =
    lowUsd === highUsd
      ? say('suitability.saves', { yearlyUsd: lowUsd })
      : say('suitability.saves-range', { lowUsd, highUsd });
  return [
    argue('outsource', 'for', weeks > 0, earlier),
    argue('hybrid', 'for', weeks > 0, earlier),
    argue('build', 'for', weeks < 0, say('suitability.ships-earlier-in-house', { weeks: -weeks })),
    argue('outsource', 'for', lowUsd > 0, saves),
    argue('outsource', 'against', highUsd < 0, say('suitability.costs-more', { yearlyUsd: -highUsd })),
    argue('build', 'against', reasons.includes('talent-scarcity'), say('suitability.talent-scarce')),
    argue('outsource', 'for', reasons.includes('predictable-cost'), say('suitability.predictable-cost')),
    argue('outsource', 'for', reasons.includes('focus'), say('suitability.focus')),
  ];
}

/** What the answers of a case say for and against each way. */
export function argumentsOf(
  intake: Intake,
  sheet: CostSheet,
  given: Given,
): Record<WayId, { for: Said[]; against: Said[] }> {
  const all = [...fromTheWork(intake, given), ...fromCapacity(intake), ...fromReasons(sheet, given)];
  const pick = (of: WayId, side: Side): Said[] =>
    all.filter((a) => a.when && a.of === of && a.side === side).map((a) => a.says);
  const sides = (of: WayId) => ({ for: pick(of, 'for'), against: pick(of, 'against') });
  return { build: sides('build'), outsource: sides('outsource'), hybrid: sides('hybrid') };
}
