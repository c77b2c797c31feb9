import type { Command } from 'commander';
import { type TaskPage, taskPage } from '../../contract/tasks.js';
import { withNames } from '../../presentation/words/people.js';
import { workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { addPaging, type ListOptions, moreLine } from '../lib/listing.js';
import { paint, painted, show, table } from '../lib/print.js';
import { readable } from '../lib/times.js';

type Filter = ListOptions & { case?: string; role?: string; mine?: boolean; late?: boolean };

/** `drawbridge tasks`: who has to do what, by when. */
export function addTasks(program: Command): void {
  const verb = addPaging(
    program
      .command('tasks')
      .description('list open tasks: who must do what, by when')
      .option('--case <case>', 'of this case')
      .option('--role <role>', 'of this role, for example legal')
      .option('--mine', 'only your own')
      .option('--late', 'only late ones'),
  ).action(async (_: unknown, command: Command) => {
    const { case: caseId, role, mine, late, limit, cursor } = optionsOf<Filter>(command);
    const { globals, session } = await workOf(command, { caseId, reads: mine ? undefined : true });
    const query = { caseId, role, assignee: mine ? 'me' : undefined, late, limit, cursor };
    const page = await askJson(session, '/api/tasks', taskPage, { query });
    show(globals.json, page, () => inWords(page));
  });
  withExamples(verb, 'tasks', 'tasks --late', 'tasks --case CASE --mine --as legal');
}

function inWords({ rows, nextCursor, names }: TaskPage): string {
  if (rows.length === 0) return 'No task is open here.';
  const body = rows.map((row) => [
    row.late ? painted(paint.red(`late: ${readable(row.due)}`)) : readable(row.due),
    names[row.assignee] ?? row.assignee,
    row.role,
    withNames(row.title, names),
    row.caseId,
  ]);
  return [table(['DUE', 'WHO', 'ROLE', 'WHAT', 'CASE'], body), ...moreLine(nextCursor)].join('\n');
}
