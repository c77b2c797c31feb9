import type { End } from './child.js';
import { POINTS, type Point } from './orders.js';

/** How often each thing was done to the processes. */
export type Counts = Record<`killed at ${Point}`, number> &
  Record<
    | 'workers killed at random'
    | 'workers stopped for a while'
    | 'workers ended after a stop'
    | 'processes that did not come up'
    | 'API killed'
    | 'Temporal killed'
    | 'PostgreSQL stopped at once',
    number
  >;

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
  'workers ended after a stop': 0,
  'processes that did not come up': 0,
  'API killed': 0,
  'Temporal killed': 0,
  'PostgreSQL stopped at once': 0,
});

/** How a worker of this slot is to end. */
export type Fate = { kind: 'point'; point: Point } | { kind: 'killed' } | { kind: 'stopped' };

/** What Node says when it ends because code that it bounds in time stood still; the runbook tells operators. */
const STOOD_STILL = 'async hook stack has become corrupted';
const SAID_CHARS = 300;

/** What an end counts as that nobody brought about from outside; undefined for one that was not planned: a defect of the product. */
export function ownEndOf(fate: Fate, { signal, said }: End): keyof Counts | undefined {
  if (fate.kind === 'point' && signal === 'SIGKILL') return `killed at ${fate.point}`;
  if (fate.kind === 'stopped' && said.includes(STOOD_STILL)) return 'workers ended after a stop';
  return undefined;
}

/** A sentence on a process that ended by itself. */
export const endedByItself = (who: string, { code, signal, said }: End): string =>
  `${who} with ${signal ?? `code ${code}`}: ${said.slice(-SAID_CHARS)}`;
