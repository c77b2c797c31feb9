import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { type Population, population as populationAnswer } from '../../contract/populations.js';
import { POPULATIONS } from '../../domain/audit/populations.js';
import { withNames } from '../../presentation/words/people.js';
import { badInput, CliError, EXIT } from '../exit.js';
import { workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { send } from '../lib/http.js';
import { paint, painted, say, table } from '../lib/print.js';
import { withProgress } from '../lib/progress.js';

type Options = { from: string; to: string; csv?: boolean; out?: string; sample?: string; seed?: string };

const KINDS = Object.keys(POPULATIONS).join(', ');

/** `drawbridge audit population`: all rows of a kind in a period, or a sample that can be drawn again. */
export function addAuditPopulation(audit: Command): void {
  const verb = audit
    .command('population <kind>')
    .description(`every entry of a kind across cases, or a sample of them: ${KINDS}`)
    .requiredOption('--from <day>', 'first day, in UTC by the time of the case')
    .requiredOption('--to <day>', 'last day, included')
    .option('--csv', 'as CSV, safe to open in a spreadsheet')
    .option('--sample <number>', 'draw so many rows, 1 to 1000; needs --seed')
    .option('--seed <text>', 'any text; the same seed draws the same rows')
    .option('--out <file>', 'file to write (default: standard output)')
    .action(async (kind: string, _: unknown, command: Command) => {
      const { from, to, csv, sample, seed, out, json } = optionsOf<Options>(command);
      if (!Object.hasOwn(POPULATIONS, kind)) throw badInput(`Unknown population "${kind}". Use one of: ${KINDS}.`);
      if (csv && json) throw badInput('Use either --csv or --json, not both.');
      const { session } = await workOf(command, { reads: true });
      const query = { from, to, format: csv ? 'csv' : 'json', sample, seed };
      const response = await send(session, `/api/populations/${kind}`, { query, accept: csv ? 'text/csv' : undefined });
      if (response.body === null) throw new CliError(EXIT.other, 'The API sent an empty population.');
      if (out === undefined && !csv && !json) return say(inWords(populationAnswer.parse(await response.json())));
      const body = Readable.fromWeb(response.body);
      if (out === undefined) return pipeline(body, process.stdout, { end: false });
      await withProgress('Writing the population', false, () =>
        pipeline(body, createWriteStream(out, { mode: 0o600 })),
      );
      process.stderr.write(`Written to ${out}.\n`);
    });
  withExamples(
    verb,
    'audit population grants --from 2026-01-01 --to 2026-12-31 --csv --out grants.csv',
    'audit population refusals --from 2026-01-01 --to 2026-03-31 --sample 25 --seed "FY26 Q1"',
  );
}

const PLACE = ['caseId', 'seq', 'hash', 'at', 'event', 'actor', 'role', 'rank'];

function inWords({ rows, population, seed, names }: Population): string {
  if (rows.length === 0) return 'There are none in that period.';
  const body = rows.map((row) => {
    const rest = Object.entries(row).filter(([name]) => !PLACE.includes(name));
    const said = rest.map(([name, value]) => `${name} ${withNames(String(value), names)}`).join(', ');
    return [row.caseId, row.seq, row.at.slice(0, 16), row.event, said, painted(paint.dim(row.hash.slice(0, 12)))];
  });
  const size =
    seed === undefined ? `${population} in all.` : `${rows.length} of ${population}, drawn with the seed "${seed}".`;
  return [table(['CASE', 'ENTRY', 'AT (UTC)', 'FACT', 'WHAT', 'HASH'], body), '', size].join('\n');
}
