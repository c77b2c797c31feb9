import { workflowIdOf } from '../../../client/ids.js';
import type { Ground } from '../ground.js';
import { startHerd } from '../herd.js';
import type { Part } from '../part.js';
import { median } from '../stats.js';

const CASES = 20;
const SAMPLES = 60;
const NANOS_PER_MS = 1e6;

/** The stations of one command, in order; each is timed from the one before. */
const STATIONS = [
  'sent, until the server has scheduled the work',
  'scheduled, until a worker has it',
  'in the worker: decided, and the entry inserted',
  'inserted, until it is committed and the server has the answer',
  'answered, until the sender has the receipt',
] as const;

/** Where the time goes between click and receipt, by the times in the engine's history and in the ledger. */
export const path: Part = {
  name: 'path',
  about: 'where the time goes between click and receipt',
  async run(ground) {
    const herd = await startHerd(ground, CASES);
    const parts: number[][] = STATIONS.map(() => []);
    for (let i = 0; i < SAMPLES; i++) {
      const caseId = herd.ids[i % CASES]!;
      const sent = Date.now();
      await herd.send(caseId);
      const receipt = Date.now();
      const stations = [sent, ...(await stationsOf(ground, caseId)), receipt];
      for (const [n, part] of parts.entries()) part.push(stations[n + 1]! - stations[n]!);
    }
    await herd.worker.stop();
    return STATIONS.map((station, n) => ({ figure: `path: ${station}, p50`, value: median(parts[n]!), unit: 'ms' }));
  },
};

/** Milliseconds since the epoch: work scheduled, started, inserted, completed. */
async function stationsOf({ temporal, sql }: Ground, caseId: string): Promise<number[]> {
  const { rows } = await sql.query<{ at: Date }>('select max(recorded_at) as at from ledger where case_id = $1', [
    caseId,
  ]);
  const { events } = await temporal.getHandle(workflowIdOf(caseId)).fetchHistory();
  const last = (
    kind:
      | 'workflowTaskScheduledEventAttributes'
      | 'workflowTaskStartedEventAttributes'
      | 'workflowTaskCompletedEventAttributes',
  ) => {
    const event = events?.findLast((e) => e[kind] !== null && e[kind] !== undefined);
    return Number(event?.eventTime?.seconds ?? 0) * 1000 + (event?.eventTime?.nanos ?? 0) / NANOS_PER_MS;
  };
  return [
    last('workflowTaskScheduledEventAttributes'),
    last('workflowTaskStartedEventAttributes'),
    rows[0]?.at.getTime() ?? Number.NaN,
    last('workflowTaskCompletedEventAttributes'),
  ];
}
