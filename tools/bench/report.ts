import Table from 'cli-table3';
import type { Machine } from './machine.js';
import { metGoal, type Row, ratioOf } from './part.js';

/** Everything that a run came to. */
export type Results = { machine: Machine; parts: { name: string; seconds: number; rows: Row[]; failed?: string }[] };

const HEAD = ['figure', 'measured', 'beside it', 'ratio', 'goal', '', 'note'];

/** The figures as a table for people. */
export function tableOf({ parts }: Results): string {
  const table = new Table({ head: HEAD, style: { head: [], border: [] } });
  for (const part of parts) {
    for (const row of part.rows) table.push(cells(row));
    if (part.failed !== undefined) table.push([part.name, 'failed', '', '', '', '', part.failed]);
  }
  return table.toString();
}

/** The same table in Markdown, for the docs. */
export function markdownOf({ parts }: Results): string {
  const line = (texts: string[]) => `| ${texts.join(' | ')} |`;
  const rows = parts.flatMap((part) => part.rows.map((row) => line(cells(row))));
  return [line(HEAD), line(HEAD.map(() => '---')), ...rows].join('\n');
}

/** The machine in one line a thing. */
export const machineText = (m: Machine): string =>
  [
    `${m.cpu}, ${m.cores} cores, ${m.memoryGb} GB; fsync of 8 kB: p50 ${number(m.fsyncMs.p50)} ms, p99 ${number(m.fsyncMs.p99)} ms`,
    `Node ${m.node}, Temporal SDK ${m.sdk}, Temporal server ${m.temporalServer}, PostgreSQL ${m.postgres}; seed ${m.seed}, ${m.measuredAt}`,
    `Load before the run: ${m.load.toFixed(1)} on ${m.cores} cores${m.load > 1 ? '; the machine was busy with other work, so ratios hold and absolute times do not' : ''}`,
  ].join('\n');

function cells(row: Row): string[] {
  const ratio = ratioOf(row);
  const met = metGoal(row);
  return [
    row.figure,
    `${number(row.value)} ${row.unit}`,
    row.beside === undefined ? '' : `${row.beside.what}: ${number(row.beside.value)} ${row.unit}`,
    ratio === undefined ? '' : `${number(ratio)} ×`,
    goalText(row),
    met === undefined ? '' : met ? 'met' : 'MISSED',
    row.note ?? '',
  ];
}

function goalText({ goal, unit }: Row): string {
  if (goal === undefined) return '';
  const bound = goal.atMost ?? goal.atLeast ?? Number.NaN;
  return `${goal.atMost === undefined ? '≥' : '≤'} ${number(bound)} ${goal.of === 'ratio' ? '×' : unit}`;
}

/** Three significant digits, whole above a hundred. */
function number(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}
