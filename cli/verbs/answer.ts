import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { approvalOf } from '../lib/approvals.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

/** `drawbridge answer`: answers the questions with which an approval was returned. */
export function addAnswer(program: Command): void {
  const verb = program
    .command('answer <case> <approval>')
    .description('answer the questions on a returned approval')
    .requiredOption('--text <answer>', 'the answer')
    .action(async (caseId: string, approval: string, _: unknown, command: Command) => {
      const { text } = optionsOf<{ text: string }>(command);
      const work = await workOf(command, { caseId });
      const { id } = await approvalOf(work, caseId, approval);
      await act(work, caseId, 'AnswerQuestions', { approval: id, answer: text });
    });
  withExamples(verb, 'answer CASE contract --text "Clause 7.2 names the assignee" --as vendor-contact');
}
