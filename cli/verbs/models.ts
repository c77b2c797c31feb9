import type { Command } from 'commander';
import { type ModelsPage, modelsPage } from '../../contract/deciding.js';
import { modelsWords } from '../../presentation/deciding/pages.js';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { paint, safe, show, table } from '../lib/print.js';
import { writePage } from '../lib/writePage.js';

/** `drawbridge models`: the engagement models side by side (EM-1). */
export function addModels(program: Command): void {
  const verb = program
    .command('models <case>')
    .description('the three engagement models side by side, which one is recommended and why')
    .option('--out <file>', 'write it as one HTML file that prints well')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { out } = optionsOf<{ out?: string }>(command);
      const work = await workOf(command, { caseId, reads: true });
      if (out !== undefined) return await writePage(work, caseAt(caseId, 'models.html'), out);
      const page = await askJson(work.session, caseAt(caseId, 'models'), modelsPage);
      show(work.globals.json, page, () => inWords(page));
    });
  withExamples(verb, 'models CASE', 'models CASE --out models.html');
}

function inWords(page: ModelsPage): string {
  const { recommended, status, reasons, overrideReason, models, rows } = modelsWords(page);
  const marks = (one: { recommended: boolean; chosen: boolean }): string =>
    [one.recommended ? ' (recommended)' : '', one.chosen ? ' (chosen)' : ''].join('');
  return [
    `${paint.green(`Recommended: ${recommended}.`)} ${status}`,
    ...reasons.map((reason) => `  ${safe(reason)}`),
    ...(overrideReason === '' ? [] : [`  Why another model was chosen: ${safe(overrideReason)}`]),
    '',
    table(
      ['', ...models.map((one) => `${one.label}${marks(one)}`)],
      rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]),
    ),
  ].join('\n');
}
