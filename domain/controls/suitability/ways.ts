import type { CaseState } from '../../case/state.js';
import { daysBetween } from '../../clocks/businessTime.js';
import { type Said, say } from '../../say.js';
import { plusMonths } from '../days.js';
import type { CostSheet, UsdRange } from '../engagement/costSheet.js';
import type { Given } from './given.js';
import { WAYS, type WayId } from './wayIds.js';
import { argumentsOf } from './waysArguments.js';

/** One of the three ways to get the outcome, as the board sees it (SU-6). */
export type Way = {
  id: WayId;
  /** Weeks until the first change ships; left out while not entered. */
  weeksToShip?: number;
  /** Of the whole team, the first twelve months, whole US dollars; left out while it cannot be calculated. */
  firstYear?: UsdRange;
  /** How the figure is calculated, or what it lacks. */
  basis: Said;
  for: Said[];
  against: Said[];
};

/** The cost of one way with how it is calculated. */
type Cost = Pick<Way, 'firstYear' | 'basis'>;

const YEAR_DAYS = 365;

function build({ inHouse, engineers }: CostSheet): Cost {
  if (inHouse === undefined) return { basis: say('suitability.no-in-house-cost') };
  return {
    firstYear: { lowUsd: engineers * inHouse.yearly.lowUsd, highUsd: engineers * inHouse.yearly.highUsd },
    basis: say(inHouse.from === 'policy' ? 'suitability.in-house-by-policy' : 'suitability.in-house', { engineers }),
  };
}

function outsource({ vendorMonthlyUsd, managementMonthlyUsd, engineers }: CostSheet): Cost {
  if (vendorMonthlyUsd === undefined) return { basis: say('suitability.no-vendor-rate') };
  const year = Math.round(12 * vendorMonthlyUsd * engineers);
  const unmanaged = managementMonthlyUsd === undefined;
  return {
    firstYear: { lowUsd: year, highUsd: year },
    basis: say(unmanaged ? 'suitability.vendor' : 'suitability.vendor-with-management', {
      engineers,
      vendorMonthlyUsd,
    }),
  };
}

/** The vendor until the day of the transfer and the house from then on; the overlap of a handover is not in it. */
function hybrid(built: UsdRange | undefined, out: UsdRange | undefined, startDate: string, { transfer }: Given): Cost {
  if (transfer === undefined) return { basis: say('suitability.no-transfer') };
  if (built === undefined || out === undefined) return { basis: say('suitability.other-costs-missing') };
  const { on } = transfer;
  const days = Math.min(Math.max(daysBetween(startDate, on), 0), YEAR_DAYS);
  const mixed = (vendor: number, house: number): number =>
    Math.round((vendor * days + house * (YEAR_DAYS - days)) / YEAR_DAYS);
  return {
    firstYear: { lowUsd: mixed(out.lowUsd, built.lowUsd), highUsd: mixed(out.highUsd, built.highUsd) },
    basis:
      on < plusMonths(startDate, 12)
        ? say('suitability.vendor-then-in-house', { days, on })
        : say('suitability.vendor-all-year', { on }),
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
