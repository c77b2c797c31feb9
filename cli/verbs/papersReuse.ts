import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

/** `drawbridge papers reuse`: a paper in force in an earlier case serves a new one. */
export function addPapersReuse(program: Command): void {
  const group = program.command('papers').description('documents across cases of the same vendor and client');
  const verb = group
    .command('reuse <case> <paper>')
    .description('reuse a document that is in force in an earlier case, with its signatures (procurement, legal)')
    .requiredOption('--from <case>', 'the earlier case: "vendor show NAME" lists papers still in force')
    .option('--id <id>', 'its id in this case (default: the same)')
    .action(async (caseId: string, paper: string, _: unknown, command: Command) => {
      const { from, id } = optionsOf<{ from: string; id?: string }>(command);
      await act(await workOf(command, { caseId }), caseId, 'ReusePaper', { from, paper, as: id });
    });
  withExamples(verb, 'papers reuse CASE msa-1 --from EARLIER-CASE --as procurement');
}
