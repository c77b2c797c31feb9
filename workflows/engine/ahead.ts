import type { Next } from '../../activities/contract.js';
import type { CaseState } from '../../domain/case/state.js';
import { effectsDue } from '../../domain/decider/effectsDue.js';
import { nextDeadline } from '../../domain/decider/handle.js';
import type { Instant } from '../../domain/time.js';

/** What follows from a state by the rules of this build; `started` are the ids of effects that have been started. */
export function lookAhead(state: CaseState, at: Instant, started: ReadonlySet<string>): Next {
  if (state.status === 'new') return { start: [], underWay: [] };
  try {
    const effects = effectsDue(state, at);
    const due = nextDeadline(state, at);
    return {
      ...(due !== undefined && { due }),
      start: effects.filter(({ id }) => !started.has(id)),
      underWay: effects.flatMap(({ id }) => (started.has(id) ? [id] : [])),
    };
  } catch (error) {
    return { fault: String(error) };
  }
}
