import Table from 'cli-table3';
import type { Log } from './crew.js';
import type { Injected } from './faults.js';
import type { Onboarding } from './onboarding.js';

/** Everything that a run counted. */
export type Figures = {
  readyMs: number;
  trafficMs: number;
  finishedMs: number;
  lastFaultMs: number;
  expected: number;
  injected: Injected[];
  log: Log;
  cases: Onboarding[];
  counts: Record<string, number>;
  engine: { timedOutTasks: number };
  faults: number;
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Longest gap between two acknowledgements, and when it began, from the first one on. */
function longestSilence({ acknowledged }: Log): string {
  const first = acknowledged[0]?.atMs ?? 0;
  const gaps = acknowledged.slice(1).map(({ atMs }, i) => {
    const from = acknowledged[i]?.atMs ?? atMs;
    return { forMs: atMs - from, fromMs: from - first };
  });
  const longest = gaps.reduce((most, gap) => (gap.forMs > most.forMs ? gap : most), { forMs: 0, fromMs: 0 });
  return `${seconds(longest.forMs)}, from ${seconds(longest.fromMs)} on`;
}

/** Prints the figures of a run; docs/cluster.md has those of one. */
export function printTable(it: Figures): void {
  const { log } = it;
  const repeats = [...log.repeats].map(([code, times]) => `${times} × ${code}`).join(', ');
  const rows: [string, string | number][] = [
    ['cluster ready, schemas included', seconds(it.readyMs)],
    ['onboardings played', it.cases.length],
    ['commands acknowledged', `${log.acknowledged.length} of ${it.expected}`],
    ['sent again under the same key', repeats || 'none'],
    ['traffic took', seconds(it.trafficMs)],
    [
      'command to receipt, p50 / p99 / longest',
      [0.5, 0.99, 1].map((p) => seconds(percentile(log.tookMs, p))).join(' / '),
    ],
    ['longest time without any acknowledgement', longestSilence(log)],
    ...it.injected.map(({ what, atMs }): [string, string] => [what, `at ${seconds(atMs)}`]),
    ['all cases finished, after the last fault', seconds(it.finishedMs - it.lastFaultMs)],
    ...Object.entries(it.counts),
    ['faults found', it.faults],
    ['workflow tasks timed out in the last runs', it.engine.timedOutTasks],
  ];
  const table = new Table({ head: ['figure', 'value'], style: { head: [], border: [] } });
  table.push(...rows);
  process.stdout.write(`${table.toString()}\n`);
}
