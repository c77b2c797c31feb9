import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { verifiedAnswer } from '../../contract/ledger.js';
import type { Comparison } from '../../evidence/against.js';
import type { VerifyAnswer } from '../../evidence/ledger.js';
import { badInput, CliError, EXIT } from '../exit.js';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { type Globals, optionsOf } from '../lib/globals.js';
import { askJson, send } from '../lib/http.js';
import { paint, safe, say, show } from '../lib/print.js';
import { withProgress } from '../lib/progress.js';
import { differs, verifyAll } from '../lib/verified.js';

/** `drawbridge ledger verify`: checks the chain of a case or of all, at the server, or of one in an exported file. */
export function addLedgerVerify(ledger: Command): void {
  const verb = ledger
    .command('verify [case]')
    .description(
      'check that nothing in the trail was changed, removed or put in; exit code 3 names the first broken row',
    )
    .option('--file <file>', 'an exported trail; checked here, without any server')
    .option('--against <file>', 'with a case or --file: an earlier export or a receipt that the trail must still hold')
    .option('--all', 'every case, with a line for each that is broken; exit code 1 when one is')
    .action(async (caseId: string | undefined, _: unknown, command: Command) => {
      const options = optionsOf<{ file?: string; all?: true; against?: string }>(command);
      if ([options.file, options.all, caseId].filter((one) => one !== undefined).length !== 1)
        throw badInput('Name a case, or use --file for an exported ledger, or --all.');
      if (options.all && options.against !== undefined) throw badInput('--against is about one case. Name the case.');
      const quiet = options.json === true;
      if (options.all) {
        const { session } = await workOf(command, { reads: true });
        await withProgress('Verifying every case', quiet, () => verifyAll(session, quiet));
        return;
      }
      const answer = await withProgress('Verifying', quiet, () =>
        options.file !== undefined ? verifyFile(options.file) : verifyCase(command, caseId ?? ''),
      );
      tell(options, answer);
      if (options.against === undefined) return;
      const lines = options.file === undefined ? exported(command, answer.caseId) : readLines(options.file);
      tellComparison(options, await compared(options.against, await lines));
    });
  withExamples(
    verb,
    'ledger verify CASE',
    'ledger verify CASE --against kept-in-october.jsonl',
    'ledger verify --file case.jsonl',
    'ledger verify --all',
  );
}

/** The trail as it is now, downloaded and verified here as well. */
async function exported(command: Command, caseId: string): Promise<string[]> {
  const { session } = await workOf(command, { caseId, reads: true });
  const response = await send(session, caseAt(caseId, 'ledger'), { query: { format: 'jsonl' } });
  return linesOf(await response.text());
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const readLines = async (file: string): Promise<string[]> => linesOf(await readFile(file, 'utf8'));

async function compared(file: string, lines: string[]): Promise<Comparison> {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept === undefined) throw badInput(`File not found: ${file}`);
  const { compareTrail, readEarlier } = await import('../../evidence/against.js');
  const { verifyExport } = await import('../../evidence/verifyExport.js');
  const earlier = await readEarlier(kept);
  if (earlier === undefined) throw badInput(`${file} is neither an exported trail nor a receipt.`);
  if ('ok' in earlier) throw badInput(`${file} does not verify by itself: ${earlier.message}`);
  const now = await verifyExport(lines);
  if (!now.ok) throw new CliError(EXIT.refused, `The trail is broken at no. ${now.brokenSeq}: ${safe(now.message)}`);
  return compareTrail(earlier, { caseId: now.caseId, lines });
}

function tellComparison(options: Globals, comparison: Comparison): void {
  if (!comparison.ok) {
    if (options.json) say(JSON.stringify(comparison, null, 2));
    throw new CliError(EXIT.refused, safe(comparison.message));
  }
  if (!options.json) say(`It still holds everything that the file knows, up to no. ${comparison.seq}.`);
}

async function verifyCase(command: Command, caseId: string): Promise<VerifyAnswer> {
  const { session } = await workOf(command, { caseId, reads: true });
  return await askJson(session, caseAt(caseId, 'ledger', 'verify'), verifiedAnswer);
}

async function verifyFile(file: string): Promise<VerifyAnswer> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw badInput(`File not found: ${file}`);
  const { verifyExport } = await import('../../evidence/verifyExport.js');
  const input = createReadStream(file, 'utf8');
  return await verifyExport(createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }));
}

function tell(options: Globals, answer: VerifyAnswer): void {
  if (!answer.ok || !answer.stateMatches) {
    if (options.json) say(JSON.stringify(answer, null, 2));
    throw new CliError(
      EXIT.refused,
      answer.ok ? differs(answer.differing) : `The trail is broken at no. ${answer.brokenSeq}: ${safe(answer.message)}`,
    );
  }
  show(options.json, answer, () =>
    [
      `${paint.green('Whole')}: ${answer.rows} entries of case ${safe(answer.caseId)}, each chained to the one before.`,
      `Head: no. ${answer.head.seq}, ${safe(answer.head.hash)}`,
    ].join('\n'),
  );
}
