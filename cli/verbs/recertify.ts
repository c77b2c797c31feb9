import type { Command } from 'commander';
import { badInput } from '../exit.js';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

const DECISIONS = ['confirm', 'reduce', 'remove'];

/** `drawbridge recertify`: answers for an access that is up for recertification (AR-1). */
export function addRecertify(program: Command): void {
  const verb = program
    .command('recertify <case> <person> <resource> <confirm|reduce|remove>')
    .description('confirm, reduce or remove a grant; grants that nobody confirms are withdrawn')
    .requiredOption('--reason <text>', 'why')
    .option('--profile <name>', 'to reduce: the lesser access profile')
    .action(
      async (caseId: string, person: string, resource: string, decision: string, _: unknown, command: Command) => {
        const { reason, profile } = optionsOf<{ reason: string; profile?: string }>(command);
        if (!DECISIONS.includes(decision))
          throw badInput(`Unknown answer "${decision}". Use one of: ${DECISIONS.join(', ')}.`);
        const work = await workOf(command, { caseId });
        await act(work, caseId, 'Recertify', { person, resource, decision, profile, reason });
      },
    );
  withExamples(
    verb,
    'recertify CASE "Ewa Lis" github:acme/api confirm --reason "Still on the importer" --as engineering-manager',
    'recertify CASE "Ewa Lis" github:acme/api reduce --profile reader --reason "Reviews only" --as engineering-manager',
  );
}
