import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

/** `drawbridge replace`: somebody takes another one's place, against a clock from the request (RP-1). */
export function addReplace(program: Command): void {
  const replace = program
    .command('replace')
    .description("replace one of the vendor's people: request, withdraw, handover");
  addRequest(replace);
  addWithdraw(replace);
  addHandover(replace);
}

function addRequest(replace: Command): void {
  const verb = replace
    .command('request <case> <person>')
    .description('request a replacement; its clock starts now and counts business days of both parties')
    .requiredOption('--reason <text>', 'why')
    .option('--for-cause', "the person's access ends at once")
    .option('--last-day <day>', 'last day of the leaver, YYYY-MM-DD (default: the end of the overlap with the joiner)')
    .action(async (caseId: string, person: string, _: unknown, command: Command) => {
      const { reason, forCause, lastDay } = optionsOf<{ reason: string; forCause?: true; lastDay?: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'RequestReplacement', { person, reason, forCause: forCause === true, lastDay });
    });
  withExamples(
    verb,
    'replace request CASE "Ewa Lis" --reason "Moves to another team" --last-day 2026-10-16 --as engineering-manager',
    'replace request CASE "Ewa Lis" --reason "Shared a password" --for-cause --as procurement',
  );
}

function addWithdraw(replace: Command): void {
  const verb = replace
    .command('withdraw <case> <replacement>')
    .description('withdraw a replacement request; credit accrued so far stays owed')
    .requiredOption('--reason <text>', 'why')
    .action(async (caseId: string, replacement: string, _: unknown, command: Command) => {
      const { reason } = optionsOf<{ reason: string }>(command);
      await act(await workOf(command, { caseId }), caseId, 'WithdrawReplacement', { replacement, reason });
    });
  withExamples(verb, 'replace withdraw CASE replacement-1 --reason "She stays" --as engineering-manager');
}

function addHandover(replace: Command): void {
  const verb = replace
    .command('handover <case> <replacement>')
    .description('record that the leaver has handed over to the joiner')
    .requiredOption('--day <day>', 'the day of the handover, YYYY-MM-DD')
    .requiredOption('--topic <text>', 'what was handed over; once for each topic', collectTopics)
    .requiredOption('--link <url>', 'where the notes of it are')
    .action(async (caseId: string, replacement: string, _: unknown, command: Command) => {
      const { day, topic, link } = optionsOf<{ day: string; topic: string[]; link: string }>(command);
      const form = { day, topics: topic, link };
      await act(await workOf(command, { caseId }), caseId, 'RecordHandover', { replacement, form });
    });
  withExamples(
    verb,
    'replace handover CASE replacement-1 --day 2026-10-14 --topic "Retraining" --topic "Open defects" \\\n' +
      '      --link https://wiki.vendor.example/handover --as vendor-contact',
  );
}

const collectTopics = (text: string, before: string[] | undefined): string[] => [...(before ?? []), text];
