import { type Decision, refuse } from '../case/decision.js';
import type { AccessNeed } from '../case/intake.js';
import type { Gives, Plan } from '../case/plan.js';
import type { CaseState, StandingNeed } from '../case/state.js';
import { own } from '../record.js';
import { say } from '../say.js';
import { DAY_MS, type Instant, plusMs } from '../time.js';
import { fromRef, resourcesOf } from './resources.js';

/** What the profile of a need gives at the provider of its resource; undefined where it gives nothing. */
export const givenBy = ({ profiles }: Plan, { profile, resource }: Omit<AccessNeed, 'task'>): Gives | undefined =>
  own(own(profiles, profile)?.gives, fromRef(resource).provider);

/** Longest grant of a need, calendar days: what its profile says, or less where it was narrowed from a shorter one. */
export const daysOf = ({ profiles }: Plan, { profile, maxDays }: Omit<StandingNeed, 'since' | 'task'>): number =>
  Math.min(own(profiles, profile)?.maxDays ?? 0, maxDays ?? Number.POSITIVE_INFINITY);

/** First instant at which a need carries nothing any more (DC-1: time-boxed). */
export const timeBoxEnd = (plan: Plan, need: StandingNeed): Instant => plusMs(need.since, daysOf(plan, need) * DAY_MS);

/** What is wrong with needs, whoever names them: each is of a resource and a profile of the case, and none is there twice. */
export function needsFault(state: CaseState, needs: AccessNeed[]): Decision | undefined {
  for (const need of needs) {
    const fault = needFault(state, need);
    if (fault !== undefined) return fault;
  }
  const twice = needs.find((n, i) => needs.findIndex((m) => m.resource === n.resource) !== i);
  return twice === undefined
    ? undefined
    : refuse('Malformed', say('people.resource-twice', { resource: twice.resource }));
}

function needFault({ intake, plan }: CaseState, { resource, profile }: AccessNeed): Decision | undefined {
  if (!resourcesOf(intake).some((r) => r.ref === resource))
    return refuse('UnknownResource', say('people.unknown-resource', { resource }));
  if (own(plan.profiles, profile) === undefined)
    return refuse('Malformed', say('people.unknown-profile', { profile, profiles: Object.keys(plan.profiles) }));
  return givenBy(plan, { resource, profile }) === undefined
    ? refuse('Malformed', say('people.profile-gives-nothing', { profile, resource }))
    : undefined;
}

/** True where a need asks for more than the one that stands: another resource, a permission above it, or the same for longer. */
export function widens(plan: Plan, held: StandingNeed | undefined, wanted: AccessNeed): boolean {
  const before = held === undefined ? undefined : givenBy(plan, held);
  const after = givenBy(plan, wanted);
  if (held === undefined || before === undefined || after === undefined) return true;
  if (after.rank < before.rank) return false;
  return after.permission !== before.permission || daysOf(plan, wanted) > daysOf(plan, held);
}

/** The needs that stand once they are narrowed to these: none but of what is held, each with the time-box that it has. */
export const narrowed = (plan: Plan, held: readonly StandingNeed[], to: readonly AccessNeed[]): StandingNeed[] =>
  to.flatMap(({ resource, profile, task }): StandingNeed[] => {
    const before = held.find((n) => n.resource === resource);
    if (before === undefined) return [];
    const days = daysOf(plan, before);
    const capped = days < daysOf(plan, { resource, profile });
    return [{ resource, profile, task, since: before.since, ...(capped ? { maxDays: days } : {}) }];
  });
