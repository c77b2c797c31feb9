import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { badInput } from '../exit.js';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { send } from '../lib/http.js';
import { say } from '../lib/print.js';
import { withProgress } from '../lib/progress.js';
import { readReport, reportInWords } from '../lib/reportWords.js';

/** `drawbridge report`: what a compliance reviewer hands on. */
export function addReport(program: Command): void {
  const verb = program
    .command('report <case>')
    .description('controls met, waived and open, decisions, access windows, clocks: in short, as HTML or as JSON')
    .option('--html <file>', 'write the full report as one HTML file that prints well')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { html } = optionsOf<{ html?: string }>(command);
      const { globals, session } = await workOf(command, { caseId, reads: true });
      const page = html === undefined ? 'report' : 'report.html';
      const accept = html === undefined ? 'application/json' : 'text/html';
      const text = await withProgress('Writing the report', globals.json === true, async () =>
        (await send(session, caseAt(caseId, page), { accept })).text(),
      );
      if (html !== undefined) {
        await writeFile(html, text, { mode: 0o600 }).catch(() => {
          throw badInput(`Cannot write ${html}.`);
        });
        say(globals.json ? JSON.stringify({ caseId, file: html }) : `Written to ${html}.`);
      } else say(globals.json ? JSON.stringify(JSON.parse(text), null, 2) : reportInWords(readReport(text)));
    });
  withExamples(verb, 'report CASE', 'report CASE --html report.html', 'report CASE --json');
}
