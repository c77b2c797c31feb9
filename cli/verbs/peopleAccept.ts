import type { Command } from 'commander';
import { caseView } from '../../contract/caseView.js';
import { badInput } from '../exit.js';
import { ACCOUNT, accountWords, collectAccounts } from '../lib/accountOptions.js';
import { act, type Work, workOf } from '../lib/act.js';
import { caseOf } from '../lib/caseData.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { knownText } from './peopleList.js';

/** `drawbridge people accept`: accepts a person with the accounts that were seen. */
export function addAccept(people: Command): void {
  const verb = people
    .command('accept <case> <person>')
    .description('accept a proposed person with their accounts, or new accounts of an accepted one')
    .requiredOption('--reason <text>', 'why')
    .option(ACCOUNT, 'account as the case shows it, once for each; refused when one has changed', collectAccounts)
    .action(async (caseId: string, person: string, _: unknown, command: Command) => {
      const { reason, account: accounts } = optionsOf<{ reason: string; account?: Record<string, string> }>(command);
      const work = await workOf(command, { caseId });
      if (accounts === undefined) await requireNone(work, caseId, person);
      await act(work, caseId, 'AcceptPerson', { person, accounts, reason });
    });
  withExamples(
    verb,
    'people accept CASE "Ewa Lis" --account github:ewalis --reason "Interviewed" --as engineering-manager',
  );
}

/** Whoever accepts has seen the accounts: they are shown, and not taken for granted. */
async function requireNone(work: Work, caseId: string, ref: string): Promise<void> {
  const { people, names } = await caseOf(work, caseId, caseView.pick({ people: true, names: true }));
  const words = ref.toLowerCase();
  const found = people.find((one) => one.person === ref || names[one.person]?.toLowerCase().includes(words));
  const [first, ...more] = accountWords(found?.accounts);
  if (found === undefined || first === undefined) return;
  const options = [first, ...more].map((one) => `--account ${one}`).join(' ');
  throw badInput(
    [
      `${names[found.person]} has ${[first, ...more].map((one) => `"${one}"`).join(' and ')}. Check it, then accept with ${options}.`,
      ...knownText(found),
    ].join('\n'),
  );
}
