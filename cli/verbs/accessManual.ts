import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

/** `drawbridge access attest` and `access verify`: manual access, which no system gives: what was changed, and what somebody else found. */
export function addManualAccess(access: Command): void {
  addWord(
    access,
    'attest',
    '<opened|closed>',
    'attest a manual change, as the administrator of the resource',
    (word) => ['AttestManualChange', { is: word }],
  );
  addWord(access, 'verify', '<present|absent>', 'verify manual access, as the checker of the resource', (word) => [
    'VerifyManualAccess',
    { found: word },
  ]);
}

type Told = (word: string) => ['AttestManualChange' | 'VerifyManualAccess', Record<string, string>];

function addWord(access: Command, name: string, words: string, description: string, told: Told): void {
  const verb = access
    .command(`${name} <case> <person> <resource> ${words}`)
    .description(description)
    .requiredOption('--evidence <text>', 'a link, or the hash of a record of it')
    .action(async (caseId: string, person: string, resource: string, word: string, _: unknown, command: Command) => {
      const { evidence } = optionsOf<{ evidence: string }>(command);
      const work = await workOf(command, { caseId });
      const [type, body] = told(word);
      await act(work, caseId, type, { person, resource, ...body, evidence });
    });
  const [first] = words.replace(/[<>]/g, '').split('|');
  withExamples(verb, `access ${name} CASE "Ewa Lis" data:arrivals ${first} --evidence https://… --as security`);
}
