import type { Command } from 'commander';
import { openedCase } from '../../contract/cases.js';
import { CliError } from '../exit.js';
import { receiptInWords, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { faulty, readText } from '../lib/files.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { refuseTwin } from '../lib/openAlready.js';
import { paint, show } from '../lib/print.js';
import { withProgress } from '../lib/progress.js';
import type { Session } from '../lib/session.js';
import type { Wanted } from '../lib/signIn.js';
import { addCaseCheck } from './caseCheck.js';
import { addCaseHold } from './caseHold.js';
import { addCaseLife } from './caseLife.js';
import { addCaseList } from './caseList.js';
import { addCaseRegister } from './caseRegister.js';
import { addCaseScope } from './caseScope.js';
import { addCaseShow } from './caseShow.js';
import { addCaseStory } from './caseStory.js';

/** `drawbridge case`: opening, listing, showing, steering and closing cases. */
export function addCase(program: Command): void {
  const group = program
    .command('case')
    .description('check a case file; open, list, show, pause, change, close or hold a case');
  addCaseCheck(group);
  addOpen(group);
  addCaseList(group);
  addCaseShow(group);
  addCaseStory(group);
  addCaseRegister(group);
  addCaseLife(group);
  addCaseScope(group);
  addCaseHold(group);
}

function addOpen(group: Command): void {
  const verb = group
    .command('open <file>')
    .description('open a case from a case file; a file to fill in: "drawbridge template case"')
    .option('--policy <file>', 'a policy of the operator’s list (default: the installation’s own)')
    .option('--another', 'open it even while a case of the same title with the same vendor is open')
    .action(async (file: string, _: unknown, command: Command) => {
      const { policy, another } = optionsOf<{ policy?: string; another?: true }>(command);
      const caseFile = await readText(file);
      const body = { caseFile, ...(policy !== undefined && { policy: await readText(policy) }) };
      const { globals, session } = await workOf(command, {
        role: 'procurement',
        people: await peopleOf(caseFile, file),
      });
      // A key names one opening: repeated with it, the file opens nothing new.
      if (another !== true && globals.key === undefined) await refuseTwinOf(session, caseFile);
      const opened = await withProgress('Opening the case', globals.json === true, () =>
        askJson(session, '/api/cases', openedCase, { body, ...(globals.key !== undefined && { key: globals.key }) }),
      ).catch((error: unknown) => {
        throw inFile(error, file, policy);
      });
      show(globals.json, opened, () =>
        [
          receiptInWords(opened),
          `Case ${paint.bold(opened.caseId)} is open.`,
          `Next: drawbridge case show ${opened.caseId}, drawbridge tasks --case ${opened.caseId}`,
        ].join('\n'),
      );
    });
  withExamples(
    verb,
    'case open vendor.yaml    # as the first person whom the file names as procurement',
    'case open vendor.yaml --policy our-policy.yaml --as procurement:petra.lang@client.example',
  );
}

/** {@link refuseTwin} of what a file would open; one that cannot be read is told of when it is opened. */
async function refuseTwinOf(session: Session, text: string): Promise<void> {
  const { parseCaseFile } = await import('../../policy/caseFile.js');
  const read = parseCaseFile(text);
  if (read.ok) await refuseTwin(session, { title: read.file.title, vendor: read.file.vendor.name });
}

/** The people of the client's whom the file names, by role; a file that cannot be read is told with its faults. */
async function peopleOf(text: string, file: string): Promise<NonNullable<Wanted['people']>> {
  const { parseCaseFile } = await import('../../policy/caseFile.js');
  const { CLIENT_ROLES } = await import('../../domain/case/roles.js');
  return (role) => {
    const read = parseCaseFile(text);
    if (!read.ok) throw faulty(file, read.faults);
    const known = CLIENT_ROLES.find((one) => one === role);
    return known === undefined ? [] : (read.file.client.people[known] ?? []);
  };
}

/** The same error, its faults standing in the file that they were found in. */
function inFile(error: unknown, file: string, policy: string | undefined): unknown {
  if (!(error instanceof CliError) || error.more.faults === undefined) return error;
  const inPolicy = policy !== undefined && error.message.startsWith('The policy file');
  return new CliError(error.exitCode, error.message, { ...error.more, file: inPolicy ? policy : file });
}
