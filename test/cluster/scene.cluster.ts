import { performance } from 'node:perf_hooks';
import { waitUntil } from '../support/real/waitUntil.js';
import { startCluster, type TemporalCluster } from './cluster.js';
import { Crew, emptyLog } from './crew.js';
import { injectFaults } from './faults.js';
import { type Installation, install } from './installation.js';
import { accountsOf, COMMANDS, COURSES, type Onboarding, onboard, repositoryOf, signInClient } from './onboarding.js';
import { judge } from './oracle.js';
import { findPrograms } from './programs.js';
import { engineFaults, unrestIn } from './settled.js';
import { printTable } from './table.js';

const CASES = Number(process.env.CLUSTER_CASES ?? 16);
const AT_ONCE = 8;
/** Every case finishes within this after the last fault. */
const FINISH_MS = 120_000;

let cluster: TemporalCluster;
let installation: Installation;
let readyMs = 0;

beforeAll(async () => {
  const from = performance.now();
  cluster = await startCluster(await findPrograms());
  readyMs = performance.now() - from;
  installation = await install(cluster);
}, 180_000);
afterAll(async () => {
  await installation?.stop();
  await cluster?.stop();
}, 60_000);

test('nodes of a cluster are killed under load: nothing is lost, nothing is done twice, and every case finishes', async () => {
  const { github, store } = installation;
  const log = emptyLog();
  const crew = new Crew(installation.apiUrl, log);
  const numbers = [...Array(CASES).keys()];
  await github.addUsers(...numbers.flatMap(accountsOf));
  await github.addRepositories(...numbers.map(repositoryOf));
  const client = await signInClient(crew, store);
  const from = performance.now();
  const atMs = () => performance.now() - from;
  const expected = numbers.reduce((sum, i) => sum + COMMANDS[COURSES[i % COURSES.length] ?? 'stay'], 0);

  const cases: Onboarding[] = [];
  const waiting = [...numbers];
  const lane = async () => {
    for (let i = waiting.shift(); i !== undefined; i = waiting.shift())
      cases.push(await onboard({ crew, client, store }, i));
  };
  const share = () => log.acknowledged.length / expected;
  const [injected] = await Promise.all([
    injectFaults(cluster, share, atMs),
    ...Array.from({ length: AT_ONCE }, () => lane()),
  ]);
  const trafficMs = atMs();

  const restless = new Map(cases.map(({ caseId }) => [caseId, ['not looked at yet']]));
  const allAtRest = async () => {
    for (const caseId of [...restless.keys()]) {
      const unrest = await unrestIn(cluster, store, caseId);
      if (unrest.length === 0) restless.delete(caseId);
      else restless.set(caseId, unrest);
    }
    return restless.size === 0;
  };
  const lastFaultMs = injected.at(-1)?.atMs ?? 0;
  await waitUntil('every case to finish', allAtRest, {
    timeoutMs: Math.max(1, lastFaultMs + FINISH_MS - atMs()),
    everyMs: 250,
  }).catch(() => undefined);
  const finishedMs = atMs();

  const { faults, counts } = await judge({ log, cases, store, github, mailbox: installation.mailbox });
  const engine = await engineFaults(
    cluster,
    cases.map(({ caseId }) => caseId),
  );
  const stuck = [...restless].map(([caseId, unrest]) => `${caseId} has not finished: ${unrest.join('; ')}`);
  const all = [...stuck, ...faults, ...engine.faults];
  const times = { readyMs, trafficMs, finishedMs, lastFaultMs };
  printTable({ ...times, injected, log, counts, cases, engine, expected, faults: all.length });
  expect(all).toEqual([]);
  expect(cases).toHaveLength(CASES);
  expect(log.acknowledged).toHaveLength(expected);
}, 600_000);
