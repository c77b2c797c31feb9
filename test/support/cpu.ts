/** What may hold the event loop at once, milliseconds of a machine as fast as one that a release is judged on. */
const BOUND_MS = 250;
/** What {@link work} takes on such a machine, milliseconds. */
const WORK_MS = 50;
/** What is slow by itself is slow every time; what a busy machine made slow is not. */
const RUNS = 10;

/** Some work of the same kind everywhere: a text of half a megabyte written, read and looked through. */
function work(): number {
  const text = JSON.stringify(Array.from({ length: 20_000 }, (_, i) => ({ [`k${i}`]: 'v'.repeat(10) })));
  return JSON.parse(text).length + (text.match(/k\d+/g)?.length ?? 0);
}

const spentMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};

/**
 * What something comes to, and how many milliseconds of processor it takes: the least of up to ten runs. Not the time that
 * passes, which other programs on the machine stretch.
 */
export async function measured<T>(f: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  let before = process.cpuUsage();
  let value = await f();
  let ms = spentMs(before);
  for (let run = 1; run < RUNS && ms > BOUND_MS; run++) {
    before = process.cpuUsage();
    value = await f();
    ms = Math.min(ms, spentMs(before));
  }
  return { ms, value };
}

/** The bound on this machine: more where it is slower, or busy enough to be. */
export function limitMs(): number {
  const runs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    work();
    return spentMs(before);
  });
  return BOUND_MS * Math.max(1, Math.min(...runs) / WORK_MS);
}
