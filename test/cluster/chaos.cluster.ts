import { run } from '../../tools/chaos/run.js';
import { tableOf } from '../../tools/chaos/table.js';
import { startCluster, type TemporalCluster } from './cluster.js';
import { mortalCluster } from './mortalCluster.js';
import { findPrograms } from './programs.js';

const CASES = Number(process.env.CLUSTER_CASES ?? 16);

let cluster: TemporalCluster;
beforeAll(async () => {
  cluster = await startCluster(await findPrograms(), 'default');
}, 180_000);
afterAll(() => cluster?.stop(), 60_000);

test('given a cluster whose nodes are killed beside all else that chaos does, then every command is recorded once, access follows the papers and every case comes to rest', async () => {
  const report = await run({
    ...{ seed: 20, cases: CASES, seconds: 180, longestStopS: 10, atOnce: 8, temporal: mortalCluster(cluster) },
    onProgress: (line) => process.stderr.write(`${line}\n`),
  });
  process.stdout.write(`${tableOf(report)}\n`);
  expect(report).toMatchObject({ faults: {}, cases: CASES, acknowledged: report.commands - report.abandoned });
  // Either history node and the frontend.
  expect(report.counts['Temporal killed']).toBeGreaterThan(2);
}, 900_000);
