import type { CommandEnvelope } from '../../domain/case/commands.js';
import type { CaseState } from '../../domain/case/state.js';
import { evolve } from '../../domain/decider/evolve.js';
import { type Handled, isRefusedTooOften, tooManyRefusals } from '../../domain/decider/handle.js';
import { say } from '../../domain/say.js';
import type { Instant } from '../../domain/time.js';

const MESSAGE_CHARS = 200;
const NUL = String.fromCharCode(0);

/** What an unexpected error comes to: a fact on the record, and a refusal for the sender. */
export function failure(before: CaseState, envelope: CommandEnvelope, error: unknown, at: Instant): Handled {
  const { actor, command, commandId } = envelope;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : 'A value that is not an error was thrown.';
  // The ledger takes neither NUL nor half a character.
  const message = text
    .slice(0, MESSAGE_CHARS)
    .replaceAll(NUL, '')
    .replace(/\p{Surrogate}/gu, '');
  const said = say('engine.failed', { command: command.type });
  if (isRefusedTooOften(before, actor, at)) return { entries: [], outcome: tooManyRefusals(said), state: before };
  const entry = { actor, event: { type: 'CommandFailed', command: command.type, message } } as const;
  return {
    entries: [entry],
    outcome: { status: 'refused', code: 'CommandFailed', said },
    state: evolve(before, { ...entry, seq: before.seq + 1, at, commandId }),
  };
}
