import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { anyNumber, wholeNumber } from '../lib/numbers.js';

/** `drawbridge dispute`: the vendor says that a reading or a missed meeting is wrong, and the client answers. */
export function addDispute(program: Command): void {
  const group = program
    .command('dispute')
    .description('dispute a reading or a missed meeting (the vendor), uphold or correct it (the client)');
  addRaise(group);
  addUphold(group);
  addCorrect(group);
}

function addRaise(group: Command): void {
  const verb = group
    .command('raise <case> <about> <of>')
    .description('dispute a `reading` of a KPI, or a missed `meeting` such as CA-1')
    .option('--when <when>', 'when it was read, or the day of the meeting (default: the latest)')
    .requiredOption('--reason <text>', 'what is wrong')
    .option('--evidence <text>', 'a link, or the hash of a document; needed where it was answered before')
    .action(async (caseId: string, about: string, of: string, _: unknown, command: Command) => {
      const { when, reason, evidence } = optionsOf<{ when?: string; reason: string; evidence?: string }>(command);
      await act(await workOf(command, { caseId }), caseId, 'RaiseDispute', { about, of, when, reason, evidence });
    });
  withExamples(
    verb,
    'dispute raise CASE reading "Forecast latency" --reason "Read before the new index was built" --as vendor-contact',
    'dispute raise CASE meeting CA-2 --when 2026-09-11 --reason "Held on the phone" --as vendor-contact',
  );
}

function addUphold(group: Command): void {
  const verb = group
    .command('uphold <case> <dispute>')
    .description('leave the record as it is')
    .requiredOption('--reason <text>', 'why; the vendor reads it')
    .action(async (caseId: string, dispute: string, _: unknown, command: Command) => {
      const { reason } = optionsOf<{ reason: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'AnswerDispute', { dispute, answer: 'uphold', reason });
    });
  withExamples(verb, 'dispute uphold CASE dispute-1 --reason "The log says 520 ms" --as procurement');
}

type Correction = { value?: number; attendees?: number; notes?: string; reason: string };

function addCorrect(group: Command): void {
  const verb = group
    .command('correct <case> <dispute>')
    .description('correct the record: a reading by its value, a missed meeting by who was there and what came of it')
    .option('--value <number>', 'of a reading: the right value', anyNumber)
    .option('--attendees <number>', 'of a missed meeting: how many took part', wholeNumber)
    .option('--notes <text>', 'of a missed meeting: what came of it')
    .requiredOption('--reason <text>', 'why; the vendor reads it')
    .action(async (caseId: string, dispute: string, _: unknown, command: Command) => {
      const { value, attendees, notes, reason } = optionsOf<Correction>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'AnswerDispute', { dispute, answer: 'correct', value, attendees, notes, reason });
    });
  withExamples(
    verb,
    'dispute correct CASE dispute-1 --value 390 --reason "Read again with the vendor" --as procurement',
    'dispute correct CASE dispute-2 --attendees 4 --notes "Plan for week 3" --reason "It was held" --as procurement',
  );
}
