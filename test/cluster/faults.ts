import { waitUntil } from '../support/real/waitUntil.js';
import type { TemporalCluster } from './cluster.js';
import { takenOver } from './tables.js';

/** A fault that was injected, and when, milliseconds from the start. */
export type Injected = { what: string; atMs: number };

/** Without a word for this long the traffic itself is stuck. */
const PATIENCE_MS = 240_000;

/**
 * Takes nodes away under load and brings them back, by how much of the traffic was acknowledged: each history node killed once, the
 * frontend killed once and stopped in order once. A killed history node comes back once the other one has taken over its shards, so
 * that work went on without it; one of the two is always there.
 */
export async function injectFaults(
  { nodes, tables }: TemporalCluster,
  share: () => number,
  atMs: () => number,
): Promise<Injected[]> {
  const injected: Injected[] = [];
  const note = (what: string) => {
    injected.push({ what, atMs: atMs() });
    process.stderr.write(`${what}, ${Math.round(share() * 100)} % acknowledged\n`);
  };
  const reached = (part: number) =>
    waitUntil(`${part * 100} % of the traffic`, () => share() >= part, { timeoutMs: PATIENCE_MS });

  const loseHistory = async (name: 'history-1' | 'history-2', from: number, to: number) => {
    await reached(from);
    const before = await tables.generations();
    await nodes[name].kill();
    note(`${name} killed`);
    const moved = async () => takenOver(before, await tables.generations());
    await waitUntil(`the shards of ${name} to be taken over`, async () => (await moved()) > 0, { timeoutMs: 60_000 });
    await reached(to);
    note(`${name} started, ${await moved()} of ${before.size} shards had moved`);
    await nodes[name].start();
  };
  const restartFrontend = async (from: number, how: 'kill' | 'stop') => {
    await reached(from);
    await nodes.frontend[how]();
    await nodes.frontend.start();
    note(how === 'kill' ? 'frontend killed and started' : 'frontend stopped and started');
  };
  await loseHistory('history-2', 0.15, 0.35);
  await restartFrontend(0.45, 'stop');
  await loseHistory('history-1', 0.6, 0.75);
  await restartFrontend(0.85, 'kill');
  return injected;
}
