import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { wholeNumber } from '../lib/numbers.js';

/** `drawbridge meeting`: records that a meeting of the cadence was held. */
export function addMeeting(program: Command): void {
  const verb = program
    .command('meeting <case> <meeting>')
    .description('record that a stand-up (CA-1), a weekly (CA-2) or a monthly review (CA-3) was held')
    .requiredOption('--day <day>', 'the day that it was due, YYYY-MM-DD')
    .requiredOption('--attendees <number>', 'how many took part', wholeNumber)
    .requiredOption('--notes <text>', 'what came of it')
    .action(async (caseId: string, meeting: string, _: unknown, command: Command) => {
      const { day, attendees, notes } = optionsOf<{ day: string; attendees: number; notes: string }>(command);
      await act(await workOf(command, { caseId }), caseId, 'RecordMeeting', { meeting, day, attendees, notes });
    });
  withExamples(verb, 'meeting CASE CA-1 --day 2026-09-07 --attendees 5 --notes "No blockers" --as vendor-contact');
}
