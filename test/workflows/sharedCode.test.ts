import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { bundleWorkflows } from '../../workers/bundle.js';
import { fromSetup } from '../support/real/servers.js';

/** Tells how often this evaluation of the module was used, whether what it exports can be changed, and how much of its stack an error keeps. */
const ENTRY = `
const uses = [];
export const table = { rows: [] };
const deep = (n) => (n === 0 ? new Error('here') : deep(n - 1));
export async function looks() {
  return { uses: uses.push('x'), frozen: Object.isFrozen(table.rows), places: deep(5).stack.split('\\n').length - 1 };
}
`;

test('given two workflows of one worker, then their code was evaluated once and is frozen, and an error names two places', async () => {
  // Within dist/, where the bundler allows no foreign folders but these.
  const dir = await mkdtemp(fileURLToPath(new URL('../../dist/.shared-', import.meta.url)));
  const address = fromSetup('DRAWBRIDGE_TEST_TEMPORAL');
  const [connection, native] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  try {
    const [entry, codePath] = [join(dir, 'entry.mjs'), join(dir, 'bundle.js')];
    await writeFile(entry, ENTRY);
    await bundleWorkflows(codePath, entry);
    const taskQueue = randomUUID();
    const worker = await Worker.create({ connection: native, taskQueue, workflowBundle: { codePath } });
    const { workflow } = new Client({ connection });
    const seen = await worker.runUntil(async () => [
      await workflow.execute('looks', { taskQueue, workflowId: randomUUID() }),
      await workflow.execute('looks', { taskQueue, workflowId: randomUUID() }),
    ]);
    expect(seen).toEqual([
      { uses: 1, frozen: true, places: 2 },
      { uses: 2, frozen: true, places: 2 },
    ]);
  } finally {
    await Promise.all([connection.close(), native.close()]);
    await rm(dir, { recursive: true });
  }
});
