import type { Command } from 'commander';
import { badInput, CliError } from '../exit.js';
import { act, type Work, workOf } from '../lib/act.js';
import { maybePerson } from '../lib/caseData.js';
import { withExamples } from '../lib/examples.js';
import { readText } from '../lib/files.js';
import { type FormInput, formFromFile, formFromPairs } from '../lib/formInput.js';
import { optionsOf } from '../lib/globals.js';
import { type PaperOptions, submitPaper } from '../lib/submitPaper.js';

type Options = Partial<PaperOptions> & { form?: string; set?: string[]; person?: string };

/** `drawbridge submit`: supplies the evidence of a control, or a paper with its bytes. */
export function addSubmit(program: Command): void {
  const verb = program
    .command('submit <case> [control]')
    .description('submit evidence for a control, or a document (--paper); a new form replaces the old one')
    .option('--form <file>', 'the answers as YAML; a form to fill in: "drawbridge schema evidence CONTROL"')
    .option('--set <field=answer...>', 'answers one by one; a dot leads inside, a comma parts several choices')
    .option('--person <person>', 'the person that it is about: name, address or id')
    .option('--paper <id>', 'id for the paper, for example msa-1')
    .option(
      '--kind <kind>',
      'master-agreement, contributor-assignment, nda, dpa, attestation-report, bridge-letter, other',
    )
    .option('--file <file>', 'the document itself, up to 10 MiB; its SHA-256 becomes the identity of the paper')
    .option('--title <text>', 'title of the paper (default: the name of the file)')
    .option('--signers <who...>', 'client, vendor, or persons by name, address or id; none for a certificate')
    .option('--from <day>', 'first day in force, YYYY-MM-DD')
    .option('--until <day>', 'last day in force (default: no end)')
    .option('--supersedes <id>', 'paper that it takes the place of')
    .action(async (caseId: string, control: string | undefined, _: unknown, command: Command) => {
      const options = optionsOf<Options>(command);
      if (options.paper !== undefined) {
        if (control !== undefined) throw badInput('Name either a control or --paper, not both.');
        await submitPaper(await workOf(command, { caseId }), caseId, options);
      } else if (control === undefined) throw badInput('Name a control, or use --paper for a document.');
      else await submitForm(command, caseId, control.toUpperCase(), options);
    });
  withExamples(
    verb,
    'submit CASE IP-1 --form ip-1.yaml --as vendor-contact',
    'submit CASE ON-4 --set contact=e.maier@client.example --set mayDecide=yes --as engineering-manager',
    'submit CASE --paper msa-1 --kind master-agreement --file msa.pdf --signers client vendor --from 2026-09-01 \\\n' +
      '      --until 2027-08-31 --as vendor-contact',
  );
}

async function submitForm(command: Command, caseId: string, control: string, options: Options): Promise<void> {
  const { form: file, set, person } = options;
  if (file === undefined && set === undefined)
    throw badInput(`The answers for ${control} are missing. Use --form FILE, or --set field=answer.`, {
      hint: `See the questions with: drawbridge schema evidence ${control}`,
    });
  const written = file === undefined ? undefined : formFromFile(await readText(file), file);
  const { CONTROLS } = await import('../../domain/controls/index.js');
  const shape = Object.hasOwn(CONTROLS, control) ? CONTROLS[control]?.form : undefined;
  const form = { ...written?.form, ...formFromPairs(set ?? [], shape) };
  const work = await workOf(command, { caseId });
  const about = await maybePerson(work, caseId, person);
  await sendForm(work, caseId, { control, person: about, form }, written, file);
}

/** The answers as they go to the API; a fault it finds is told where it stands in the file. */
async function sendForm(
  work: Work,
  caseId: string,
  body: { control: string; person: string | undefined; form: object },
  written: FormInput | undefined,
  file: string | undefined,
): Promise<void> {
  try {
    await act(work, caseId, 'SubmitEvidence', body);
  } catch (error) {
    if (!(error instanceof CliError) || error.more.faults === undefined || written === undefined) throw error;
    const faults = error.more.faults.map((fault) => ({
      ...written.placeOf(fault.path ?? ''),
      message: named((fault.path ?? '').replace(/^form\./, ''), fault.message),
    }));
    throw new CliError(error.exitCode, error.message, { ...error.more, file, faults });
  }
}

/** The fault with the field in front, unless it names it itself. */
const named = (field: string, message: string): string =>
  field === '' || message.startsWith(field) ? message : `${field} ${message}`;
