import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { personArg } from '../lib/caseData.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

/** `drawbridge hand`: access to data sets and models, which no system gives: what was done, and what somebody else found. */
export function addHand(program: Command): void {
  const hand = program.command('hand').description('access to data sets and models that is opened and checked by hand');
  addWord(hand, 'report', '<opened|closed>', 'its administrator says what was done', (word) => [
    'ReportHand',
    { is: word },
  ]);
  addWord(hand, 'check', '<present|absent>', 'its checker says what was found', (word) => [
    'CheckHand',
    { found: word },
  ]);
}

type Told = (word: string) => ['ReportHand' | 'CheckHand', Record<string, string>];

function addWord(hand: Command, name: string, words: string, description: string, told: Told): void {
  const verb = hand
    .command(`${name} <case> <person> <resource> ${words}`)
    .description(description)
    .requiredOption('--evidence <text>', 'a link, or the hash of a record of it')
    .action(async (caseId: string, person: string, resource: string, word: string, _: unknown, command: Command) => {
      const { evidence } = optionsOf<{ evidence: string }>(command);
      const work = await workOf(command, { caseId });
      const [type, body] = told(word);
      await act(work, caseId, type, { person: await personArg(work, caseId, person), resource, ...body, evidence });
    });
  const [first] = words.replace(/[<>]/g, '').split('|');
  withExamples(verb, `hand ${name} CASE "Ewa Lis" data:arrivals ${first} --evidence https://… --as security`);
}
