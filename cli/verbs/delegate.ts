import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

/** `drawbridge delegate`: lets somebody else decide under one's role until a day. */
export function addDelegate(program: Command): void {
  const verb = program
    .command('delegate <case> <role>')
    .description('let a colleague decide in your place under a role, until a day')
    .requiredOption('--to <person>', 'name, address or id of the colleague')
    .requiredOption('--until <day>', 'last day, YYYY-MM-DD')
    .requiredOption('--reason <text>', 'why')
    .action(async (caseId: string, role: string, _: unknown, command: Command) => {
      const { to, until, reason } = optionsOf<{ to: string; until: string; reason: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'Delegate', { role, to, until, reason });
    });
  withExamples(
    verb,
    'delegate CASE legal --to j.brandt@client.example --until 2026-09-18 --reason "On leave" --as legal',
  );
}

/** `drawbridge undelegate`: ends a delegation that one gave or got. */
export function addUndelegate(program: Command): void {
  const verb = program
    .command('undelegate <case> <role>')
    .description('end a delegation that you gave or got')
    .requiredOption('--with <person>', 'the other one: to whom you gave it, or from whom you got it')
    .requiredOption('--reason <text>', 'why')
    .action(async (caseId: string, role: string, _: unknown, command: Command) => {
      const { with: person, reason } = optionsOf<{ with: string; reason: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'EndDelegation', { role, person, reason });
    });
  withExamples(verb, 'undelegate CASE legal --with j.brandt@client.example --reason "Back from leave" --as legal');
}
