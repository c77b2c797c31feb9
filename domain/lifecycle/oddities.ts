import type { Intake } from '../case/intake.js';
import type { Plan } from '../case/plan.js';
import type { PersonId, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { localDay, plusDays } from '../clocks/businessTime.js';
import { isOfTheUnion, type Seats } from '../controls/data/jurisdiction.js';
import { namedFor } from '../people/named.js';
import { type Said, say } from '../say.js';
import type { Day, Instant } from '../time.js';

/** Days that a start date may lie back before it is asked about. */
const LATE_DAYS = 7;
/** Days that it may lie ahead. */
const AHEAD_DAYS = 366;
/** US dollars per engineer and month outside of which the rate is asked about; house rule: a quarter of a junior's, and four times what a senior engineer costs. */
const RATE_USD = { least: 500, most: 60_000 };

/** What of an opening is likely to be a slip; `named`: whom it names for a role. */
export function odditiesIn(
  {
    intake,
    plan,
  }: { intake: Pick<Intake, 'startDate' | 'monthlyRateUsd' | 'aiAct'> & Seats; plan: Pick<Plan, 'stages'> },
  today: Day,
  named: (role: Role) => PersonId[],
): Said[] {
  const { startDate, monthlyRateUsd: rate } = intake;
  const roles = [...new Set(plan.stages.flatMap(({ deciders }) => deciders.map(({ role }) => role)))];
  const people = new Set(roles.flatMap(named));
  const [only] = people;
  return [
    ...(startDate < plusDays(today, -LATE_DAYS) ? [say('lifecycle.start-past', { start: startDate })] : []),
    ...(startDate > plusDays(today, AHEAD_DAYS) ? [say('lifecycle.start-far', { start: startDate })] : []),
    ...(rate !== undefined && rate > RATE_USD.most ? [say('lifecycle.rate-high', { rate })] : []),
    ...(rate !== undefined && rate < RATE_USD.least ? [say('lifecycle.rate-low', { rate })] : []),
    ...(roles.length > 1 && people.size === 1 && only !== undefined
      ? [say('lifecycle.one-decider', { person: only })]
      : []),
    ...(intake.aiAct?.euMarket === false && isOfTheUnion(intake) ? [say('lifecycle.ai-act-not-concerned')] : []),
  ];
}

/** What of an opening is likely to be a slip: whoever opens the case is asked about it. */
export const odditiesOf = (state: CaseState, now: Instant): Said[] =>
  odditiesIn(state, localDay(state.calendars.client, now), (role) => namedFor(state, role));
