import { randomBytes } from 'node:crypto';
import { once, setMaxListeners } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import getPort from 'get-port';
import { connectTemporal } from '../../client/connection.js';
import { waitFor } from '../../sandbox/process/processes.js';
import { migrate } from '../../store/migrate.js';
import { openStore } from '../../store/openStore.js';
import { createClosing } from '../../workers/closing.js';
import { killsIn, noCounts } from './counts.js';
import { readAccounts, readRows, settle } from './evidence.js';
import { disturb } from './faults.js';
import { startMail } from './mail.js';
import { judge } from './oracle.js';
import type { Orders } from './orders.js';
import { SMTP_TIMEOUT_MS } from './orders.js';
import { pause } from './pause.js';
import { engineerOf, repositoryOf } from './policy.js';
import { startProvider } from './provider.js';
import { type RunReport, reportOf } from './report.js';
import type { Traffic } from './sender.js';
import { type MortalServer, mortalPostgres, mortalTemporal } from './servers.js';
import { sendAll } from './traffic.js';
import { failingTasks, watchTasks } from './watchdog.js';

/** What a run consists of. */
export type RunOptions = {
  seed: number;
  cases: number;
  /** For how long processes are disturbed at least, seconds; it goes on until the last case has begun. */
  seconds: number;
  /** Faults go on until so much was done as well, ten times `seconds` at most: on a busy machine a time alone may hold next to nothing. */
  atLeast?: { kills: number; faults: number };
  /** No case begins after so many minutes; default: all begin, however long it takes. */
  minutes?: number;
  /** Longest pause of a stopped worker, seconds; default 60. */
  longestStopS?: number;
  /** Within so many seconds after the last fault every case has to have come to rest; default 120. */
  restS?: number;
  /** Cases at work at a time; default 26. */
  atOnce?: number;
  /** Temporal to run on, with the namespace `default`; default: a dev server of the run's own. */
  temporal?: MortalServer;
  naive?: boolean;
  onProgress?: (line: string) => void;
};

/** Share of requests at the provider, and of letters, that meets each of the faults. */
const SHARE = 0.1;
const AT_ONCE = 26;
const RESTS_WITHIN_MS = 60_000;
/** Twenty seconds in a run of a quarter of an hour, in which there is time for enough of everything. */
const CALM_MS_A_SECOND = 22;
/** By then an API has to answer. */
const ANSWERS_MS = 120_000;
const REST_S = 120;
/** What the naive variant has broken does not mend by waiting. */
const NAIVE_REST_MS = 20_000;

/** Plays one run on servers of its own; a run in which the oracle finds something keeps its folder. */
export async function run(options: RunOptions): Promise<RunReport> {
  const home = await mkdtemp(join(tmpdir(), 'drawbridge-chaos-'));
  // PostgreSQL may run as another user and has to get through.
  await chmod(home, 0o711);
  const report = await play(home, options);
  if (Object.keys(report.faults).length === 0 || options.naive) {
    await rm(home, { recursive: true, force: true });
    return report;
  }
  await writeFile(join(home, 'report.json'), JSON.stringify(report, undefined, 2));
  return { ...report, evidence: home };
}

async function play(home: string, options: RunOptions): Promise<RunReport> {
  const { seed, cases, seconds, naive = false, onProgress = () => undefined } = options;
  const closing = createClosing();
  try {
    await mkdir(join(home, 'logs'));
    const numbers = Array.from({ length: cases }, (_, i) => i + 1);
    const users = numbers.flatMap((n) => [engineerOf(n, 0).account, engineerOf(n, 1).account]);
    const postgres = await mortalPostgres(join(home, 'postgres'));
    const temporal = options.temporal ?? (await mortalTemporal(join(home, 'temporal')));
    for (const server of [postgres, temporal]) {
      closing.add(() => server.stop());
      await server.start();
    }
    await migrate(postgres.address);
    const provider = await startProvider(seed, SHARE, { users, repositories: numbers.map(repositoryOf) });
    closing.add(() => provider.stop());
    const mail = await startMail(seed, SHARE, SMTP_TIMEOUT_MS);
    closing.add(() => mail.stop());
    const masterKey = randomBytes(32);
    const store = openStore(postgres.address, { masterKey, applicationName: 'chaos runner' });
    closing.add(() => store.close());
    const orders: Orders = {
      databaseUrl: postgres.address,
      temporalAddress: temporal.address,
      masterKeyHex: masterKey.toString('hex'),
      smtpUrl: mail.url,
      githubUrl: provider.url,
      githubToken: provider.token,
      apiPort: await getPort({ host: '127.0.0.1' }),
      naive,
    };
    onProgress(`servers are up; ${cases} cases, ${seconds} s of faults, seed ${seed}`);
    const over = new AbortController();
    // Everybody who disturbs listens to it.
    setMaxListeners(0, over.signal);
    const restMs = naive ? NAIVE_REST_MS : (options.restS ?? REST_S) * 1_000;
    const traffic: Traffic = { sent: [], cases: new Map(), unexpected: [], internal: [] };
    let last = Number.POSITIVE_INFINITY;
    const apiUrl = `http://127.0.0.1:${orders.apiPort}`;
    const lastBegun = new AbortController();
    const sending = sendAll(
      {
        apiUrl,
        store,
        seed,
        cases,
        atOnce: options.atOnce ?? AT_ONCE,
        deadline: () => last + restMs,
        restsWithinMs: naive ? 0 : RESTS_WITHIN_MS,
        beginUntil: Date.now() + (options.minutes ?? Number.POSITIVE_INFINITY) * 60_000,
        onLastBegun: () => lastBegun.abort(),
      },
      traffic,
    );
    // Time counts from when there is somebody to disturb.
    const counts = noCounts();
    const enough = (): boolean => {
      const { kills, faults } = options.atLeast ?? { kills: 0, faults: 0 };
      return killsIn(counts) >= kills && sum(provider.faults) + sum(mail.faults) >= faults;
    };
    const longEnough = answers(apiUrl)
      .then(() => wait(seconds * 1_000))
      .then(() => waitFor(async () => enough(), seconds * 9_000));
    // The naive variant may never come to its last case.
    const played = naive ? undefined : once(lastBegun.signal, 'abort');
    void Promise.all([longEnough, played]).then(() => over.abort());
    const connection = await connectTemporal(temporal.address);
    closing.add(() => connection.close());
    const watching = watchTasks(connection, traffic, over.signal);
    const ends: string[] = [];
    const scene = { seed, ends, orders, home: join(home, 'logs'), postgres, temporal, mail, over: over.signal };
    void tellEveryMinute(over.signal, () =>
      onProgress(`${traffic.cases.size} of ${cases} cases opened, ${killsIn(counts)} workers killed`),
    );
    const pace = { longestStopS: options.longestStopS ?? 60, calmMs: seconds * CALM_MS_A_SECOND };
    for (const child of await disturb({ ...scene, ...pace }, counts)) closing.add(() => child.kill());
    provider.calm();
    mail.calm();
    last = Date.now();
    onProgress('the last fault is over; waiting for rest');
    await sending;
    const watched = await watching;
    const late = await settle(store, traffic, last + restMs);
    const restAfterS = Math.round((Date.now() - last) / 1_000);
    const unsettled = new Map([...late, ...watched.stuck, ...(await failingTasks(connection, traffic))]);
    const rows = await readRows(postgres.address);
    const accounts = await readAccounts(store, traffic);
    const { changes, collaborators } = provider;
    const { deliveries } = mail;
    const access = { accounts, changes, collaborators, databaseStops: postgres.crashes };
    const faults = await judge({ ...access, ends, traffic, rows, deliveries, store, unsettled });
    const seen = {
      traffic,
      rows: rows.length,
      changes,
      deliveries,
      restAfterS,
      taskAttempts: watched.attempts,
      counts,
    };
    return { seed, ...reportOf(seen), providerFaults: provider.faults, mailFaults: mail.faults, faults };
  } finally {
    await closing.close();
  }
}

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, n) => all + n, 0);

async function tellEveryMinute(over: AbortSignal, tell: () => void): Promise<void> {
  while (await pause(60_000, over)) tell();
}

async function answers(apiUrl: string): Promise<void> {
  await waitFor(
    () =>
      fetch(`${apiUrl}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    ANSWERS_MS,
  );
}
