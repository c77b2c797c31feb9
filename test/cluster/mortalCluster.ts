import { type MortalServer, serves } from '../../tools/chaos/servers.js';
import { waitUntil } from '../support/real/waitUntil.js';
import type { TemporalCluster } from './cluster.js';
import type { ClusterNode } from './node.js';
import { takenOver } from './tables.js';

/** Who is killed, in turn. */
const VICTIMS = ['history-2', 'history-1', 'frontend'] as const;
const PATIENCE_MS = 60_000;

/**
 * The cluster as one server that is killed and comes back: each time the next node is.
 *
 * A history node stays away until the other one has taken over some of its shards, so that work goes on without it. The cluster is ended by
 * whoever started it.
 */
export function mortalCluster({ address, nodes, tables }: TemporalCluster): MortalServer {
  const crashes: number[] = [];
  let away: ClusterNode | undefined;
  return {
    address,
    crashes,
    async crash() {
      const before = await tables.generations();
      const victim = VICTIMS[crashes.length % VICTIMS.length] ?? 'frontend';
      crashes.push(Date.now());
      away = nodes[victim];
      await away.kill();
      if (victim === 'frontend') return;
      const moved = async () => takenOver(before, await tables.generations()) > 0;
      await waitUntil(`the shards of ${victim} to be taken over`, moved, { timeoutMs: PATIENCE_MS });
    },
    async start() {
      await away?.start();
      away = undefined;
      await waitUntil('the cluster to answer', () => serves(address), { timeoutMs: PATIENCE_MS });
    },
    stop: async () => undefined,
  };
}
