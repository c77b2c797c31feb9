import type { Intake } from '../../case/intake.js';
import { usd } from '../engagement/cost.js';
import type { CostSheet } from '../engagement/costSheet.js';
import type { Given } from './given.js';
import type { WayId } from './wayIds.js';

type Side = 'for' | 'against';
type Argument = { of: WayId; side: Side; when: boolean; says: string };

const argue = (of: WayId, side: Side, when: boolean, says: string): Argument => ({ of, side, when, says });

const weeks = (n: number): string => `${n} week${n === 1 ? '' : 's'}`;

/** What SU-2, SU-3 and SU-4 say. */
function fromTheWork({ data }: Intake, { aiIsCoreProduct: core, transfer }: Given): Argument[] {
  const closed = data.thirdPartyAccess === 'none';
  return [
    argue('build', 'for', closed, 'Nobody outside may ever reach the most sensitive data (SU-3).'),
    argue('outsource', 'against', closed, 'Nobody outside may ever reach the most sensitive data (SU-3).'),
    argue(
      'hybrid',
      'against',
      closed,
      'The first build would be done by people who may never reach the most sensitive data (SU-3).',
    ),
    argue('build', 'for', core === true, 'AI is the core product, and what is learnt stays in-house (SU-2).'),
    argue(
      'outsource',
      'against',
      core === true,
      'AI is the core product: what gives the advantage would be built and known outside (SU-2).',
    ),
    argue(
      'hybrid',
      'for',
      core === true,
      'AI is the core product: the first build is bought, and the capability comes home (SU-2).',
    ),
    argue(
      'outsource',
      'for',
      core === false,
      'AI is not the core product, so no lasting advantage leaves the house (SU-2).',
    ),
    argue(
      'hybrid',
      'for',
      transfer !== undefined,
      `The transfer is planned: on ${transfer?.on ?? ''}, to ${transfer?.team === 1 ? 'one person' : `${transfer?.team ?? 0} people`} in-house (SU-4).`,
    ),
    argue('hybrid', 'against', transfer === undefined, 'Neither day nor in-house team of a transfer is named (SU-4).'),
  ];
}

/** What SU-5 says. */
function fromCapacity({ capacity: { mlLeadership, managementTime } }: Intake): Argument[] {
  return [
    argue('build', 'for', mlLeadership === 'strong', 'Strong ML leadership in-house can lead the work (SU-5).'),
    argue('build', 'against', mlLeadership === 'none', 'There is no ML leadership in-house to lead the work (SU-5).'),
    argue(
      'build',
      'against',
      managementTime !== 'ample',
      `Management time to hire and lead a team is ${managementTime === 'none' ? 'missing' : 'limited'} (SU-5).`,
    ),
    argue(
      'outsource',
      'against',
      mlLeadership === 'none',
      'Nobody in-house can judge the quality of what is delivered; have a reviewer named (SU-5, KP-5).',
    ),
    argue(
      'hybrid',
      'against',
      mlLeadership === 'none',
      'There is no ML leadership in-house to hand the work over to (SU-5).',
    ),
  ];
}

/** What SU-6 says: reasons, time, cost. */
function fromReasons({ saving }: CostSheet, { reasons, weeksToShip }: Given): Argument[] {
  const earlier = weeksToShip === undefined ? 0 : weeksToShip.inHouse - weeksToShip.vendor;
  const yearly = saving?.team.yearly;
  const cheaper = `${usd(yearly?.lowUsd ?? 0)}${yearly?.highUsd === yearly?.lowUsd ? '' : ` to ${usd(yearly?.highUsd ?? 0)}`}`;
  return [
    argue('outsource', 'for', earlier > 0, `The first change ships ${weeks(earlier)} earlier (SU-6).`),
    argue('hybrid', 'for', earlier > 0, `The first change ships ${weeks(earlier)} earlier (SU-6).`),
    argue(
      'build',
      'for',
      earlier < 0,
      `The first change ships ${weeks(-earlier)} earlier than with the vendor (SU-6).`,
    ),
    argue('outsource', 'for', (yearly?.lowUsd ?? 0) > 0, `It saves ${cheaper} a year for the whole team (EM-3).`),
    argue(
      'outsource',
      'against',
      (yearly?.highUsd ?? 0) < 0,
      `It costs more than in-house: ${usd(-(yearly?.highUsd ?? 0))} a year or more for the whole team (EM-3).`,
    ),
    argue(
      'build',
      'against',
      reasons.includes('talent-scarcity'),
      'The talent is scarce and would have to be hired first (SU-6).',
    ),
    argue(
      'outsource',
      'for',
      reasons.includes('predictable-cost'),
      'The cost is one rate a month and can be planned (SU-6).',
    ),
    argue('outsource', 'for', reasons.includes('focus'), 'The house keeps its people on its own product (SU-6).'),
  ];
}

/** What the answers of a case say for and against each way, one sentence each. */
export function argumentsOf(
  intake: Intake,
  sheet: CostSheet,
  given: Given,
): Record<WayId, { for: string[]; against: string[] }> {
  const all = [...fromTheWork(intake, given), ...fromCapacity(intake), ...fromReasons(sheet, given)];
  const pick = (of: WayId, side: Side): string[] =>
    all.filter((a) => a.when && a.of === of && a.side === side).map((a) => a.says);
  const sides = (of: WayId) => ({ for: pick(of, 'for'), against: pick(of, 'against') });
  return { build: sides('build'), outsource: sides('outsource'), hybrid: sides('hybrid') };
}
