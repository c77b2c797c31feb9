import type { PersonId, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { own, put } from '../record.js';
import { DAY_MS, type Instant, notAfter, plusMs, toMs } from '../time.js';
import type { Lent } from './approval.js';

/** How far back is counted: whoever lends their vote for longer is not in the role any more. */
const YEAR_MS = 365 * DAY_MS;

const keyOf = (role: Role, person: PersonId): string => [role, person].join(':');

const later = (a: Instant, b: Instant): Instant => (notAfter(a, b) ? b : a);

/** The state with one more time in which a vote is lent; what is older than a year is let go. */
export function withLent(state: CaseState, role: Role, person: PersonId, { from, until }: Lent): CaseState {
  const key = keyOf(role, person);
  const kept = (own(state.lent, key) ?? []).filter((one) => !notAfter(one.until, plusMs(from, -YEAR_MS)));
  return { ...state, lent: put(state.lent ?? {}, key, [...kept, { from, until }]) };
}

/** The state with a vote given back at an instant, unless it is still with another one. */
export function givenBack(state: CaseState, role: Role, person: PersonId, at: Instant): CaseState {
  const key = keyOf(role, person);
  const lent = own(state.lent, key);
  if (lent === undefined) return state;
  const others = state.delegations.filter((d) => d.role === role && d.from === person);
  const end = others.reduce((latest, { until }) => later(latest, until), at);
  return {
    ...state,
    lent: put(
      state.lent ?? {},
      key,
      lent.map((one) => (notAfter(one.until, end) ? one : { ...one, until: end })),
    ),
  };
}

/** Milliseconds of the year up to `until` in which a vote is lent, with the time from `now` on; what overlaps counts once. */
export function lentMs(state: CaseState, role: Role, person: PersonId, { from: now, until }: Lent): number {
  const start = toMs(until) - YEAR_MS;
  const spans = [...(own(state.lent, keyOf(role, person)) ?? []), { from: now, until }]
    .map((one) => ({ from: Math.max(toMs(one.from), start), until: Math.min(toMs(one.until), toMs(until)) }))
    .sort((a, b) => a.from - b.from);
  let [sum, reached] = [0, start];
  for (const one of spans) {
    sum += Math.max(0, one.until - Math.max(one.from, reached));
    reached = Math.max(reached, one.until);
  }
  return sum;
}
