import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { badInput } from '../exit.js';
import { caseAt, workOf } from '../lib/act.js';
import { certificateInWords, readCertificate } from '../lib/certificateWords.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { send } from '../lib/http.js';
import { say } from '../lib/print.js';
import { withProgress } from '../lib/progress.js';

/** `drawbridge certificate`: what day 30 came to, for whoever was not there. */
export function addCertificate(program: Command): void {
  const verb = program
    .command('certificate <case>')
    .description(
      'the day-30 certificate: gates, access, KPIs, attendance, what is still owed; before that, where the case stands',
    )
    .option('--out <file>', 'write it to a file: JSON where the name ends in .json, else HTML that prints well')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { out } = optionsOf<{ out?: string }>(command);
      const { globals, session } = await workOf(command, { caseId, reads: true });
      const get = (page: string, accept: string): Promise<string> =>
        withProgress('Writing the certificate', globals.json === true, async () =>
          (await send(session, caseAt(caseId, page), { accept })).text(),
        );
      if (out !== undefined) {
        const asJson = out.endsWith('.json');
        const text = await (asJson ? get('certificate', 'application/json') : get('certificate.html', 'text/html'));
        await writeFile(out, asJson ? `${JSON.stringify(JSON.parse(text), null, 2)}\n` : text, { mode: 0o600 }).catch(
          () => {
            throw badInput(`Cannot write ${out}.`);
          },
        );
        say(globals.json ? JSON.stringify({ caseId, file: out }) : `Written to ${out}.`);
        return;
      }
      const text = await get('certificate', 'application/json');
      say(globals.json ? JSON.stringify(JSON.parse(text), null, 2) : certificateInWords(readCertificate(text)));
    });
  withExamples(verb, 'certificate CASE', 'certificate CASE --out certificate.html', 'certificate CASE --json');
}
