import type { CaseState } from '../case/state.js';
import { localDay, plusDays } from '../clocks/businessTime.js';
import { isOfTheUnion } from '../controls/data/jurisdiction.js';
import { namedFor } from '../people/named.js';
import { type Said, say } from '../say.js';
import type { Instant } from '../time.js';

/** Days that a start date may lie back before it is asked about. */
const LATE_DAYS = 7;
/** US dollars per engineer and month above which the rate is asked about; house rule: four times what a senior engineer costs. */
const MUCH_USD = 60_000;

/** What of an opening is likely to be a slip: whoever opens the case is asked about it. */
export function odditiesOf(state: CaseState, now: Instant): Said[] {
  const { intake, plan, calendars } = state;
  const { startDate, monthlyRateUsd } = intake;
  const oldest = plusDays(localDay(calendars.client, now), -LATE_DAYS);
  const roles = [...new Set(plan.stages.flatMap(({ deciders }) => deciders.map(({ role }) => role)))];
  const people = new Set(roles.flatMap((role) => namedFor(state, role)));
  const [only] = people;
  return [
    ...(startDate < oldest ? [say('lifecycle.start-past', { start: startDate })] : []),
    ...(monthlyRateUsd !== undefined && monthlyRateUsd > MUCH_USD
      ? [say('lifecycle.rate-high', { rate: monthlyRateUsd })]
      : []),
    ...(roles.length > 1 && people.size === 1 && only !== undefined
      ? [say('lifecycle.one-decider', { person: only })]
      : []),
    ...(intake.aiAct?.euMarket === false && isOfTheUnion(intake) ? [say('lifecycle.ai-act-not-concerned')] : []),
  ];
}
