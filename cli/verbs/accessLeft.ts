import type { Command } from 'commander';
import { LEFT_ANSWERS } from '../../domain/leftBehind/leftBehind.js';
import { badInput } from '../exit.js';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

/** `drawbridge access left`: say of something that stays after an access has ended that it was removed, or whose it is now. */
export function addAccessLeft(access: Command): void {
  const verb = access
    .command('left <case> <person> <resource> <item> <removed|stays>')
    .description('say of something left behind, as "access show" lists it, that it was removed, or whose it is now')
    .option('--whose <text>', 'of what stays: which team, service or company answers for it now')
    .requiredOption('--reason <text>', 'why')
    .action(
      async (
        caseId: string,
        person: string,
        resource: string,
        item: string,
        word: string,
        _: unknown,
        command: Command,
      ) => {
        const is = LEFT_ANSWERS.find((one) => one === word);
        if (is === undefined) throw badInput(`Unknown answer "${word}". Use one of: ${LEFT_ANSWERS.join(', ')}.`);
        const { whose, reason } = optionsOf<{ whose?: string; reason: string }>(command);
        const work = await workOf(command, { caseId });
        await act(work, caseId, 'AnswerLeftBehind', { person, resource, item, is, ...(whose && { whose }), reason });
      },
    );
  withExamples(
    verb,
    'access left CASE "Ewa Lis" github:meridian/eta-model deploy-key:4711 removed --reason "Revoked today." --as security',
    'access left CASE "Ewa Lis" github:meridian/eta-model webhook:12 stays --whose "Platform team" --reason "It starts our builds." --as engineering-manager',
  );
}
