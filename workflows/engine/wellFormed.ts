import type { CommandEnvelope } from '../../domain/case/commands.js';

const ID_CHARS = 200;

/** What is wrong with an envelope's form, in one sentence; undefined when the queue can take it. */
export function faultOf(envelope: CommandEnvelope): string | undefined {
  // It comes over the wire: what the type says was promised, not checked.
  const given: unknown = envelope;
  if (!isRecord(given)) return 'A command must be an envelope with commandId, requestHash, actor and command.';
  const { commandId, requestHash, actor, command } = given;
  if (typeof commandId !== 'string' || commandId.length === 0 || commandId.length > ID_CHARS)
    return `commandId must be a text of 1 to ${ID_CHARS} characters.`;
  if (/^(clock|effect):/.test(commandId)) return 'commandId must not start with clock: or effect:, which are reserved.';
  if (typeof requestHash !== 'string' || !/^[0-9a-f]{64}$/.test(requestHash))
    return 'requestHash must be a SHA-256 hash in hexadecimal.';
  if (!isRecord(actor) || typeof actor.personId !== 'string' || typeof actor.role !== 'string')
    return 'actor must name a person and a role.';
  if (actor.role === 'system' || actor.personId === 'system') return 'Only the engine can act as the system.';
  if (!isRecord(command) || typeof command.type !== 'string') return 'command must have a type.';
  if (['Tick', 'RecordRecovery', 'ReportEffect'].includes(command.type))
    return 'Only the engine can send this command.';
  return undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
