import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { wholeNumber } from '../lib/numbers.js';

/** `drawbridge milestone`: what a project delivers, when, and whether it is accepted (EM-2). */
export function addMilestone(program: Command): void {
  const group = program
    .command('milestone')
    .description('milestones of a project: deliver, accept, return, move, agree, decline');
  addDeliver(group);
  addAnswer(group, 'accept', 'accept what was delivered', 'All four weeks are above 90 %');
  addAnswer(group, 'return', 'return what was delivered, with what is missing', 'Week 3 is at 84 %');
  addMove(group);
  addMoveAnswer(group, 'agree', 'agree to the day that the other side asked for', 'Holidays');
  addMoveAnswer(group, 'decline', 'leave the due day as it is', 'The launch depends on it');
}

function addDeliver(group: Command): void {
  const verb = group
    .command('deliver <case> <milestone>')
    .description('say that a milestone is delivered; the client accepts or returns it')
    .requiredOption('--evidence <text>', 'a link, or the hash of a document')
    .action(async (caseId: string, milestone: string, _: unknown, command: Command) => {
      const { evidence } = optionsOf<{ evidence: string }>(command);
      await act(await workOf(command, { caseId }), caseId, 'DeliverMilestone', { milestone, evidence });
    });
  withExamples(
    verb,
    'milestone deliver CASE milestone-1 --evidence https://git.vendor.example/r/7 --as vendor-contact',
  );
}

function addAnswer(group: Command, answer: 'accept' | 'return', does: string, because: string): void {
  const verb = group
    .command(`${answer} <case> <milestone>`)
    .description(does)
    .requiredOption('--delivery <number>', 'number of the delivery that you looked at', wholeNumber)
    .requiredOption('--reason <text>', 'why; the vendor reads it')
    .action(async (caseId: string, milestone: string, _: unknown, command: Command) => {
      const { delivery, reason } = optionsOf<{ delivery: number; reason: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'AnswerMilestone', { milestone, delivery, answer, reason });
    });
  withExamples(
    verb,
    `milestone ${answer} CASE milestone-1 --delivery 1 --reason "${because}" --as engineering-manager`,
  );
}

function addMove(group: Command): void {
  const verb = group
    .command('move <case> <milestone>')
    .description('another due day: a later one by the client holds at once, any other asks the other side')
    .requiredOption('--due <day>', 'the new due day, YYYY-MM-DD')
    .requiredOption('--reason <text>', 'why; both sides read it')
    .action(async (caseId: string, milestone: string, _: unknown, command: Command) => {
      const { due, reason } = optionsOf<{ due: string; reason: string }>(command);
      await act(await workOf(command, { caseId }), caseId, 'MoveMilestone', { milestone, due, reason });
    });
  withExamples(
    verb,
    'milestone move CASE milestone-2 --due 2026-11-20 --reason "The test data came late" --as engineering-manager',
  );
}

function addMoveAnswer(group: Command, answer: 'agree' | 'decline', does: string, because: string): void {
  const verb = group
    .command(`${answer} <case> <milestone>`)
    .description(does)
    .requiredOption('--due <day>', 'the day that was asked for, YYYY-MM-DD')
    .requiredOption('--reason <text>', 'why; both sides read it')
    .action(async (caseId: string, milestone: string, _: unknown, command: Command) => {
      const { due, reason } = optionsOf<{ due: string; reason: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'AnswerMilestoneMove', { milestone, due, answer, reason });
    });
  withExamples(
    verb,
    `milestone ${answer} CASE milestone-2 --due 2026-11-20 --reason "${because}" --as engineering-manager`,
  );
}
