import type { Command } from 'commander';
import { withExamples } from '../lib/examples.js';
import { faulty, readText } from '../lib/files.js';
import { optionsOf } from '../lib/globals.js';
import { paint, safe, show } from '../lib/print.js';
import { addPolicyList } from './policyList.js';
import { addPolicyMigration } from './policyMigration.js';

/** `drawbridge policy`: checks and explains policies without any server, lists those of the installation, and brings a running case under another one. */
export function addPolicy(program: Command): void {
  const policy = program
    .command('policy')
    .description(
      'check a policy file, explain what it means, bring a running case under another one, or say which ones cases may be opened under',
    );
  const check = policy
    .command('check <file>')
    .description('check a policy file; errors are reported as file:line:column')
    .action(async (file: string, _: unknown, command: Command) => {
      const { json } = optionsOf(command);
      const { parsePolicy } = await import('../../policy/policyFile.js');
      const checked = parsePolicy(await readText(file));
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
  addPolicyMigration(policy);
  addPolicyList(policy);
}

function addExplain(policy: Command): void {
  const explain = policy
    .command('explain')
    .description('say for every control why it applies or not, what it holds, who decides, by when')
    .requiredOption('--case <file>', 'the case file')
    .option('--policy <file>', 'the policy (default: the one that comes with drawbridge)')
    .action(async (_: unknown, command: Command) => {
      const { case: caseFile, policy: policyFile, json } = optionsOf<{ case: string; policy?: string }>(command);
      const { loadPolicyWork } = await import('../../workers/policyWork.js');
      const { explainPlan, explanationText } = await import('../../presentation/plan/explain.js');
      const own = policyFile === undefined ? undefined : await readText(policyFile);
      const read = loadPolicyWork().reader.read(await readText(caseFile), own);
      if (!read.ok)
        throw faulty(read.of === 'caseFile' ? caseFile : (policyFile ?? 'policy/default.yaml'), read.faults);
      const explanation = explainPlan(read.compile((email) => email).plan);
      show(json, explanation, () => safe(explanationText(explanation)));
    });
  withExamples(explain, 'policy explain --case examples/cases/managed-team.yaml');
}
