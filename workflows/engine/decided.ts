import { log } from '@temporalio/workflow';
import type { CommandEnvelope } from '../../domain/case/commands.js';
import type { CaseState } from '../../domain/case/state.js';
import { type Handled, handle, type Occasion } from '../../domain/decider/handle.js';
import { failure } from './failure.js';

/** What the rules make of a command; an error of theirs, or what the store refused to keep (`defect`), is a failure to be recorded. */
export function decided(
  state: CaseState,
  envelope: CommandEnvelope,
  occasion: Occasion,
  defect: Error | undefined,
): Handled {
  if (defect !== undefined) return failure(state, envelope, defect, occasion.now);
  try {
    return handle(state, envelope, occasion);
  } catch (error) {
    const { name, stack } = error instanceof Error ? error : new Error('Something else than an error was thrown.');
    log.error('A command failed unexpectedly.', {
      caseId: state.caseId,
      command: envelope.command.type,
      name,
      stack,
    });
    return failure(state, envelope, error, occasion.now);
  }
}
