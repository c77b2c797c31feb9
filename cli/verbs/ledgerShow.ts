import type { Command } from 'commander';
import { z } from 'zod';
import { type LedgerPage, ledgerPage } from '../../contract/ledger.js';
import { caseAt, type Work, workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { withNames } from '../lib/names.js';
import { wholeNumber } from '../lib/numbers.js';
import { show, table } from '../lib/print.js';
import { stamp } from '../lib/times.js';

/** Rows asked for at once. */
const PAGE = 500;

/** `drawbridge ledger show`: every fact of a case, oldest first. */
export function addLedgerShow(ledger: Command): void {
  const verb = ledger
    .command('show <case>')
    .description('show every fact of a case in order: when, who, what')
    .option('--after <number>', 'only facts after this number', wholeNumber)
    .option('--only <fact>', 'only facts of this kind, for example DecisionRefused')
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { after, only } = optionsOf<{ after?: number; only?: string }>(command);
      const work = await workOf(command, { caseId, role: 'compliance' });
      const all = await allRows(work, caseId, after ?? 0);
      const rows = all.rows.filter((row) => only === undefined || row.event.type === only);
      show(work.globals.json, { rows, names: all.names }, () => inWords({ ...all, rows }));
    });
  withExamples(
    verb,
    'ledger show CASE',
    'ledger show CASE --only DecisionRefused',
    'ledger show CASE --after 120 --json',
  );
}

async function allRows(work: Work, caseId: string, after: number): Promise<LedgerPage> {
  const all: LedgerPage = { rows: [], names: {} };
  for (let afterSeq: number | undefined = after; afterSeq !== undefined; ) {
    const page: LedgerPage = await askJson(work.session, caseAt(caseId, 'ledger'), ledgerPage, {
      query: { afterSeq, limit: PAGE },
    });
    all.rows.push(...page.rows);
    Object.assign(all.names, page.names);
    afterSeq = page.nextAfterSeq;
  }
  return all;
}

function inWords({ rows, names }: LedgerPage): string {
  if (rows.length === 0) return 'No such fact is on the record.';
  const body = rows.map((row) => [
    row.seq,
    stamp(row.at),
    row.actor.role === 'system'
      ? 'the engine'
      : `${names[row.actor.personId] ?? row.actor.personId} (${row.actor.role})`,
    row.event.type,
    gist(row.event, names),
    row.hash.slice(0, 12),
  ]);
  return table(['NO.', 'WHEN', 'WHO', 'FACT', 'ABOUT', 'HASH'], body);
}

/** Short values that tell facts of one kind apart; long ones are in --json. */
const TELLING = [
  'control',
  'key',
  'paper',
  'kind',
  'approval',
  'stage',
  'person',
  'lease',
  'repository',
  'cause',
  'seen',
].concat(['flag', 'task', 'meeting', 'day', 'kpi', 'value', 'to', 'code', 'until', 'reason', 'message', 'detail']);
const GIST_MAX = 110;

function gist(event: LedgerPage['rows'][number]['event'], names: Record<string, string>): string {
  const told = TELLING.flatMap((name) => {
    const value = Object.hasOwn(event, name) ? event[name] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  });
  const nested = [event.approval, event.paper, event.task, event.assessment].flatMap(nestedGist);
  const all = [...nested, ...told].join(', ');
  const text = withNames(all, names);
  return text.length > GIST_MAX ? `${text.slice(0, GIST_MAX - 1)}…` : text;
}

const Nested = z.looseObject({
  id: z.string().optional(),
  status: z.string().optional(),
  title: z.string().optional(),
});

function nestedGist(value: unknown): string[] {
  const read = Nested.safeParse(value);
  return read.success ? [read.data.id, read.data.status, read.data.title].filter((one) => one !== undefined) : [];
}
