import Table from 'cli-table3';
import { killsIn } from './counts.js';
import type { RunReport } from './report.js';

/** What a run came to, for a person to read: every figure, every fault that was done, and how much was found. */
export function tableOf(report: RunReport): string {
  const { counts, providerFaults, mailFaults, faults, evidence, ...figures } = report;
  const table = new Table({ head: ['what', 'how often'], style: { head: [], border: [], compact: true } });
  const parts = {
    ...figures,
    'workers killed, all': killsIn(counts),
    ...counts,
    ...prefixed('provider: ', providerFaults),
    ...prefixed('mail: ', mailFaults),
  };
  for (const [what, count] of Object.entries(parts)) table.push([what, count]);
  for (const [kind, found] of Object.entries(faults)) table.push([`FOUND: ${kind}`, found.length]);
  const kept = evidence === undefined ? '' : `\nEverything of this run is kept in ${evidence}`;
  return `${table.toString()}${kept}`;
}

const prefixed = (prefix: string, counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [`${prefix}${key}`, count]));
