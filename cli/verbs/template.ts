import type { Command } from 'commander';
import { CliError, EXIT } from '../exit.js';
import { withExamples } from '../lib/examples.js';
import { faulty, readText } from '../lib/files.js';
import { optionsOf } from '../lib/globals.js';
import { say } from '../lib/print.js';

const POLICY = ['--policy <file>', 'the policy (default: the one that comes with drawbridge)'] as const;

/** `drawbridge template`: files to fill in. */
export function addTemplate(program: Command): void {
  const group = program
    .command('template')
    .description('print a file to fill in: a case, or the evidence of a control');
  const caseFile = group
    .command('case')
    .description('print a case file to fill in, with a comment on every field')
    .option(...POLICY)
    .action(async (_: unknown, command: Command) => {
      const { policy } = optionsOf<{ policy?: string }>(command);
      const { caseTemplate } = await import('../lib/caseTemplate.js');
      say(caseTemplate(Object.keys((await policyOf(policy)).accessProfiles)));
    });
  withExamples(caseFile, 'template case > case.yaml', 'case check case.yaml');
  const evidence = group
    .command('evidence [control]')
    .description('print the evidence form of a control to fill in; without a control, list those that have one')
    .option(...POLICY)
    .action(async (control: string | undefined, _: unknown, command: Command) => {
      const { policy } = optionsOf<{ policy?: string }>(command);
      say(await evidenceOf(control?.toUpperCase(), policy));
    });
  withExamples(
    evidence,
    'template evidence',
    'template evidence IP-1 > ip-1.yaml',
    'submit CASE IP-1 --form ip-1.yaml --as vendor-contact',
  );
}

async function policyOf(file: string | undefined) {
  const { loadPolicy } = await import('../../policy/loadPolicy.js');
  const { parsePolicy } = await import('../../policy/policyFile.js');
  const read = parsePolicy(file === undefined ? loadPolicy() : await readText(file));
  if (!read.ok) throw faulty(file ?? 'policy/default.yaml', read.faults);
  return read.policy;
}

async function evidenceOf(id: string | undefined, file: string | undefined): Promise<string> {
  const { CONTROLS } = await import('../../domain/controls/index.js');
  const { evidenceTemplate } = await import('../lib/formTemplate.js');
  const all = Object.values(CONTROLS);
  if (id === undefined)
    return all.flatMap((one) => (one.form === null ? [] : [`${one.id.padEnd(6)} ${one.title}`])).join('\n');
  const control = all.find((one) => one.id === id);
  if (control === undefined)
    throw new CliError(EXIT.notFound, `Unknown control "${id}".`, {
      hint: 'List them with: drawbridge template evidence',
    });
  if (control.form === null)
    throw new CliError(EXIT.notFound, `${id} has no evidence form: it is judged from other facts of the case.`);
  const { name, version, controls } = await policyOf(file);
  return evidenceTemplate({ ...control, form: control.form }, { name, version, numbers: controls[id]?.numbers ?? {} });
}
