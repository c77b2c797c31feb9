import { WorkflowClient } from '@temporalio/client';
import pg from 'pg';
import { skipTime } from '../../../client/fastForward.js';
import { workflowIdOf } from '../../../client/ids.js';
import { DAY_MS } from '../../../domain/time.js';
import type { Servers } from '../../../rehearsal/ground.js';
import { loadScenario } from '../../../rehearsal/load.js';
import { type Played, play } from '../../../rehearsal/player.js';
import { startServers } from '../../../rehearsal/servers.js';
import { timed } from '../measure.js';
import type { Part, Row } from '../part.js';
import { ROOT } from '../scene.js';
import { median } from '../stats.js';
import { startWorkerProcess } from '../workerProcess.js';

const TIMERS = 60;

/** A whole case, played through its 30 days on a server that skips time. */
export const rehearsal: Part = {
  name: 'rehearsal',
  about: '30 days of the managed team in rehearsal',
  async run({ bundle }, scale) {
    const servers = await startServers();
    try {
      const taskQueue = 'bench-days';
      const worker = await startWorkerProcess({
        kind: 'bare',
        temporalAddress: servers.temporalAddress,
        taskQueue,
        bundle,
      });
      const loaded = await loadScenario(`${ROOT}examples/scenarios/managed-team.yaml`);
      const took = { days: [] as number[], bare: [] as number[] };
      const rows: Row[] = [];
      for (let round = 0; round < (scale === 'full' ? 3 : 1); round++) {
        took.bare.push(await bareDays(servers, taskQueue, round));
        const from = performance.now();
        const played = await play(servers, loaded, () => undefined);
        took.days.push(performance.now() - from);
        if (!played.ok) throw new Error('The rehearsal did not go as expected.');
        if (round === 0) rows.push(...(await sizeOf(servers, played)));
        await played.stage.stop();
        took.bare.push(await bareDays(servers, taskQueue, round + 1000));
      }
      await worker.stop();
      return [
        {
          figure: '30 days of the managed team in rehearsal',
          ...{ value: median(took.days) / 1000, unit: 's' },
          beside: { what: `${TIMERS} bare timers and activities`, value: median(took.bare) / 1000 },
          goal: { of: 'value', atMost: 15 },
        },
        ...rows,
      ];
    } finally {
      await servers.stop();
    }
  },
};

async function bareDays({ connection }: Servers, taskQueue: string, round: number): Promise<number> {
  const workflowId = `days-${round}`;
  const handle = await new WorkflowClient({ connection }).start('bareDays', { workflowId, taskQueue, args: [TIMERS] });
  return timed(async () => {
    await skipTime({ connection }, workflowId, 31 * DAY_MS);
    await handle.result();
  });
}

/** Events and bytes of all runs of the case, and how many of them one command costs. */
async function sizeOf({ connection, databaseUrl }: Servers, { caseId, rows }: Played): Promise<Row[]> {
  const client = new WorkflowClient({ connection });
  let [events, bytes, runs] = [0, 0, 0];
  for (const runId of new Set(rows.map((row) => row.runId))) {
    const { historyLength, historySize } = await client.getHandle(workflowIdOf(caseId), runId).describe();
    events += historyLength;
    bytes += historySize ?? 0;
    runs++;
  }
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const { rows: counted } = await database
    .query<{ people: number; all: number }>(
      `select count(*)::int as all, (count(*) filter (where command_id not like 'clock:%' and command_id not like 'effect:%'))::int as people
       from commands where case_id = $1`,
      [caseId],
    )
    .finally(() => database.end());
  const { all = 0, people = 0 } = counted[0] ?? {};
  return [
    {
      figure: 'events per command, whole managed-team case',
      ...{ value: events / all, unit: 'events' },
      goal: { of: 'value', atMost: 7 },
      note: `${all} commands, ${people} of them by people, the others by clock and effects`,
    },
    {
      figure: 'events of the whole managed-team case',
      ...{ value: events, unit: 'events' },
      goal: { of: 'value', atMost: 900 },
      note: `${runs} runs, ${Math.round(bytes / 1000).toLocaleString('en')} kB of history, ${rows.length} ledger entries`,
    },
  ];
}
