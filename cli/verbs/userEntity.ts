import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

/** `drawbridge user-entity`: the owner of a control that a SOC 2 report leaves to the client confirms it. */
export function addUserEntity(program: Command): void {
  const verb = program
    .command('user-entity <case> <control>')
    .description('confirm that a user-entity control of the SOC 2 report is in place (SA-1); its owner only')
    .requiredOption('--evidence <text>', 'a link or the hash of a document that shows it')
    .action(async (caseId: string, id: string, _: unknown, command: Command) => {
      const { evidence } = optionsOf<{ evidence: string }>(command);
      await act(await workOf(command, { caseId }), caseId, 'ConfirmUserEntityControl', { id, evidence });
    });
  withExamples(verb, 'user-entity CASE CUEC-3 --evidence https://wiki.example/joiners --as security');
}
