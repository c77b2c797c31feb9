/** Waits so many milliseconds, or until it is over; true when there is time left. */
export const pause = (ms: number, over: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    if (over.aborted) return resolve(false);
    const end = () => {
      clearTimeout(timer);
      over.removeEventListener('abort', end);
      resolve(!over.aborted);
    };
    const timer = setTimeout(end, ms);
    over.addEventListener('abort', end);
  });
