import type { Command } from 'commander';
import { badInput, type Fault } from '../exit.js';
import { withExamples } from '../lib/examples.js';
import { readText } from '../lib/files.js';
import { optionsOf } from '../lib/globals.js';
import { paint, safe, say, show } from '../lib/print.js';

/** `drawbridge policy`: checks and explains policies, without any server. */
export function addPolicy(program: Command): void {
  const policy = program.command('policy').description('check a policy file, or explain what it means for a case');
  const check = policy
    .command('check <file>')
    .description('check a policy file; faults are told as file:line:column')
    .action(async (file: string, _: unknown, command: Command) => {
      const { json } = optionsOf(command);
      const { checkPolicy } = await import('../../policy/check.js');
      const checked = checkPolicy(await readText(file));
      if (!checked.ok) throw faulty(file, checked.faults);
      const { warnings } = checked;
      show(json, { ok: true, file, warnings }, () =>
        [
          `${paint.green('Good')}: ${file} can be used.`,
          ...warnings.map((one) => `${paint.yellow('warning')} ${file}:${one.line}:${one.column} ${safe(one.message)}`),
        ].join('\n'),
      );
    });
  withExamples(check, 'policy check policy/default.yaml');
  addExplain(policy);
}

function addExplain(policy: Command): void {
  const explain = policy
    .command('explain')
    .description('say for every control why it applies or not, what it holds, who decides, by when')
    .requiredOption('--case <file>', 'the case file')
    .option('--policy <file>', 'the policy (default: the one that comes with drawbridge)')
    .action(async (_: unknown, command: Command) => {
      const { case: caseFile, policy: policyFile, json } = optionsOf<{ case: string; policy?: string }>(command);
      const { explanationOf } = await import('../lib/explanation.js');
      const { data, words } = await explanationOf(caseFile, policyFile);
      say(json ? JSON.stringify(data, null, 2) : words);
    });
  withExamples(explain, 'policy explain --case examples/cases/managed-team.yaml');
}

/** Faults of a file as one error. */
export const faulty = (file: string, faults: Fault[]) =>
  badInput(`${file} has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:`, { file, faults });
