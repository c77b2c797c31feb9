import { type Child, type End, startChild } from './child.js';
import { type Counts, endedByItself, type Fate, ownEndOf } from './counts.js';
import type { ChaosMail } from './mail.js';
import { type Orders, POINTS, type Point } from './orders.js';
import { pause } from './pause.js';
import { type Random, randomOf } from './random.js';
import type { MortalServer } from './servers.js';

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
  /** Is told of every process that ended by itself, a sentence each. */
  ends: string[];
  /** Settles when nothing more is to be done to anybody. */
  over: AbortSignal;
};

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
  for (const [who, child] of Object.entries({ 'worker 0': first, 'worker 1': second, 'the API': api }))
    void child.ended.then((end) => scene.ends.push(endedByItself(who, end)));
  return [first, second, api];
}

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
    if (!(await child.ready)) {
      counts['processes that did not come up']++;
      continue;
    }
    if (fate.kind === 'stopped') await stopped(child, scene, counts, random);
    const patience = calmMs + (fate.kind === 'point' ? PATIENCE_MS : random.whole(500, 4_000));
    await Promise.race([child.ended, pause(patience, over)]);
    const isLast = over.aborted;
    if (await child.kill()) counts['workers killed at random'] += isLast ? 0 : 1;
    else noteOwnEnd(scene, counts, `worker ${slot}`, fate, await child.ended);
  }
  return lastWorker(scene, log);
}

function noteOwnEnd({ ends }: Scene, counts: Counts, who: string, fate: Fate, end: End): void {
  const counted = ownEndOf(fate, end);
  if (counted === undefined) ends.push(endedByItself(who, end));
  else counts[counted]++;
}

/** Servers may be on their way up still: it is started until it takes work, so often at most. */
async function lastWorker({ orders }: Scene, log: string): Promise<Child> {
  for (let left = 10; ; left--) {
    const last = startChild('workerMain.js', orders, log);
    if ((await last.ready) || left === 0) return last;
  }
}

async function stopped(child: Child, { over, longestStopS }: Scene, counts: Counts, random: Random): Promise<void> {
  await pause(random.whole(200, 2_000), over);
  child.signal('SIGSTOP');
  await pause(random.whole(5_000, longestStopS * 1_000), over);
  if (child.signal('SIGCONT')) counts['workers stopped for a while']++;
}

async function apiLife(scene: Scene, counts: Counts): Promise<Child> {
  const random = randomOf(scene.seed, 'api');
  const log = `${scene.home}/api.log`;
  const orders = { ...scene.orders, dieAt: undefined };
  for (;;) {
    const child = startChild('apiMain.js', orders, log);
    if (!(await child.ready)) {
      counts['processes that did not come up']++;
      continue;
    }
    const patience = pause(random.whole(20_000, 40_000) + scene.calmMs, scene.over);
    const left = await Promise.race([child.ended, patience]);
    if (left === false) return child;
    if (await child.kill()) counts['API killed']++;
    else scene.ends.push(endedByItself('the API', await child.ended));
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
