import type { CommandEnvelope, SystemCommand } from '../../domain/case/commands.js';
import { SYSTEM } from '../../domain/case/roles.js';
import { contentHash } from '../../domain/hash.js';

/** A command of the engine itself; the same id is the same fact for ever. */
export const systemCommand = (commandId: string, command: SystemCommand): CommandEnvelope => ({
  commandId,
  requestHash: contentHash({ actor: SYSTEM, command }),
  actor: SYSTEM,
  command,
});
