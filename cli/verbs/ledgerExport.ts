import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { CliError, EXIT } from '../exit.js';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { send } from '../lib/http.js';
import { withProgress } from '../lib/progress.js';

/** `drawbridge ledger export`: the trail as JSON Lines, for a verifier that trusts nobody. */
export function addLedgerExport(ledger: Command): void {
  const verb = ledger
    .command('export <case>')
    .description('write the whole ledger as JSON Lines; "ledger verify --file" checks it without a server')
    .option('--out <file>', 'file to write (default: standard output)')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { out } = optionsOf<{ out?: string }>(command);
      const { session } = await workOf(command, { caseId, reads: true });
      const response = await send(session, caseAt(caseId, 'ledger'), {
        query: { format: 'jsonl' },
        accept: 'application/jsonl, application/x-ndjson, application/json',
      });
      if (response.body === null) throw new CliError(EXIT.other, 'The API sent an empty export.');
      const from = Readable.fromWeb(response.body);
      if (out === undefined) await pipeline(from, process.stdout, { end: false });
      else {
        await withProgress('Writing the export', false, () => pipeline(from, createWriteStream(out, { mode: 0o600 })));
        process.stderr.write(`Written to ${out}. Check it with: drawbridge ledger verify --file ${out}\n`);
      }
    });
  withExamples(verb, 'ledger export CASE --out case.jsonl');
}
