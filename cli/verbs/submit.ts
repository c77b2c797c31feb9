import { type Command, Option } from 'commander';
import type { FormShape, JsonObject } from '../../domain/controls/form.js';
import { PAPER_KINDS } from '../../domain/papers/paper.js';
import { own } from '../../domain/record.js';
import { badInput, CliError, EXIT } from '../exit.js';
import { act, type Work, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { readText } from '../lib/files.js';
import { hintFor } from '../lib/formFaults.js';
import { type FormInput, formFromFile, formFromPairs } from '../lib/formInput.js';
import { optionsOf } from '../lib/globals.js';
import { type PaperOptions, submitPaper } from '../lib/submitPaper.js';

type Options = Partial<PaperOptions> & { form?: string; set?: string[]; person?: string };

/** `drawbridge submit`: submits the evidence of a control, or a paper with its bytes. */
export function addSubmit(program: Command): void {
  const verb = program
    .command('submit <case> [control]')
    .description('submit evidence for a control, or a document (--paper); a new form replaces the old one')
    .option('--person <person>', 'the person it is about')
    .optionsGroup('Evidence of a control, one of:')
    .option('--form <file>', 'the answers as YAML; a form to fill in: "drawbridge template evidence CONTROL"')
    .option('--set <field=answer...>', 'answers one by one: a dot reaches into a record, a comma separates choices')
    .optionsGroup('A document:')
    .option('--paper <id>', 'id for the document, for example msa-1 (required)')
    .addOption(new Option('--kind <kind>', 'what it is (required)').choices(PAPER_KINDS))
    .option('--file <file>', 'the document itself, up to 10 MiB; its SHA-256 identifies it (required)')
    .option('--signers <who...>', 'client, vendor, or people of the case; none for a certificate (required)')
    .option('--from <day>', 'first day in force, YYYY-MM-DD (required)')
    .option('--until <day>', 'last day in force (default: no end)')
    .option('--title <text>', 'title (default: the name of the file)')
    .option('--supersedes <id>', 'the document that it replaces')
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
    'submit CASE ON-4 --set "contact=Mina Roy" --set decides=priorities,scope,acceptance --as procurement',
    'submit CASE --paper msa-1 --kind master-agreement --file msa.pdf --signers client vendor --from 2026-09-01 \\\n' +
      '      --until 2027-08-31 --as vendor-contact',
  );
}

async function submitForm(command: Command, caseId: string, control: string, options: Options): Promise<void> {
  const { form: file, set, person } = options;
  if (file === undefined && set === undefined)
    throw badInput(`The answers for ${control} are missing. Use --form FILE, or --set field=answer.`, {
      hint: `A form to fill in: drawbridge template evidence ${control} > ${control}.yaml`,
    });
  const written = file === undefined ? undefined : formFromFile(await readText(file), file);
  const { CONTROLS } = await import('../../domain/controls/index.js');
  const shape = own(CONTROLS, control)?.form;
  const form = { ...written?.form, ...formFromPairs(set ?? [], shape) };
  const work = await workOf(command, { caseId });
  await sendForm(work, caseId, { control, person, form }, { shape, written, file });
}

/** The form that a control asks for, and the file that the answers come from, where they come from one. */
type Source = { shape: FormShape | null | undefined; written: FormInput | undefined; file: string | undefined };

/** The answers as they go to the API; a fault it finds is told where it stands, with what was meant most likely. */
async function sendForm(
  work: Work,
  caseId: string,
  body: { control: string; person: string | undefined; form: JsonObject },
  { shape, written, file }: Source,
): Promise<void> {
  const outcome = await act(work, caseId, 'SubmitEvidence', body).catch((error: unknown) => {
    if (!(error instanceof CliError) || error.more.code !== 'EvidenceMalformed') throw error;
    const faults = (error.more.faults ?? []).map(({ path = '', message }) => ({
      ...written?.placeOf(path),
      message: `${named(path.replace(/^form\.?/, ''), message)}${shape ? hintFor(shape, body.form, path) : ''}`,
    }));
    throw new CliError(error.exitCode, error.message, { ...error.more, file, faults });
  });
  const { control } = outcome;
  if (control !== undefined && control !== 'met') throw new CliError(EXIT.refused, notMet(body.control, control));
}

/** Recorded is not yet enough: a script has to see it by the exit code. */
const notMet = (id: string, status: 'open' | 'refused'): string =>
  `The evidence is recorded, but ${id} is ${status === 'open' ? 'still open' : 'refused'}. The notes say why.`;

/** The fault with the field in front, unless it names it itself. */
const named = (field: string, message: string): string =>
  field === '' || message.startsWith(field) ? message : `${field} ${message}`;
