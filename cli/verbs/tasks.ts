import type { Command } from 'commander';
import { shownCase } from '../../contract/cases.js';
import { type TaskPage, taskPage } from '../../contract/tasks.js';
import { withNames } from '../../presentation/words/people.js';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { addPaging, type ListOptions, moreLine } from '../lib/listing.js';
import { heading, paint, painted, safe, show, table } from '../lib/print.js';
import type { Session } from '../lib/session.js';
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
      .option('--mine', 'only your own; with --case, also how to do each')
      .option('--late', 'only late ones'),
  ).action(async (_: unknown, command: Command) => {
    const { case: caseId, role, mine, late, limit, cursor } = optionsOf<Filter>(command);
    const { globals, session } = await workOf(command, { caseId, reads: mine ? undefined : true });
    const query = { caseId, role, assignee: mine ? 'me' : undefined, late, limit, cursor };
    const page = await askJson(session, '/api/tasks', taskPage, { query });
    const ways = caseId !== undefined && mine && page.rows.length > 0 ? await waysOn(session, caseId, page) : [];
    show(globals.json, page, () => [inWords(page), ...ways].join('\n'));
  });
  withExamples(verb, 'tasks', 'tasks --late', 'tasks --case CASE --mine --as legal');
}

/* A line break that somebody typed begins no line of ours. */
const oneLine = (text: string): string => safe(text.replace(/\s+/g, ' '));

/** How each task is done, as the case tells whoever it is asked of. */
async function waysOn(session: Session, caseId: string, { rows }: TaskPage): Promise<string[]> {
  const { tasks, names } = await askJson(session, caseAt(caseId), shownCase);
  const mine = new Set(rows.map(({ taskId }) => taskId));
  return tasks
    .filter(({ id }) => mine.has(id))
    .flatMap(({ title, why, actions }) => [
      heading(withNames(title, names)),
      oneLine(withNames(why, names)),
      ...actions.flatMap(({ text, line }) => [
        ...(text === undefined ? [] : [oneLine(withNames(text, names))]),
        `  ${paint.bold(safe(line))}`,
      ]),
    ]);
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
