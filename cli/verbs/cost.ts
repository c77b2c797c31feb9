import type { Command } from 'commander';
import { type CostPage, costPage } from '../../contract/deciding.js';
import { costWords } from '../../presentation/deciding/pages.js';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { heading, paint, safe, show, table } from '../lib/print.js';
import { writePage } from '../lib/writePage.js';

/** `drawbridge cost`: the price beside the loaded cost in-house (EM-3). */
export function addCost(program: Command): void {
  const verb = program
    .command('cost <case>')
    .description('what the engagement costs beside the same engineers in-house, and what was billed')
    .option('--out <file>', 'write it as one HTML file that prints well')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { out } = optionsOf<{ out?: string }>(command);
      const work = await workOf(command, { caseId, reads: true });
      if (out !== undefined) return await writePage(work, caseAt(caseId, 'cost.html'), out);
      const page = await askJson(work.session, caseAt(caseId, 'cost'), costPage);
      show(work.globals.json, page, () => inWords(page));
    });
  withExamples(verb, 'cost CASE', 'cost CASE --out cost.html');
}

function inWords(page: CostPage): string {
  const { lacking, lines, entered, saving, percent, figures, invoices } = costWords(page);
  const money = ['', 'A MONTH', 'A YEAR'];
  const sections: [string, string][] = [
    [
      'One engineer',
      table(
        [...money, 'FROM'],
        lines.map((l) => [l.label, l.monthly, l.yearly, l.from]),
      ),
    ],
    [
      'Saving against in-house',
      saving.length === 0
        ? ''
        : `${table(
            money,
            saving.map((s) => [s.label, s.monthly, s.yearly]),
          )}\n${percent}`,
    ],
    [
      'Policy figures',
      figures.length === 0
        ? ''
        : table(
            ['FIGURE', 'A MONTH', 'SOURCE'],
            figures.map((f) => [f.label, f.value, f.source]),
          ),
    ],
    [
      'Billed against agreed',
      invoices.length === 0
        ? ''
        : table(
            ['MONTH', 'ENGINEERS', 'AGREED', 'BILLED', 'DIFFERENCE'],
            invoices.map((i) => [i.month, i.engineers, i.agreed, i.billed, i.difference]),
          ),
    ],
  ];
  return [
    ...lacking.map((what) => paint.yellow(safe(what))),
    ...sections.flatMap(([title, text]) => (text === '' ? [] : [heading(title), text])),
    ...(entered === '' ? [] : [paint.dim(safe(entered))]),
  ].join('\n');
}
