import type { Command } from 'commander';
import { badInput } from '../exit.js';
import { act, workOf } from '../lib/act.js';
import { approvalOf } from '../lib/approvals.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

const DECISIONS = ['approve', 'reject', 'return'];

/** `drawbridge decide`: decides what waits for a decision. */
export function addDecide(program: Command): void {
  const verb = program
    .command('decide <case> <approval> <decision>')
    .description(
      'decide a gate, a waiver, a remedy, a clearance, a policy or a request for access: approve, reject, or return with questions',
    )
    .requiredOption('--reason <text>', 'why; for "return", the questions')
    .option('--hash <sha256>', 'hash of the content that you have read; refused when it has changed since')
    .action(async (caseId: string, approval: string, decision: string, _: unknown, command: Command) => {
      if (!DECISIONS.includes(decision))
        throw badInput(`Unknown decision "${decision}". Use one of: ${DECISIONS.join(', ')}.`);
      const { reason, hash } = optionsOf<{ reason: string; hash?: string }>(command);
      const work = await workOf(command, { caseId });
      const found = await approvalOf(work, caseId, approval);
      await act(work, caseId, 'Decide', {
        approval: found.id,
        contentHash: hash ?? found.contentHash,
        decision,
        reason,
      });
    });
  withExamples(
    verb,
    'decide CASE contract approve --reason "Assignment is present and complete" --as legal',
    'decide CASE contract return --reason "Which clause assigns prompts?" --as legal',
    'decide CASE "access-request:Ewa Lis/github:meridian/eta-api" approve --reason "She fixes the importer" --as security',
    'decide CASE waiver:CA-1:1 reject --reason "Daily contact is why we chose a managed team" --as executive',
  );
}
