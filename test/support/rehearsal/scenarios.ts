import { Client } from '@temporalio/client';
import { workflowIdOf } from '../../../client/ids.js';
import { citingPlan } from '../../../domain/case/stored.js';
import { evolve, initialState } from '../../../domain/decider/evolve.js';
import type { LedgerRow } from '../../../evidence/ledger.js';
import { summarize } from '../../../rehearsal/files.js';
import type { Servers } from '../../../rehearsal/ground.js';
import { loadScenario } from '../../../rehearsal/load.js';
import { play } from '../../../rehearsal/player.js';
import { startServers } from '../../../rehearsal/servers.js';
import { openStore } from '../../../store/openStore.js';
import { commandsIn, faultsOf } from '../actions/commandLines.js';
import { freshDatabase } from '../real/database.js';

/** History events of each run of a case. */
async function eventsOf({ connection }: Servers, caseId: string, runs: string[]): Promise<number[]> {
  const client = new Client({ connection });
  const each = runs.map((runId) => client.workflow.getHandle(workflowIdOf(caseId), runId).describe());
  return (await Promise.all(each)).map((run) => run.historyLength);
}

/** Bytes of the largest state that was ever stored: canonical JSON has the keys in another order, and the same length. */
function largestState(caseId: string, rows: LedgerRow[]): number {
  let state = initialState(caseId);
  return rows.reduce((most, row) => {
    state = evolve(state, row);
    return Math.max(most, Buffer.byteLength(JSON.stringify(citingPlan(state))));
  }, 0);
}

/** Plays scenarios of the examples on shared servers, with runs that hand over at the given number of events. */
export function playAll(files: string[], limit: number | undefined): void {
  let servers: Servers;
  beforeAll(async () => {
    servers = await startServers();
  }, 120_000);
  afterAll(async () => {
    await servers.stop();
  }, 60_000);

  test.each(files)(
    '%s is met, and its ledger verifies',
    async (file) => {
      const loaded = await loadScenario(`examples/scenarios/${file}`);
      const startedAt = Date.now();
      // A database for each, so that nobody in one scenario is known from another.
      const database = await freshDatabase();
      const store = openStore(database.url, { masterKey: servers.masterKey });
      const played = await play({ ...servers, databaseUrl: database.url, store }, loaded, () => undefined, limit);
      try {
        const { ok, notMet, ledger } = await summarize(played, loaded.scenario.title, store, startedAt);
        expect({ ok, notMet, verified: ledger.verified }).toEqual({ ok: true, notMet: [], verified: true });
        expect(await faultsOf(commandsIn(played.rows))).toEqual([]);
        // A case that ran in short runs has rolled over, or the limit was not in force.
        const runs = [...new Set(played.rows.map((r) => r.runId))];
        if (limit !== undefined) expect(runs.length).toBeGreaterThan(1);
        else expect(Math.max(...(await eventsOf(servers, played.caseId, runs)))).toBeLessThan(300);
        expect(largestState(played.caseId, played.rows)).toBeLessThan(60_000);
      } finally {
        await played.stage.stop();
        await store.close();
        await database.drop();
      }
    },
    480_000,
  );
}
