import type { CommandEnvelope } from '../../domain/case/commands.js';
import type { PersonId } from '../../domain/case/roles.js';

/** What comes with a command to be kept once it is recorded, whoever has sent it. */
export function carriedBy({ command, people, policy }: CommandEnvelope): Pick<CommandEnvelope, 'people' | 'policy'> {
  const seen = command.type === 'ReportEffect' && 'people' in command.outcome && command.outcome.people;
  const all = seen || people;
  return { ...(all && { people: all }), ...(policy !== undefined && { policy }) };
}

/** The same command with people under the ids by which they are known by now; ids are random and long, so that nothing else is hit. */
export const underIds = (envelope: CommandEnvelope, ids: Record<PersonId, PersonId>): CommandEnvelope =>
  JSON.parse(Object.entries(ids).reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(envelope)));
