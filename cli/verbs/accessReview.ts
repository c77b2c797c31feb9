import type { Command } from 'commander';
import { badInput } from '../exit.js';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

const DECISIONS = ['restore', 'keep-closed', 'noted'] as const;

/** `drawbridge access review`: decide on what somebody changed by hand at the provider. */
export function addAccessReview(access: Command): void {
  const verb = access
    .command('review <case> <person> <resource> <decision>')
    .description('decide on what was changed by hand at the provider: restore, keep-closed, or noted for a permission')
    .requiredOption('--reason <text>', 'why')
    .action(async (caseId: string, person: string, resource: string, word: string, _: unknown, command: Command) => {
      const decision = DECISIONS.find((one) => one === word);
      if (decision === undefined) throw badInput(`Unknown decision "${word}". Use one of: ${DECISIONS.join(', ')}.`);
      const { reason } = optionsOf<{ reason: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'ReviewOutsideChange', { person, resource, decision, reason });
    });
  withExamples(verb, 'access review CASE "Ewa Lis" github:meridian/eta-model restore --reason "A slip." --as security');
}
