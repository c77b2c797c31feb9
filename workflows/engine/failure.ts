import type { CommandEnvelope } from '../../domain/case/commands.js';
import type { Handled } from '../../domain/case/handle.js';
import type { CommandOutcome, Receipt } from '../../domain/case/receipt.js';

const MESSAGE_CHARS = 200;
const NUL = String.fromCharCode(0);

/** What an unexpected error comes to: a fact on the record, and a refusal for the sender. */
export function failure({ actor, command }: CommandEnvelope, error: unknown): Handled {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : 'Something else than an error was thrown.';
  // The ledger takes neither NUL nor half a character.
  const message = text
    .slice(0, MESSAGE_CHARS)
    .replaceAll(NUL, '')
    .replace(/\p{Surrogate}/gu, '');
  return {
    entries: [{ actor, event: { type: 'CommandFailed', command: command.type, message } }],
    outcome: {
      status: 'refused',
      code: 'CommandFailed',
      message: `The engine failed on ${command.type}; nothing of it was done.`,
    },
  };
}

/** The answer to the engine's own command when there was nothing to record. */
export function unrecorded({ outcome }: Handled, receipt: Receipt): CommandOutcome {
  return outcome.status === 'recorded' ? { ...outcome, receipt } : outcome;
}
