import type { Command } from 'commander';
import { badInput, CliError, EXIT } from '../exit.js';
import { withExamples } from '../lib/examples.js';
import { say } from '../lib/print.js';

/** `drawbridge schema`: the forms of files and of evidence, as JSON Schema. */
export function addSchema(program: Command): void {
  const verb = program
    .command('schema <what> [control]')
    .description('print a JSON Schema: case, policy, scenario or evidence; files to fill in: "drawbridge template"')
    .action(async (what: string, control: string | undefined) => say(await schemaOf(what, control?.toUpperCase())));
  withExamples(verb, 'schema case > case.schema.json', 'schema evidence', 'schema evidence IP-1');
}

async function schemaOf(what: string, control: string | undefined): Promise<string> {
  if (what === 'evidence') return await evidence(control);
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

async function evidence(id: string | undefined): Promise<string> {
  const { formsJsonSchema } = await import('../../policy/schemas.js');
  const forms = formsJsonSchema();
  if (id === undefined) return print(forms);
  if (Object.hasOwn(forms, id)) return print(forms[id]);
  throw new CliError(EXIT.notFound, `No evidence form for "${id}".`, {
    hint: 'List them with: drawbridge template evidence',
  });
}
