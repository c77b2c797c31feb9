import type { Command } from 'commander';
import { type CasePage, casePage } from '../../contract/cases.js';
import { workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { addPaging, type ListOptions, moreLine } from '../lib/listing.js';
import { paint, painted, show, table } from '../lib/print.js';
import { readable } from '../lib/times.js';

type Filter = ListOptions & { status?: string; stage?: string; model?: string; late?: boolean; search?: string };

/** `drawbridge case list`: the pipeline. */
export function addCaseList(group: Command): void {
  const verb = addPaging(
    group
      .command('list')
      .description('list cases, newest first')
      .option('--status <status>', 'open, closing or closed')
      .option('--stage <stage>', 'only those in this stage, for example contract')
      .option('--model <model>', 'staff-augmentation, project or managed-team')
      .option('--late', 'only those with something late')
      .option('--search <text>', "part of the title or of the vendor's name"),
  ).action(async (_: unknown, command: Command) => {
    const { status, stage, model, late, search, limit, cursor } = optionsOf<Filter>(command);
    const { globals, session } = await workOf(command, { reads: true });
    const query = { status, stage, model, late, search, limit, cursor };
    const page = await askJson(session, '/api/cases', casePage, { query });
    show(globals.json, page, () => inWords(page));
  });
  withExamples(verb, 'case list', 'case list --late', 'case list --stage contract --search nord');
}

function inWords({ rows, nextCursor }: CasePage): string {
  if (rows.length === 0) return 'No case matches. Open one with: drawbridge case open FILE';
  const head = ['CASE', 'VENDOR', 'TITLE', 'STAGE', 'TURN', 'TASKS', 'NEXT DUE', 'DAY 1'];
  const body = rows.map((row) => [
    row.caseId,
    row.vendor,
    row.title,
    row.status === 'closing' ? 'closing' : row.stage,
    row.turn,
    row.lateTasks === 0 ? row.openTasks : painted(`${row.openTasks}, ${paint.red(`${row.lateTasks} late`)}`),
    readable(row.nextDue),
    row.startDate,
  ]);
  return [table(head, body), ...moreLine(nextCursor)].join('\n');
}
