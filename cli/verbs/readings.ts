import type { Command } from 'commander';
import { workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { readText } from '../lib/files.js';
import { endOfImport, importReadings, type LineVerdict } from '../lib/importReadings.js';
import { paint, painted, show, table } from '../lib/print.js';
import { withProgress } from '../lib/progress.js';
import { readReadings } from '../lib/readingsFile.js';

/** `drawbridge readings`: KPI readings by the file. */
export function addReadings(program: Command): void {
  const group = program.command('readings').description('record many readings of KPIs at once');
  const verb = group
    .command('import <case> <file>')
    .description(
      'record readings from a CSV file with the columns kpi,value,source and as needed at,evalSetHash; read twice it counts once',
    )
    .action(async (caseId: string, file: string, _: unknown, command: Command) => {
      const lines = readReadings(await readText(file), file);
      const work = await workOf(command, { caseId });
      const verdicts = await withProgress('Recording the readings', work.globals.json === true, () =>
        importReadings(work, caseId, lines),
      );
      show(work.globals.json, { caseId, file, lines: verdicts }, () => inWords(verdicts));
      const end = endOfImport(verdicts);
      if (end !== undefined) throw end;
    });
  withExamples(
    verb,
    'readings import CASE week-37.csv --as engineering-manager',
    'readings import CASE - --json < week-37.csv',
  );
}

const WORDS = { recorded: paint.green('recorded'), already: 'recorded already', refused: paint.red('refused') };

const inWords = (verdicts: LineVerdict[]): string =>
  table(
    ['LINE', 'KPI', 'VALUE', 'VERDICT', 'NO.', 'WHY'],
    verdicts.map(({ line, kpi, value, verdict, seq, message }) => [
      line,
      kpi,
      value,
      painted(WORDS[verdict]),
      seq,
      message ?? '',
    ]),
  );
