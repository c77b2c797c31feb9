import { setTimeout as wait } from 'node:timers/promises';

/** Waits so many milliseconds, or until it is over; true when there is time left. */
export const pause = (ms: number, over: AbortSignal): Promise<boolean> =>
  wait(ms, true, { signal: over }).catch((error: unknown) => {
    if (over.aborted) return false;
    throw error;
  });
