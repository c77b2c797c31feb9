import type { Clock } from '../../../providers/access/github/pacing.js';

/** Time that passes only while everybody sleeps: hours of it in seconds, with requests that are really sent. */
export type VirtualTime = Clock & {
  /** The platform's `fetch` over a network that takes virtual time both ways; time stands still while a request is under way. */
  fetch: typeof fetch;
  stop(): void;
};

/** Starts at an instant, milliseconds since the epoch; `latencyMs` is how long the network takes one way. */
export function startVirtualTime(startMs: number, latencyMs: () => number): VirtualTime {
  let now = startMs;
  let underWay = 0;
  let stopped = false;
  const sleepers: { at: number; wake: () => void }[] = [];
  const sleep = (ms: number): Promise<void> =>
    new Promise((wake) => {
      sleepers.push({ at: now + ms, wake });
    });
  /* Whatever goes on without the network is done when a turn of the loop ends. */
  function turn(): void {
    if (stopped) return;
    if (underWay === 0 && sleepers.length > 0) {
      const next = sleepers.reduce((soonest, one) => (one.at < soonest.at ? one : soonest));
      sleepers.splice(sleepers.indexOf(next), 1);
      now = Math.max(now, next.at);
      next.wake();
    }
    setImmediate(turn);
  }
  setImmediate(turn);
  return {
    now: () => now,
    sleep,
    async fetch(input, init) {
      await sleep(latencyMs());
      underWay++;
      try {
        const answer = await fetch(input, init);
        const body = await answer.arrayBuffer();
        const { status, headers } = answer;
        return new Response(body.byteLength === 0 ? null : body, { status, headers });
      } finally {
        underWay--;
        await sleep(latencyMs());
      }
    },
    stop() {
      stopped = true;
    },
  };
}
