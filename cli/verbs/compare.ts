import type { Command } from 'commander';
import { type Comparison, comparison } from '../../contract/comparison.js';
import { compareWords } from '../../presentation/deciding/compareWords.js';
import { badInput } from '../exit.js';
import { workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { paint, painted, safe, show, table } from '../lib/print.js';
import { writePage } from '../lib/writePage.js';

/** `drawbridge compare`: candidates for one need side by side. */
export function addCompare(program: Command): void {
  const verb = program
    .command('compare <cases...>')
    .description('candidates for one need side by side: scores, red flags, price, attestation; the best of each marked')
    .option('--out <file>', 'write it as one HTML file that prints well')
    .action(async (caseIds: string[], _: unknown, command: Command) => {
      if (caseIds.length < 2) throw badInput('Name at least two cases: drawbridge compare CASE CASE.');
      const { out } = optionsOf<{ out?: string }>(command);
      const work = await workOf(command, { reads: true });
      const ask = { query: { cases: caseIds.join(',') } };
      if (out !== undefined) return await writePage(work, '/api/compare.html', out, ask);
      const made = await askJson(work.session, '/api/compare', comparison, ask);
      show(work.globals.json, made, () => inWords(made));
    });
  withExamples(verb, 'compare CASE CASE', 'compare CASE CASE CASE --out candidates.html');
}

function inWords(made: Comparison): string {
  const { notes, candidates, rows } = compareWords(made);
  return [
    ...notes.map((note) => paint.yellow(safe(note))),
    table(
      ['', ...candidates.map(({ vendor, caseId, status }) => `${safe(vendor)} ${caseId} (${status})`)],
      rows.map(({ label, cells }) => [
        label,
        ...cells.map(({ text, lines, best }) => {
          const said = safe([text, ...lines].join('\n'));
          return best ? painted(`${paint.green('best:')} ${said}`) : painted(said);
        }),
      ]),
    ),
  ].join('\n');
}
