import type { Command } from 'commander';
import { ACCOUNT, collectAccounts } from '../lib/accountOptions.js';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

type Correct = { name?: string; email?: string; account?: Record<string, string>; timeZone?: string; reason: string };

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
    .option(ACCOUNT, 'the right account, once for each provider', collectAccounts)
    .option('--time-zone <zone>', 'for example Europe/Warsaw')
    .action(async (caseId: string, person: string, _: unknown, command: Command) => {
      const { name, email, account: accounts, timeZone, reason } = optionsOf<Correct>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'CorrectPerson', { person, name, email, accounts, timeZone, reason });
    });
  withExamples(verb, 'people correct CASE "Ewa Lis" --account github:ewa-lis --reason "Mistyped" --as vendor-contact');
}
