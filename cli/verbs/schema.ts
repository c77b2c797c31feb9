import type { Command } from 'commander';
import { badInput, CliError, EXIT } from '../exit.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { say } from '../lib/print.js';

/** `drawbridge schema`: the forms of files, as JSON Schema; an evidence form also as YAML to fill in. */
export function addSchema(program: Command): void {
  const verb = program
    .command('schema <what> [control]')
    .description('print the form of a file: case, policy, scenario as JSON Schema; evidence CONTROL as YAML to fill in')
    .action(async (what: string, control: string | undefined, _: unknown, command: Command) => {
      const { json } = optionsOf(command);
      say(await schemaOf(what, control?.toUpperCase(), json === true));
    });
  withExamples(
    verb,
    'schema case > case.schema.json',
    'schema evidence',
    'schema evidence IP-1 > ip-1.yaml',
    'schema evidence IP-1 --json',
  );
}

async function schemaOf(what: string, control: string | undefined, json: boolean): Promise<string> {
  if (what === 'evidence') return await evidence(control, json);
  if (!['case', 'policy', 'scenario'].includes(what))
    throw badInput(`Unknown schema "${what}". Use one of: case, policy, scenario, evidence.`);
  if (what === 'scenario') {
    const { scenarioJsonSchema } = await import('../../rehearsal/schema.js');
    return print(scenarioJsonSchema());
  }
  const { caseFileJsonSchema, policyJsonSchema } = await import('../../policy/schemas.js');
  return print(what === 'case' ? caseFileJsonSchema() : policyJsonSchema());
}

const print = (value: unknown): string => JSON.stringify(value, null, 2);

async function evidence(id: string | undefined, json: boolean): Promise<string> {
  const { CONTROLS } = await import('../../domain/controls/index.js');
  const { formsJsonSchema } = await import('../../policy/schemas.js');
  const { formTemplate } = await import('../lib/formTemplate.js');
  const withForm = Object.values(CONTROLS).filter((control) => control.form !== null);
  if (id === undefined) {
    if (json) return print(formsJsonSchema());
    return withForm.map((control) => `${control.id.padEnd(6)} ${control.title}`).join('\n');
  }
  const control = Object.hasOwn(CONTROLS, id) ? CONTROLS[id] : undefined;
  if (control === undefined) throw new CliError(EXIT.notFound, `There is no control ${id}.`);
  if (control.form === null)
    throw new CliError(EXIT.notFound, `${id} takes no evidence form: it is judged from other facts of the case.`);
  if (json) return print(formsJsonSchema()[id]);
  return [
    `# ${id}: ${control.title}`,
    `# Supplied by: ${control.suppliedBy.join(', ')}`,
    '',
    formTemplate(control.form),
  ].join('\n');
}
