import type { Command } from 'commander';
import { report } from '../../contract/report.js';
import { reportPage } from '../../presentation/report/page.js';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { pageText } from '../lib/pageText.js';
import { show } from '../lib/print.js';
import { withProgress } from '../lib/progress.js';
import { writePage } from '../lib/writePage.js';

/** `drawbridge report`: what a compliance reviewer hands on. */
export function addReport(program: Command): void {
  const verb = program
    .command('report <case>')
    .description('what needs attention, controls, decisions, access and documents: in short, as HTML or as JSON')
    .option('--html <file>', 'write the full report as one HTML file that prints well')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { html } = optionsOf<{ html?: string }>(command);
      const work = await workOf(command, { caseId, reads: true });
      if (html !== undefined) return await writePage(work, caseAt(caseId, 'report.html'), html);
      const made = await withProgress('Writing the report', work.globals.json === true, () =>
        askJson(work.session, caseAt(caseId, 'report'), report),
      );
      show(work.globals.json, made, () => pageText(reportPage(made)));
    });
  withExamples(verb, 'report CASE', 'report CASE --html report.html', 'report CASE --json');
}
