import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { z } from 'zod';
import type { VerifyAnswer } from '../../store/contract.js';
import { badInput, CliError, EXIT } from '../exit.js';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { type Globals, optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { paint, safe, say, show } from '../lib/print.js';
import { withProgress } from '../lib/progress.js';

const Verified: z.ZodType<VerifyAnswer> = z.union([
  z.object({
    ok: z.literal(true),
    caseId: z.string(),
    rows: z.number(),
    head: z.object({ seq: z.number(), hash: z.string() }),
    stateMatches: z.boolean(),
  }),
  z.object({ ok: z.literal(false), caseId: z.string(), brokenSeq: z.number(), message: z.string() }),
]);

/** `drawbridge ledger verify`: checks the chain of a case, at the server or in an exported file. */
export function addLedgerVerify(ledger: Command): void {
  const verb = ledger
    .command('verify [case]')
    .description(
      'check that nothing in the trail was changed, removed or put in; exit code 3 names the first broken row',
    )
    .option('--file <file>', 'an exported trail; checked here, without any server')
    .action(async (caseId: string | undefined, _: unknown, command: Command) => {
      const options = optionsOf<{ file?: string }>(command);
      if ((options.file === undefined) === (caseId === undefined))
        throw badInput('Name a case, or --file for an exported trail.');
      const quiet = options.json === true;
      const answer = await withProgress('Verifying', quiet, () =>
        options.file !== undefined ? verifyFile(options.file) : verifyCase(command, caseId ?? ''),
      );
      tell(options, answer);
    });
  withExamples(verb, 'ledger verify CASE', 'ledger verify --file case.jsonl');
}

async function verifyCase(command: Command, caseId: string): Promise<VerifyAnswer> {
  const { session } = await workOf(command, { caseId, role: 'compliance' });
  return await askJson(session, caseAt(caseId, 'ledger', 'verify'), Verified);
}

async function verifyFile(file: string): Promise<VerifyAnswer> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw badInput(`There is no file ${file}.`);
  const { verifyExport } = await import('../../store/verifyExport.js');
  const input = createReadStream(file, 'utf8');
  return await verifyExport(createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }));
}

function tell(options: Globals, answer: VerifyAnswer): void {
  if (!answer.ok || !answer.stateMatches) {
    if (options.json) say(JSON.stringify(answer, null, 2));
    throw new CliError(
      EXIT.refused,
      answer.ok
        ? 'The chain is whole, but the state of the case is not what its ledger adds up to.'
        : `The trail is broken at no. ${answer.brokenSeq}: ${safe(answer.message)}`,
    );
  }
  show(options.json, answer, () =>
    [
      `${paint.green('Whole')}: ${answer.rows} entries of case ${safe(answer.caseId)}, each chained to the one before.`,
      `Head: no. ${answer.head.seq}, ${safe(answer.head.hash)}`,
    ].join('\n'),
  );
}
