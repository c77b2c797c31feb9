import type { Command } from 'commander';
import type { z } from 'zod';
import { shownCase } from '../../contract/cases.js';
import { type TaskPage, taskPage } from '../../contract/tasks.js';
import { quoted } from '../../presentation/actions/shell.js';
import { withNames } from '../../presentation/words/people.js';
import { caseAt, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { addPaging, type ListOptions, moreLine } from '../lib/listing.js';
import { heading, paint, painted, safe, show, table } from '../lib/print.js';
import type { Session } from '../lib/session.js';
import { readable, zoneHere } from '../lib/times.js';

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
    const found = caseId === undefined || page.rows.length === 0 ? undefined : await caseOf(session, caseId);
    const ways = found === undefined || !mine ? [] : waysOn(found, page, globals.as);
    show(globals.json, page, () => [inWords(page, found?.zone ?? zoneHere()), ...ways].join('\n'));
  });
  withExamples(verb, 'tasks', 'tasks --late', 'tasks --case CASE --mine --as legal');
}

/* A line break that somebody typed begins no line of ours. */
const oneLine = (text: string): string => safe(text.replace(/\s+/g, ' '));

type Shown = z.infer<typeof shownCase>;

const caseOf = async (session: Session, caseId: string): Promise<Shown> =>
  await askJson(session, caseAt(caseId), shownCase);

/** How each task is done, as the case tells whoever it is asked of; `as`: how they have signed in, where by role. */
function waysOn({ tasks, names }: Shown, { rows }: TaskPage, as: string | undefined): string[] {
  const mine = new Set(rows.map(({ taskId }) => taskId));
  return tasks
    .filter(({ id }) => mine.has(id))
    .flatMap(({ title, why, actions }) => [
      heading(withNames(title, names)),
      oneLine(withNames(why, names)),
      ...actions.flatMap(({ do: what, text, line }) => [
        ...(text === undefined ? [] : [oneLine(withNames(text, names))]),
        `  ${paint.bold(safe(what === 'GetEvidenceForm' ? line : signedInAs(line, as)))}`,
      ]),
    ]);
}

/** The line for somebody who signs in by role at a local `up`; whoever has a token needs no more. */
const signedInAs = (line: string, as: string | undefined): string =>
  as === undefined ? line : line.replace(/^drawbridge /, `drawbridge --as ${quoted(as)} `);

function inWords({ rows, nextCursor, names }: TaskPage, zone: string): string {
  if (rows.length === 0) return 'No task is open here.';
  const body = rows.map((row) => [
    row.late ? painted(paint.red(`late: ${readable(row.due, undefined, zone)}`)) : readable(row.due, undefined, zone),
    names[row.assignee] ?? row.assignee,
    row.role,
    withNames(row.title, names),
    row.caseId,
  ]);
  return [table(['DUE', 'WHO', 'ROLE', 'WHAT', 'CASE'], body), ...moreLine(nextCursor)].join('\n');
}
