import type { Command } from 'commander';
import { withExamples } from '../lib/examples.js';
import { faulty, readText } from '../lib/files.js';
import { optionsOf } from '../lib/globals.js';
import { show } from '../lib/print.js';

/** `drawbridge case check`: what a case file would come to, without any server. */
export function addCaseCheck(group: Command): void {
  const verb = group
    .command('check <file>')
    .description('check a case file against a policy: who decides what and by when; opens nothing')
    .option('--policy <file>', 'the policy (default: the one that comes with drawbridge)')
    .action(async (file: string, _: unknown, command: Command) => {
      const { policy, json } = optionsOf<{ policy?: string }>(command);
      const { loadPolicyWork } = await import('../../workers/policyWork.js');
      const { parseCaseFile } = await import('../../policy/caseFile.js');
      const { checkCase } = await import('../../presentation/plan/caseCheck.js');
      const { checkInWords } = await import('../lib/caseCheck.js');
      const text = await readText(file);
      const parsed = parseCaseFile(text);
      if (!parsed.ok) throw faulty(file, parsed.faults);
      const read = loadPolicyWork().reader.read(text, policy === undefined ? undefined : await readText(policy));
      if (!read.ok) throw faulty(read.of === 'caseFile' ? file : (policy ?? 'policy/default.yaml'), read.faults);
      const { plan } = read.compile((email) => email);
      const checked = checkCase(parsed.file, plan, new Date().toISOString().slice(0, 10));
      show(json, checked, () => checkInWords(file, checked));
    });
  withExamples(verb, 'case check case.yaml', 'case check case.yaml --policy our-policy.yaml');
}
