import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds that one act took. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}

/** Does `act` for each number below `count`, at most `width` side by side. */
export async function inParallel(count: number, width: number, act: (i: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < count) await act(next++);
    }),
  );
}

/** How many acts a second `width` senders get done in `ms`, each sending the next when the last is answered. */
export async function throughput(ms: number, width: number, act: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (performance.now() - from < ms) {
        await act();
        done++;
      }
    }),
  );
  return done / ((performance.now() - from) / 1000);
}

/** Milliseconds of each act, started at a steady rate whether earlier ones are answered or not, from when it was due. */
export async function openLoop(
  perSecond: number,
  count: number,
  act: (i: number) => Promise<unknown>,
): Promise<number[]> {
  const from = performance.now();
  const running: Promise<number>[] = [];
  for (let i = 0; i < count; i++) {
    const due = from + (i * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    const one = act(i).then(() => performance.now() - due);
    // Whoever awaits them all hears of a failure; until then it must not end the process.
    one.catch(() => undefined);
    running.push(one);
  }
  return Promise.all(running);
}
