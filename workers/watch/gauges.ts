import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Operating } from '../../store/openStore.js';
import type { CaseTally } from '../../store/operating.js';
import type { RunningWorker } from '../worker.js';

/** Everything that one process counts, Node's own figures among it. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Connections of the process to the database. */
export function gaugePool(registry: Registry, { pool }: Pick<Operating, 'pool'>): void {
  new Gauge({
    name: 'drawbridge_pool_connections',
    help: 'Connections to the database: open, idle among them, and queries waiting for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      for (const [state, count] of Object.entries(pool())) this.set({ state }, count);
    },
  });
}

/** Cases and tasks of the whole installation, read when asked for; every API process tells the same. */
export function gaugeCases(registry: Registry, { tallyCases }: Pick<Operating, 'tallyCases'>): void {
  let asking: Promise<CaseTally[]> | undefined;
  // Both are collected at once and asked for once. Without the database there is no figure: an old one would mislead.
  const tallies = () => {
    asking ??= tallyCases()
      .catch(() => [])
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
  new Gauge({
    name: 'drawbridge_tasks',
    help: 'Open tasks of all cases, and those of them that are late.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const found = await tallies();
      this.reset();
      for (const { openTasks, lateTasks } of found) {
        this.inc({ state: 'open' }, openTasks);
        this.inc({ state: 'late' }, lateTasks);
      }
    },
  });
  new Gauge({
    name: 'drawbridge_cases',
    help: 'Cases by status and stage.',
    labelNames: ['status', 'stage'],
    registers: [registry],
    async collect() {
      const found = await tallies();
      this.reset();
      for (const { status, stage, cases } of found) this.set({ status, stage }, cases);
    },
  });
}

/** Addresses that refuse letters, over all cases, read when asked for. */
export function gaugeAddresses(registry: Registry, { tallyAddresses }: Pick<Operating, 'tallyAddresses'>): void {
  new Gauge({
    name: 'drawbridge_refusing_addresses',
    help: 'E-mail addresses of people in cases that refuse letters; nobody-reached: no letter could go to anybody who can correct one.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset();
      const found = await tallyAddresses().catch(() => undefined);
      if (found === undefined) return;
      this.set({ state: 'asked' }, found.asked);
      this.set({ state: 'nobody-reached' }, found.nobodyReached);
    },
  });
}

/** What a worker has in hand. */
export function gaugeWorker(registry: Registry, gauges: RunningWorker['gauges']): void {
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  gauge('drawbridge_worker_polling', '1 while the worker takes new work.', () => Number(gauges().polling));
  gauge('drawbridge_worker_cached_cases', 'Cases that are kept in memory.', () => gauges().cachedCases);
  gauge('drawbridge_worker_workflow_tasks', 'Workflow tasks in hand.', () => gauges().workflowTasks);
  gauge('drawbridge_worker_activities', 'Activities in hand.', () => gauges().activities);
}
