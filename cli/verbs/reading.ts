import type { Command } from 'commander';
import { act, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { anyNumber } from '../lib/numbers.js';

/** `drawbridge reading`: records a KPI reading. */
export function addReading(program: Command): void {
  const verb = program
    .command('reading <case> <kpi> <value>')
    .description('record a reading of a KPI with its source; a model metric with the hash of the agreed evaluation set')
    .requiredOption('--source <text>', 'where the figure was read')
    .option('--eval-set <sha256>', 'hash of the evaluation set, for a model metric')
    .option('--at <when>', 'when it was read: a day YYYY-MM-DD or an instant (default: now)')
    .action(async (caseId: string, kpi: string, value: string, _: unknown, command: Command) => {
      const { source, evalSet, at } = optionsOf<{ source: string; evalSet?: string; at?: string }>(command);
      const work = await workOf(command, { caseId });
      await act(work, caseId, 'RecordReading', { kpi, value: anyNumber(value), source, at, evalSetHash: evalSet });
    });
  withExamples(
    verb,
    'reading CASE "Answer accuracy" 0.93 --source "eval run 41" --eval-set 9f2c… --as engineering-manager',
    'reading CASE "On-time milestones" 0.8 --source "board, week 2" --as vendor-contact',
  );
}
