import { type Child, startChild } from './child.js';
import type { ChaosMail } from './mail.js';
import { type Orders, POINTS, type Point } from './orders.js';
import { pause } from './pause.js';
import { type Random, randomOf } from './random.js';
import type { MortalServer } from './servers.js';

/** How often each thing was done to the processes. */
export type Counts = Record<`killed at ${Point}`, number> &
  Record<
    | 'workers killed at random'
    | 'workers stopped for a while'
    | 'API killed'
    | 'Temporal killed'
    | 'PostgreSQL stopped at once',
    number
  >;

/** The processes that faults are done to, and for how long. */
export type Scene = {
  seed: number;
  orders: Orders;
  home: string;
  postgres: MortalServer;
  temporal: MortalServer;
  mail: ChaosMail;
  /** Longest pause of a stopped worker, seconds; the shortest is 5. */
  longestStopS: number;
  /** For how long a process is left alone at most, on top of what it is always, milliseconds: the longer the run, the longer. */
  calmMs: number;
  /** Settles when nothing more is to be done to anybody. */
  over: AbortSignal;
};

/** How many workers were killed, wherever they were. */
export const killsIn = (counts: Counts): number =>
  POINTS.reduce((sum, point) => sum + counts[`killed at ${point}`], counts['workers killed at random']);

/** Sentences on what a run owes that was to kill so many workers: a twentieth of them at each named point, and a tenth as many times Temporal. */
export function owedOf(counts: Counts, kills: number): string[] {
  const least = (what: keyof Counts, want: number): string[] =>
    counts[what] < want ? [`${what}: ${counts[what]} of ${want}`] : [];
  const killed = killsIn(counts);
  return [
    ...(killed < kills ? [`workers killed: ${killed} of ${kills}`] : []),
    ...POINTS.flatMap((point) => least(`killed at ${point}`, Math.ceil(kills / 20))),
    ...least('Temporal killed', Math.ceil(kills / 10)),
  ];
}

export const noCounts = (): Counts => ({
  'killed at committed': 0,
  'killed at provider-answered': 0,
  'killed at rollover': 0,
  'killed at mail-accepted': 0,
  'killed at between-mails': 0,
  'workers killed at random': 0,
  'workers stopped for a while': 0,
  'API killed': 0,
  'Temporal killed': 0,
  'PostgreSQL stopped at once': 0,
});

/** Two workers, one API, three servers, each with troubles of its own until time is over; counts them, and answers what then runs and is to be ended. */
export async function disturb(scene: Scene, counts: Counts): Promise<Child[]> {
  const stops: Stops = {};
  const [first, second, api] = await Promise.all([
    workerLife(scene, counts, stops, 0),
    workerLife(scene, counts, stops, 1),
    apiLife(scene, counts),
    serverLife(scene, 'postgres', () => counts['PostgreSQL stopped at once']++),
    serverLife(scene, 'temporal', () => counts['Temporal killed']++),
    mailLife(scene),
  ]);
  return [first, second, api];
}

/** How a worker of this slot is to end. */
type Fate = { kind: 'point'; point: Point } | { kind: 'killed' } | { kind: 'stopped' };

/** Which of the workers is being stopped for a while, if any: the other then goes on, and finds what it left. */
type Stops = { slot?: number };

/** Of the places where a worker can end itself it is the one that was met least so far, so that every one is met often. */
function fateOf(random: Random, counts: Counts, stops: Stops): Fate {
  const drawn = random.next();
  if (drawn < 0.12 && stops.slot === undefined) return { kind: 'stopped' };
  if (drawn < 0.3) return { kind: 'killed' };
  const hits = (point: Point): number => counts[`killed at ${point}`];
  const least = Math.min(...POINTS.map(hits));
  const [first = 'committed', ...others] = POINTS.filter((point) => hits(point) === least);
  return { kind: 'point', point: random.pick([first, ...others]) };
}

/** It ends itself there the first time, or one of the next. */
const TIMES: Record<Point, number> = {
  committed: 40,
  'provider-answered': 1,
  rollover: 3,
  'mail-accepted': 3,
  'between-mails': 3,
};
/** A worker that did not come to the place where it was to end is killed wherever it is. */
const PATIENCE_MS = 12_000;

async function workerLife(scene: Scene, counts: Counts, stops: Stops, slot: number): Promise<Child> {
  const { over } = scene;
  const random = randomOf(scene.seed, `worker ${slot}`);
  const log = `${scene.home}/worker-${slot}.log`;
  while (!over.aborted) {
    if (stops.slot === slot) delete stops.slot;
    const fate = fateOf(random, counts, stops);
    if (fate.kind === 'stopped') stops.slot = slot;
    const calmMs = random.whole(0, scene.calmMs);
    const dieAt =
      fate.kind === 'point'
        ? {
            point: fate.point,
            nth: random.whole(1, TIMES[fate.point]),
            delayMs: random.pick([0, 0, 25]),
            afterMs: calmMs,
          }
        : undefined;
    const child = startChild('workerMain.js', { ...scene.orders, dieAt }, log);
    if (!(await child.ready)) continue;
    if (fate.kind === 'stopped') await stopped(child, scene, counts, random);
    const ownEnd = child.ended.then(() => true);
    const patience = calmMs + (fate.kind === 'point' ? PATIENCE_MS : random.whole(500, 4_000));
    const alone = await Promise.race([ownEnd, pause(patience, over).then(() => false)]);
    if (alone && fate.kind === 'point') counts[`killed at ${fate.point}`]++;
    if (!alone && !over.aborted) {
      await child.kill();
      counts['workers killed at random']++;
    }
    if (!alone && over.aborted) await child.kill();
  }
  const last = startChild('workerMain.js', scene.orders, log);
  await last.ready;
  return last;
}

async function stopped(child: Child, { over, longestStopS }: Scene, counts: Counts, random: Random): Promise<void> {
  await pause(random.whole(200, 2_000), over);
  child.signal('SIGSTOP');
  await pause(random.whole(5_000, longestStopS * 1_000), over);
  child.signal('SIGCONT');
  counts['workers stopped for a while']++;
}

async function apiLife(scene: Scene, counts: Counts): Promise<Child> {
  const random = randomOf(scene.seed, 'api');
  const log = `${scene.home}/api.log`;
  const orders = { ...scene.orders, dieAt: undefined };
  for (;;) {
    const child = startChild('apiMain.js', orders, log);
    const served = await child.ready;
    if (scene.over.aborted && served) return child;
    const goesOn = await Promise.race([
      child.ended.then(() => true),
      pause(random.whole(20_000, 40_000) + scene.calmMs, scene.over),
    ]);
    if (!goesOn) {
      if (served) return child;
      continue;
    }
    await child.kill();
    counts['API killed']++;
  }
}

/** PostgreSQL every 5 to 10 seconds for up to 2; Temporal every 20 to 40 beside the calm of the run, up again at once. */
async function serverLife(scene: Scene, which: 'postgres' | 'temporal', count: () => void): Promise<void> {
  const random = randomOf(scene.seed, which);
  const server = scene[which];
  const calmMs = (): number =>
    which === 'postgres' ? random.whole(5_000, 10_000) : random.whole(20_000, 40_000) + scene.calmMs;
  while (await pause(calmMs(), scene.over)) {
    await server.crash();
    count();
    await pause(random.whole(0, which === 'postgres' ? 2_000 : 500), scene.over);
    await server.start();
  }
}

/** The mail server is away for a tenth of the time, as it would be for hours. */
async function mailLife({ seed, mail, over }: Scene): Promise<void> {
  const random = randomOf(seed, 'mail server');
  while (await pause(random.whole(10_000, 20_000), over)) {
    await mail.setDown(true);
    await pause(random.whole(1_000, 4_000), over);
    await mail.setDown(false);
  }
}
