import type { CaseState } from '../../case/state.js';
import { daysBetween } from '../../clocks/businessTime.js';
import { plusMonths } from '../days.js';
import { usd } from '../engagement/cost.js';
import type { CostSheet, UsdRange } from '../engagement/costSheet.js';
import type { Given } from './given.js';
import { WAYS, type WayId } from './wayIds.js';
import { argumentsOf } from './waysArguments.js';

/** One of the three ways to get the outcome, as the board sees it (SU-6). */
export type Way = {
  id: WayId;
  /** Weeks until the first change ships; left out while not entered. */
  weeksToShip?: number;
  /** Of the whole team, the first twelve months, whole US dollars; left out while it cannot be reckoned. */
  firstYear?: UsdRange;
  /** How the figure is reckoned, or what it lacks. */
  reckoned: string;
  for: string[];
  against: string[];
};

const PEOPLE = (n: number): string => `${n} engineer${n === 1 ? '' : 's'}`;
const YEAR_DAYS = 365;

function build({ inHouse, engineers }: CostSheet): Pick<Way, 'firstYear' | 'reckoned'> {
  if (inHouse === undefined) return { reckoned: 'The loaded cost in-house is not entered yet (EM-3).' };
  return {
    firstYear: { lowUsd: engineers * inHouse.yearly.lowUsd, highUsd: engineers * inHouse.yearly.highUsd },
    reckoned: `${PEOPLE(engineers)} at the loaded cost in-house${inHouse.from === 'policy' ? ', by the range of the policy' : ''}.`,
  };
}

function outsource({
  vendorMonthlyUsd,
  managementMonthlyUsd,
  engineers,
}: CostSheet): Pick<Way, 'firstYear' | 'reckoned'> {
  if (vendorMonthlyUsd === undefined) return { reckoned: "The vendor's rate is not entered yet (EM-3)." };
  const year = Math.round(12 * vendorMonthlyUsd * engineers);
  const management = managementMonthlyUsd === undefined ? 'without' : 'with';
  return {
    firstYear: { lowUsd: year, highUsd: year },
    reckoned: `${PEOPLE(engineers)} at ${usd(vendorMonthlyUsd)} a month, ${management} your own management cost.`,
  };
}

/** The vendor until the day of the transfer and the house from then on; the overlap of a handover is not in it. */
function hybrid(built: UsdRange | undefined, out: UsdRange | undefined, startDate: string, given: Given) {
  if (given.transfer === undefined) return { reckoned: 'The day of the transfer is not named yet (SU-4).' };
  if (built === undefined || out === undefined) return { reckoned: 'It takes the cost of both other ways.' };
  const days = Math.min(Math.max(daysBetween(startDate, given.transfer.on), 0), YEAR_DAYS);
  const mixed = (vendor: number, house: number): number =>
    Math.round((vendor * days + house * (YEAR_DAYS - days)) / YEAR_DAYS);
  const ends = given.transfer.on < plusMonths(startDate, 12);
  return {
    firstYear: { lowUsd: mixed(out.lowUsd, built.lowUsd), highUsd: mixed(out.highUsd, built.highUsd) },
    reckoned: ends
      ? `The vendor for ${days} days, until ${given.transfer.on}, and in-house from then on; days in which both work are not in it.`
      : `The vendor for the whole first year; the transfer is on ${given.transfer.on}.`,
  };
}

/** Build, outsource and hybrid with time and cost from the figures entered, and what the answers say for and against each. */
export function waysOf(state: CaseState, sheet: CostSheet, given: Given): Way[] {
  const { vendor, inHouse } = given.weeksToShip ?? {};
  const built = build(sheet);
  const out = outsource(sheet);
  const both = hybrid(built.firstYear, out.firstYear, state.intake.startDate, given);
  const figures = { build: built, outsource: out, hybrid: both };
  const weeks = { build: inHouse, outsource: vendor, hybrid: vendor };
  const said = argumentsOf(state.intake, sheet, given);
  return WAYS.map((id) => {
    const count = weeks[id];
    return { id, ...(count !== undefined && { weeksToShip: count }), ...figures[id], ...said[id] };
  });
}
