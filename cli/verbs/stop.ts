import type { Command } from 'commander';
import { type StopAnswer, type StopsPage, stopAnswer, stopsPage } from '../../contract/stops.js';
import { STOP_SCOPES, type StopScope } from '../../domain/access/stop.js';
import { CliError, EXIT } from '../exit.js';
import { type Work, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { addPaging, type ListOptions, moreLine } from '../lib/listing.js';
import { paint, painted, safe, show, table } from '../lib/print.js';
import { withProgress } from '../lib/progress.js';
import { stamp } from '../lib/times.js';

const SCOPES: Record<StopScope, { operand: string; what: string; example: string }> = {
  person: { operand: 'person', what: 'a person, by address, id or whole name', example: 'ewa.lis@vendor.example' },
  vendor: { operand: 'name', what: 'a vendor, by name', example: '"Northwind Models"' },
  resource: { operand: 'resource', what: 'a place, for everybody', example: 'github:meridian/eta-model' },
};

/** `drawbridge stop`: closes everything of a person, a vendor or a place at once, in all cases. */
export function addStop(program: Command): void {
  const group = program
    .command('stop')
    .description('close everything of a person, a vendor or a place at once, in all cases; lift it again');
  for (const scope of STOP_SCOPES) addScope(group, scope);
  addLift(group);
  addList(group);
}

function addScope(group: Command, scope: StopScope): void {
  const { operand, what, example } = SCOPES[scope];
  const verb = group
    .command(`${scope} <${operand}>`)
    .description(`close everything of ${what}; it holds in cases that open later, too`)
    .requiredOption('--reason <text>', 'why')
    .action(async (subject: string, _: unknown, command: Command) => {
      const { reason } = optionsOf<{ reason: string }>(command);
      await send(await workOf(command, { role: 'security' }), '/api/stops', { scope, subject, reason });
    });
  withExamples(verb, `stop ${scope} ${example} --reason "A laptop was stolen" --as security`);
}

function addLift(group: Command): void {
  const verb = group
    .command('lift <stop>')
    .description('lift a stop that somebody else has made; access follows from the papers again')
    .requiredOption('--reason <text>', 'why')
    .action(async (stop: string, _: unknown, command: Command) => {
      const { reason } = optionsOf<{ reason: string }>(command);
      const work = await workOf(command, { role: 'security' });
      await send(work, `/api/stops/${encodeURIComponent(stop)}/lift`, { reason });
    });
  withExamples(verb, 'stop lift s-0123456789abcdef --reason "It was a backup" --as engineering-manager');
}

/** Sends the act and shows what became of it; where a case did not record it the exit code says so. */
async function send({ globals, session }: Work, path: string, body: Record<string, unknown>): Promise<void> {
  const answer = await withProgress('Waiting for the cases to answer', globals.json === true, () =>
    askJson(session, path, stopAnswer, { body, ...(globals.key !== undefined && { key: globals.key }) }),
  );
  show(globals.json, answer, () => inWords(answer));
  if (!answer.complete) throw new CliError(EXIT.refused, '');
}

function inWords({ stop, summary, cases, complete }: StopAnswer): string {
  const rows = cases.map(({ caseId, title, status, receipt, message }) => [
    caseId,
    title,
    status,
    receipt === undefined ? message : `no. ${receipt.seq}, ${stamp(receipt.at)}`,
  ]);
  return [
    (complete ? paint.green : paint.yellow)(safe(summary)),
    ...(rows.length > 0 ? [table(['CASE', 'TITLE', 'IS', 'ENTRY'], rows)] : []),
    paint.dim(`stop ${stop}`),
  ].join('\n');
}

function addList(group: Command): void {
  const list = addPaging(group.command('list').description('what stands stopped, by whom and why'))
    .option('--all', 'those that were lifted, too')
    .action(async (_: unknown, command: Command) => {
      const { limit, cursor, all } = optionsOf<ListOptions & { all?: boolean }>(command);
      const { globals, session } = await workOf(command, { reads: true });
      const query = { limit, cursor, standing: all === true ? 'false' : 'true' };
      const page = await askJson(session, '/api/stops', stopsPage, { query });
      show(globals.json, page, () => listInWords(page));
    });
  withExamples(list, 'stop list', 'stop list --all --json');
}

function listInWords({ rows, nextCursor, names }: StopsPage): string {
  if (rows.length === 0) return 'Nothing stands stopped.';
  const body = rows.map(({ stop, scope, subject, stopped, lifted }) => [
    painted(paint.dim(stop)),
    scope,
    names[subject] ?? subject,
    `${names[stopped.personId] ?? stopped.personId}, ${stamp(stopped.at)}`,
    stopped.reason,
    lifted && `${names[lifted.personId] ?? lifted.personId}, ${stamp(lifted.at)}`,
  ]);
  return [table(['STOP', 'OF', 'WHAT', 'STOPPED', 'WHY', 'LIFTED'], body), ...moreLine(nextCursor)].join('\n');
}
