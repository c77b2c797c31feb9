import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';

/** `drawbridge first-day`: the first day at work of each person in staff augmentation (EM-2). */
export function addFirstDay(program: Command): void {
  const group = program
    .command('first-day')
    .description('first days in staff augmentation: announce (the vendor), confirm or refuse (the client)');
  const announce = group
    .command('announce <case> <person>')
    .description('announce the first day of somebody; the client confirms it')
    .requiredOption('--day <day>', 'the first day, YYYY-MM-DD')
    .action(async (caseId: string, person: string, _: unknown, command: Command) => {
      const { day } = optionsOf<{ day: string }>(command);
      await act(await workOf(command, { caseId }), caseId, 'AnnounceFirstDay', { person, day });
    });
  withExamples(announce, 'first-day announce CASE "Rui Tavares" --day 2026-09-03 --as vendor-contact');
  addAnswer(group, 'confirm', 'confirm that somebody was there on that day', 'Met the team at nine');
  addAnswer(group, 'refuse', 'say that an announced first day did not take place', 'Nobody came');
}

function addAnswer(group: Command, answer: 'confirm' | 'refuse', does: string, because: string): void {
  const verb = group
    .command(`${answer} <case> <person>`)
    .description(does)
    .requiredOption('--day <day>', 'the first day, YYYY-MM-DD')
    .requiredOption('--reason <text>', 'what you saw; the vendor reads it')
    .action(async (caseId: string, person: string, _: unknown, command: Command) => {
      const { day, reason } = optionsOf<{ day: string; reason: string }>(command);
      await act(await workOf(command, { caseId }), caseId, 'AnswerFirstDay', { person, day, answer, reason });
    });
  withExamples(
    verb,
    `first-day ${answer} CASE "Rui Tavares" --day 2026-09-03 --reason "${because}" --as engineering-manager`,
  );
}
