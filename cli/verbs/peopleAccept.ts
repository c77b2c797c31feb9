import type { Command } from 'commander';
import { caseView } from '../../contract/caseView.js';
import { badInput } from '../exit.js';
import { act, type Work, workOf } from '../lib/act.js';
import { caseOf } from '../lib/caseData.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { knownText } from './peopleList.js';

/** `drawbridge people accept`: accepts a person with the login that was seen. */
export function addAccept(people: Command): void {
  const verb = people
    .command('accept <case> <person>')
    .description('accept a proposed person with their login, or the new login of an accepted one')
    .requiredOption('--reason <text>', 'why')
    .option('--account <login>', 'login as the case shows it; refused when it has changed')
    .action(async (caseId: string, person: string, _: unknown, command: Command) => {
      const { reason, account } = optionsOf<{ reason: string; account?: string }>(command);
      const work = await workOf(command, { caseId });
      if (account === undefined) await requireNone(work, caseId, person);
      await act(work, caseId, 'AcceptPerson', { person, account, reason });
    });
  withExamples(verb, 'people accept CASE "Ewa Lis" --account ewalis --reason "Interviewed" --as engineering-manager');
}

/** Whoever accepts has seen the login: it is shown, and not taken for granted. */
async function requireNone(work: Work, caseId: string, ref: string): Promise<void> {
  const { people, names } = await caseOf(work, caseId, caseView.pick({ people: true, names: true }));
  const words = ref.toLowerCase();
  const found = people.find((one) => one.person === ref || names[one.person]?.toLowerCase().includes(words));
  if (found?.account === undefined) return;
  throw badInput(
    [
      `${names[found.person]} has the login "${found.account}". Check it, then accept with --account ${found.account}.`,
      ...knownText(found),
    ].join('\n'),
  );
}
