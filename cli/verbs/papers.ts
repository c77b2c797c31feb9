import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import { caseView } from '../../contract/caseView.js';
import { CliError, EXIT } from '../exit.js';
import { act, type Work, workOf } from '../lib/act.js';
import { caseOf } from '../lib/caseData.js';
import { withExamples } from '../lib/examples.js';
import { readBytes } from '../lib/files.js';
import { optionsOf } from '../lib/globals.js';

/** `drawbridge send`, `sign`, `revoke`: the life of a paper. */
export function addPapers(program: Command): void {
  const send = program
    .command('send <case> <paper>')
    .description('send a document to its signers')
    .action(async (caseId: string, paper: string, _: unknown, command: Command) => {
      await act(await workOf(command, { caseId }), caseId, 'SendPaper', { paper });
    });
  withExamples(send, 'send CASE msa-1 --as procurement');
  addSign(program);
  const revoke = program
    .command('revoke <case> <paper>')
    .description('revoke a document; access that rests on it ends')
    .requiredOption('--reason <text>', 'why')
    .action(async (caseId: string, paper: string, _: unknown, command: Command) => {
      const { reason } = optionsOf<{ reason: string }>(command);
      await act(await workOf(command, { caseId }), caseId, 'RevokePaper', { paper, reason });
    });
  withExamples(revoke, 'revoke CASE nda-1 --reason "Terminated by letter of 4 September" --as legal');
}

function addSign(program: Command): void {
  const sign = program
    .command('sign <case> <paper>')
    .description('sign a document; give the file you read, or its hash, so that you sign what you have seen')
    .option('--file <file>', 'the document that you read; refused unless it is the registered one')
    .option('--hash <sha256>', 'its SHA-256')
    .action(async (caseId: string, paper: string, _: unknown, command: Command) => {
      const { file, hash } = optionsOf<{ file?: string; hash?: string }>(command);
      const work = await workOf(command, { caseId });
      const textHash =
        hash ?? (file === undefined ? await registeredHash(work, caseId, paper) : sha256(await readBytes(file)));
      await act(work, caseId, 'SignPaper', { paper, textHash });
    });
  withExamples(
    sign,
    'sign CASE msa-1 --file msa.pdf --as vendor-contact',
    'sign CASE assignment-ewa --as engineer:ewa.lis@vendor.example',
  );
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The hash under which a paper is registered; fails when the case has no such paper. */
export async function registeredHash(work: Work, caseId: string, paper: string): Promise<string> {
  const { papers } = await caseOf(work, caseId, caseView.pick({ papers: true }));
  const found = papers.find((one) => one.id === paper);
  if (found) return found.textHash;
  throw new CliError(EXIT.notFound, `There is no paper "${paper}" in this case.`, {
    hint: papers.length === 0 ? 'It has no papers yet.' : `Its papers: ${papers.map((one) => one.id).join(', ')}.`,
  });
}
