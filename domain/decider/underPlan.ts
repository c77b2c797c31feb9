import type { CaseEvent } from '../case/events.js';
import type { Plan } from '../case/plan.js';
import { SYSTEM } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import type { Instant } from '../time.js';
import { evolve } from './evolve.js';
import { handle } from './handle.js';

/** What another plan would come to: the case as it stands at `now`, as it would stand then, and the facts between. */
export type UnderPlan = { before: CaseState; after: CaseState; facts: CaseEvent[] };

const RUN = 'replay';

/** What rules and time make true of a state at an instant. */
const settled = (state: CaseState, now: Instant) =>
  handle(state, { commandId: RUN, requestHash: RUN, actor: SYSTEM, command: { type: 'Tick' } }, { now, runId: RUN });

/** Plays a case on under another plan; nothing is recorded. What time alone has made true by `now` is no part of the facts. */
export function underPlan(state: CaseState, plan: Plan, now: Instant): UnderPlan {
  const { state: before } = settled(state, now);
  const event: CaseEvent = { type: 'PlanRecompiled', plan, reason: RUN };
  const replanned = evolve(before, { seq: before.seq + 1, at: now, actor: SYSTEM, commandId: RUN, event });
  const { state: after, entries } = settled(replanned, now);
  return { before, after, facts: entries.map((entry) => entry.event) };
}
