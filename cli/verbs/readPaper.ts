import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { send } from '../lib/http.js';
import { show } from '../lib/print.js';
import { registeredHash } from './papers.js';

/** `drawbridge read`: the registered text of a paper, so that people sign what they have read. */
export function addReadPaper(program: Command): void {
  const verb = program
    .command('read <case> <paper>')
    .description('write the registered text of a document to a file, to read before you sign or decide')
    .requiredOption('--out <file>', 'file to write')
    .action(async (caseId: string, paper: string, _: unknown, command: Command) => {
      const { out, json } = optionsOf<{ out: string }>(command);
      const work = await workOf(command, { caseId, reads: true });
      const sha256 = await registeredHash(work, caseId, paper);
      const response = await send(work.session, caseAt(caseId, 'documents', sha256), { accept: '*/*' });
      await writeFile(out, Buffer.from(await response.arrayBuffer()), { mode: 0o600 });
      show(json, { paper, sha256, file: out }, () => `Written to ${out}; its SHA-256 is ${sha256}.`);
    });
  withExamples(
    verb,
    'read CASE msa-1 --out msa.pdf --as legal',
    'read CASE assignment-ewa --out assignment.pdf --as engineer:ewa.lis@vendor.example',
  );
}
