import type { Command } from 'commander';
import { type ComparedPolicy, comparedPolicy } from '../../contract/policy.js';
import { act, caseAt, workOf } from '../lib/act.js';
import { approvalOf } from '../lib/approvals.js';
import { differenceInWords } from '../lib/difference.js';
import { withExamples } from '../lib/examples.js';
import { inFile, readText } from '../lib/files.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { paint, pairs, show } from '../lib/print.js';

const OF_CASE = ['--case <id>', 'the running case'] as const;

/** `drawbridge policy diff|propose|withdraw`: another policy for a running case. */
export function addPolicyMigration(policy: Command): void {
  addDiff(policy);
  addPropose(policy);
  addWithdraw(policy);
}

function addDiff(policy: Command): void {
  const verb = policy
    .command('diff <file>')
    .description('show what a policy would change in a running case; nothing is stored')
    .requiredOption(...OF_CASE)
    .action(async (file: string, _: unknown, command: Command) => {
      const { case: caseId } = optionsOf<{ case: string }>(command);
      const text = await readText(file);
      const { globals, session } = await workOf(command, { caseId, reads: true });
      const at = caseAt(caseId, 'policy', 'difference');
      const told = await inFile(file, askJson(session, at, comparedPolicy, { body: { policy: text } }));
      show(globals.json, told, () => comparedInWords(told));
    });
  withExamples(verb, 'policy diff my-policy.yaml --case CASE', 'policy diff my-policy.yaml --case CASE --json');
}

function comparedInWords({ policy, from, plan, difference }: ComparedPolicy): string {
  const head = pairs([
    ['Policy', `${policy.name} ${policy.version}`],
    ['Plan now', from],
    ['Plan then', plan],
  ]);
  if (from === plan) return `${head}\n\nNothing would change: the case follows this policy already.`;
  if (difference.length === 0) return `${head}\n\nNothing would change in this case but the policy that it names.`;
  const many = difference.length === 1 ? '1 thing changes' : `${difference.length} things change`;
  return `${head}\n\n${paint.bold(many)}\n${differenceInWords(difference)}`;
}

function addPropose(policy: Command): void {
  const verb = policy
    .command('propose <file>')
    .description('propose a policy for a running case; the executive decides on the difference that it makes')
    .requiredOption(...OF_CASE)
    .requiredOption('--reason <text>', 'why')
    .action(async (file: string, _: unknown, command: Command) => {
      const { case: caseId, reason } = optionsOf<{ case: string; reason: string }>(command);
      const text = await readText(file);
      const work = await workOf(command, { caseId });
      await inFile(file, act(work, caseId, 'ProposePolicy', { policy: text, reason }));
    });
  withExamples(
    verb,
    'policy propose my-policy.yaml --case CASE --reason "The house asks for identity checks now" --as procurement',
    'decide CASE policy approve --reason "Read; it may cost ada her access" --as executive',
  );
}

function addWithdraw(policy: Command): void {
  const verb = policy
    .command('withdraw <approval>')
    .description('withdraw a proposed policy, or an approved one that is not in force yet')
    .requiredOption(...OF_CASE)
    .requiredOption('--reason <text>', 'why')
    .action(async (approval: string, _: unknown, command: Command) => {
      const { case: caseId, reason } = optionsOf<{ case: string; reason: string }>(command);
      const work = await workOf(command, { caseId });
      const { id } = await approvalOf(work, caseId, approval);
      await act(work, caseId, 'WithdrawPolicy', { approval: id, reason });
    });
  withExamples(verb, 'policy withdraw policy --case CASE --reason "Made anew after review" --as procurement');
}
