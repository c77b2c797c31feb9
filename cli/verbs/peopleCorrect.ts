import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

type Correct = { name?: string; email?: string; account?: string; timeZone?: string; reason: string };

/** `drawbridge people correct`: puts right what is known of a person. */
export function addCorrect(people: Command): void {
  const verb = people
    .command('correct <case> <person>')
    .description(
      "correct a person's name, address, time zone or login; a new login closes the old one and is accepted again",
    )
    .requiredOption('--reason <text>', 'why')
    .option('--name <name>', 'the right name')
    .option('--email <address>', 'the right address')
    .option('--account <login>', 'the right login at the access provider')
    .option('--time-zone <zone>', 'for example Europe/Warsaw')
    .action(async (caseId: string, person: string, _: unknown, command: Command) => {
      const { name, email, account, timeZone, reason } = optionsOf<Correct>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'CorrectPerson', { person, name, email, account, timeZone, reason });
    });
  withExamples(verb, 'people correct CASE "Ewa Lis" --account ewa-lis --reason "Mistyped" --as vendor-contact');
}
