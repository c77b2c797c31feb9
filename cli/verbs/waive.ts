import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

/** `drawbridge waive`: asks for a waiver; somebody else decides it. */
export function addWaive(program: Command): void {
  const verb = program
    .command('waive <case> <control>')
    .description('request a waiver of a control until a day; the role named by the policy decides')
    .requiredOption('--reason <text>', 'why it can be done without for a while')
    .requiredOption('--until <day>', 'last day, YYYY-MM-DD')
    .option('--person <person>', 'for a control that is judged person by person: name, address or id')
    .action(async (caseId: string, control: string, _: unknown, command: Command) => {
      const { reason, until, person } = optionsOf<{ reason: string; until: string; person?: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'RequestWaiver', {
        control,
        person,
        reason,
        until,
      });
    });
  withExamples(
    verb,
    'waive CASE CA-1 --reason "Team is on a two-day offsite" --until 2026-09-11 --as engineering-manager',
  );
}
