import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

const PERSON = ['--person <person>', 'the person it is about: name, address or id'] as const;

/** `drawbridge flag`: raises a red flag, asks for its clearance, or agrees a remedy. */
export function addFlag(program: Command): void {
  const flag = program.command('flag').description('raise a red flag, ask for its clearance, or propose a remedy');
  const raise = flag
    .command('raise <case> <flag>')
    .description('raise a red flag; a deal-breaker stops the case at once')
    .requiredOption('--reason <text>', 'what was found')
    .option(...PERSON)
    .action(async (caseId: string, id: string, _: unknown, command: Command) => {
      const { reason, person } = optionsOf<{ reason: string; person?: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'RaiseRedFlag', { flag: id, person, reason });
    });
  withExamples(raise, 'flag raise CASE RF-2 --reason "Schedule 3 keeps a right to reuse fine-tuned models" --as legal');
  const clear = flag
    .command('clear <case> <flag>')
    .description('request that a red flag be cleared, on evidence; the role named by the policy decides')
    .requiredOption('--reason <text>', 'why it no longer stands')
    .option('--paper <id>', 'the paper that shows it')
    .option(...PERSON)
    .action(async (caseId: string, id: string, _: unknown, command: Command) => {
      const { reason, paper, person } = optionsOf<{ reason: string; paper?: string; person?: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'RequestClearance', { flag: id, person, paper, reason });
    });
  withExamples(clear, 'flag clear CASE RF-2 --paper msa-2 --reason "The right was struck out" --as procurement');
  addRemedy(flag);
}

type Remedy = { term: string; owner: string; until: string; reason: string; person?: string };

function addRemedy(flag: Command): void {
  const remedy = flag
    .command('remedy <case> <flag>')
    .description('propose a remedy: what will be done, by whom, until when; when the day passes the flag is open again')
    .requiredOption('--term <text>', 'what will be done')
    .requiredOption('--owner <person>', 'who does it: name, address or id')
    .requiredOption('--until <day>', 'last day, YYYY-MM-DD')
    .requiredOption('--reason <text>', 'why that is enough for now')
    .option(...PERSON)
    .action(async (caseId: string, id: string, _: unknown, command: Command) => {
      const { term, owner, until, reason, person } = optionsOf<Remedy>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'ProposeRemedy', {
        flag: id,
        person,
        term,
        owner: owner,
        until,
        reason,
      });
    });
  withExamples(
    remedy,
    'flag remedy CASE RF-2 --term "Sign amendment 1" --owner "Nowak" --until 2026-09-15 --reason "Agreed by phone" --as procurement',
  );
}
