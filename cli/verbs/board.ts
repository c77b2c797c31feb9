import type { Command } from 'commander';
import { type BoardPage, boardPage } from '../../contract/deciding.js';
import { boardWords } from '../../presentation/deciding/boardWords.js';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { heading, paint, safe, show, table } from '../lib/print.js';
import { writePage } from '../lib/writePage.js';

/** `drawbridge board`: build, outsource or hybrid on one page (SU-6). */
export function addBoard(program: Command): void {
  const verb = program
    .command('board <case>')
    .description('one page for the board: build, outsource or hybrid, with time, cost and a recommendation')
    .option('--out <file>', 'write it as one HTML file that prints on one sheet of A4')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { out } = optionsOf<{ out?: string }>(command);
      const work = await workOf(command, { caseId, reads: true });
      if (out !== undefined) return await writePage(work, caseAt(caseId, 'board.html'), out);
      const page = await askJson(work.session, caseAt(caseId, 'board'), boardPage);
      show(work.globals.json, page, () => inWords(page));
    });
  withExamples(verb, 'board CASE --out board.html', 'board CASE');
}

function inWords(page: BoardPage): string {
  const words = boardWords(page);
  const { advice, why, warnings, outcome, criteria, moreCriteria, reasons, ways, exposure, tiers } = words;
  return [
    paint.green(advice),
    ...why.map((sentence) => `  ${safe(sentence)}`),
    ...warnings.map((sentence) => paint.yellow(`  ${safe(sentence)}`)),
    heading('Intended outcome'),
    safe(outcome),
    ...criteria.map(({ criterion, measure }) => `  ${safe(criterion)}: ${safe(measure)}`),
    ...(moreCriteria === '' ? [] : [paint.dim(`  ${moreCriteria}`)]),
    `Why outsource: ${reasons}`,
    heading('The three options'),
    table(
      ['OPTION', 'SHIPS AFTER', 'FIRST-YEAR COST', 'BASIS'],
      ways.map((way) => [wayText(way), way.weeks, way.cost, way.basis]),
    ),
    ...ways.flatMap((way) => [
      heading(way.label),
      ...way.for.map((sentence) => `  + ${safe(sentence)}`),
      ...way.against.map((sentence) => `  - ${safe(sentence)}`),
    ]),
    heading('The vendor in the evaluation'),
    `Weighted score: ${words.score}`,
    `Not met: ${safe(words.notMet)}`,
    `Red flags: ${words.flagCounts}`,
    ...words.flags.map((flag) => `  ${safe(flag)}`),
    heading('Data exposure'),
    exposure,
    ...(tiers.length === 0
      ? []
      : [
          table(
            ['TIER', 'HIGHEST FINE'],
            tiers.map((tier) => [tier.article, tier.maximum]),
          ),
        ]),
  ].join('\n');
}

/** `Hybrid (recommended, requested)`. */
function wayText({ label, recommended, wanted }: ReturnType<typeof boardWords>['ways'][number]): string {
  const marks = [...(recommended ? ['recommended'] : []), ...(wanted ? ['requested'] : [])];
  return marks.length === 0 ? label : `${label} (${marks.join(', ')})`;
}
