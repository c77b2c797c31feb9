import { agreementNumber } from '../case/plan.js';
import type { PersonId, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { endOfDay, localDay, plusDays } from '../clocks/businessTime.js';
import { lastDayEnd } from '../clocks/duty.js';
import { movedDay } from '../clocks/pauses.js';
import { namedFor } from '../people/named.js';
import { type Instant, notAfter } from '../time.js';
import type { Disputable, Dispute } from './dispute.js';

/** Roles of the client that answer disputes, in the order in which they are asked; whoever is called in when nobody answers is the last. */
export const answererRoles = ({ plan }: CaseState): Role[] => [
  ...new Set<Role>(['engineering-manager', 'procurement', 'executive', plan.escalateTo]),
];

/** Readings of one KPI, or misses of one meeting, that can be disputed at a time, the newest ones. */
const KEPT_OF_ONE = 20;

const disputesOf = ({ disputes }: CaseState): Dispute[] => Object.values(disputes ?? {});

/** Disputes that wait for an answer. */
export const openDisputes = (state: CaseState): Dispute[] =>
  disputesOf(state).filter(({ answered }) => answered === undefined);

/** The open dispute of a reading or a meeting; undefined while nobody disputes it. */
export const disputeOn = (state: CaseState, ref: string): Dispute | undefined =>
  openDisputes(state).find((d) => d.ref === ref);

/** Everything that was ever said against the same thing, in order. */
export const roundsOf = (state: CaseState, ref: string): Dispute[] => disputesOf(state).filter((d) => d.ref === ref);

/** First instant at which something can no longer be disputed: after the policy's days where the vendor is, from the record or the last answer. */
export function disputableUntil(state: CaseState, { ref, recordedAt }: Disputable): Instant {
  const { vendor } = state.calendars;
  const from = roundsOf(state, ref).reduce((last, { answered }) => answered?.at ?? last, recordedAt);
  const last = plusDays(localDay(vendor, from), agreementNumber(state.plan, 'disputeDays'));
  return lastDayEnd(state, endOfDay(vendor, movedDay(state, last, from)), vendor);
}

/** True once it can no longer be disputed; what is disputed stays until it is answered, and time stands still in a pause. */
export const isPastDispute = (state: CaseState, one: Disputable, now: Instant): boolean =>
  disputeOn(state, one.ref) === undefined && notAfter(disputableUntil(state, one), state.pause?.since ?? now);

/** The name under which a reading is disputed. */
export const readingRef = (seq: number): string => `reading:${seq}`;

/** The name under which a missed meeting is disputed. */
export const meetingRef = (meeting: string, day: string): string => `meeting:${meeting}:${day}`;

/** The state with something more that can be disputed, without what no longer can. */
export function withDisputable(state: CaseState, one: Disputable): CaseState {
  const held = Object.values(state.disputable ?? {});
  const inTime = held.filter((d) => d.ref !== one.ref && !isPastDispute(state, d, one.recordedAt));
  const [others, same] = [inTime.filter((d) => d.of !== one.of), [...inTime.filter((d) => d.of === one.of), one]];
  const kept = [...others, ...same.slice(-KEPT_OF_ONE)];
  return { ...state, disputable: Object.fromEntries(kept.map((d) => [d.ref, d])) };
}

/** People of the client who may answer a dispute without having recorded what it is about; empty where there is nobody else. */
export const answererPeople = (state: CaseState, { recordedBy }: Pick<Dispute, 'recordedBy'>): PersonId[] => [
  ...new Set(
    answererRoles(state)
      .flatMap((role) => namedFor(state, role))
      .filter((p) => !recordedBy.includes(p)),
  ),
];

/** The role that is asked for an answer, and its people who have not recorded what is disputed; where nobody else is there, whoever has. */
export function asked(state: CaseState, dispute: Dispute): { role: Role; people: PersonId[] } {
  const able = answererPeople(state, dispute);
  for (const role of answererRoles(state)) {
    const people = namedFor(state, role).filter((p) => able.includes(p));
    if (people.length > 0) return { role, people };
  }
  const role = answererRoles(state).find((r) => namedFor(state, r).length > 0) ?? 'procurement';
  return { role, people: namedFor(state, role) };
}
