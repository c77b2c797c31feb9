import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { verifiedAnswer } from '../../contract/ledger.js';
import type { VerifyAnswer } from '../../evidence/ledger.js';
import { badInput, CliError, EXIT } from '../exit.js';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { type Globals, optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { paint, safe, say, show } from '../lib/print.js';
import { withProgress } from '../lib/progress.js';
import { FOLD_DIFFERS, verifyAll } from '../lib/verified.js';

/** `drawbridge ledger verify`: checks the chain of a case or of all, at the server, or of one in an exported file. */
export function addLedgerVerify(ledger: Command): void {
  const verb = ledger
    .command('verify [case]')
    .description(
      'check that nothing in the trail was changed, removed or put in; exit code 3 names the first broken row',
    )
    .option('--file <file>', 'an exported trail; checked here, without any server')
    .option('--all', 'every case, with a line for each that is broken; exit code 1 when one is')
    .action(async (caseId: string | undefined, _: unknown, command: Command) => {
      const options = optionsOf<{ file?: string; all?: true }>(command);
      if ([options.file, options.all, caseId].filter((one) => one !== undefined).length !== 1)
        throw badInput('Name a case, or use --file for an exported ledger, or --all.');
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
    });
  withExamples(verb, 'ledger verify CASE', 'ledger verify --file case.jsonl', 'ledger verify --all');
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
      answer.ok ? FOLD_DIFFERS : `The trail is broken at no. ${answer.brokenSeq}: ${safe(answer.message)}`,
    );
  }
  show(options.json, answer, () =>
    [
      `${paint.green('Whole')}: ${answer.rows} entries of case ${safe(answer.caseId)}, each chained to the one before.`,
      `Head: no. ${answer.head.seq}, ${safe(answer.head.hash)}`,
    ].join('\n'),
  );
}
