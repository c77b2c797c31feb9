import type { Instant } from '../time.js';
import type { CommandEnvelope } from './commands.js';
import type { ErrorCode } from './errors.js';
import type { CaseEvent } from './events.js';
import type { Actor } from './roles.js';
import type { CaseState } from './state.js';

/** What a command comes to: the facts to record, and what its sender learns. No facts: nothing is recorded. */
export type Handled = {
  entries: { actor: Actor; event: CaseEvent }[];
  outcome:
    | { status: 'recorded'; events: string[]; notes: string[] }
    | { status: 'refused'; code: ErrorCode; message: string };
};

/** Decides one command and adds every fact that it, the rules and the time make true. */
export function handle(
  _state: CaseState,
  _envelope: CommandEnvelope,
  _context: { now: Instant; runId: string },
): Handled {
  throw new Error('not built yet');
}

/** The next instant after `now` at which time alone makes something true or due; undefined when none does. */
export function nextDeadline(_state: CaseState, _now: Instant): Instant | undefined {
  return undefined;
}
