import type { Command } from 'commander';
import { certificate } from '../../contract/certificate.js';
import { certificatePage } from '../../presentation/certificate/page.js';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { pageText } from '../lib/pageText.js';
import { show } from '../lib/print.js';
import { withProgress } from '../lib/progress.js';
import { saveText, writePage } from '../lib/writePage.js';

/** `drawbridge certificate`: what day 30 came to, for whoever was not there. */
export function addCertificate(program: Command): void {
  const verb = program
    .command('certificate <case>')
    .description(
      'the day-30 certificate: gates, access, KPIs, meetings, what is still open; before that, a status statement',
    )
    .option('--out <file>', 'write it to a file: JSON where the name ends in .json, else HTML that prints well')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { out } = optionsOf<{ out?: string }>(command);
      const work = await workOf(command, { caseId, reads: true });
      if (out !== undefined && !out.endsWith('.json'))
        return await writePage(work, caseAt(caseId, 'certificate.html'), out);
      const made = await withProgress('Writing the certificate', work.globals.json === true, () =>
        askJson(work.session, caseAt(caseId, 'certificate'), certificate),
      );
      if (out !== undefined) return await saveText(work, out, `${JSON.stringify(made, null, 2)}\n`);
      show(work.globals.json, made, () => pageText(certificatePage(made)));
    });
  withExamples(verb, 'certificate CASE', 'certificate CASE --out certificate.html', 'certificate CASE --json');
}
