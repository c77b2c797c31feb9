import type { PlaceLooks } from '../client/placeLooks.js';
import type { Store } from '../store/contract.js';

/** How long a place that a case begins to look after waits for its Schedule at most, milliseconds; its first look is hours away. */
const EVERY_MS = 60_000;

/**
 * Keeps a Schedule for each place that open cases look after, at once and every minute; answers how to stop. Any number of processes may do
 * so: what is to be is read from the database, and made the same by each.
 */
export function keepPlaceSchedules(
  { places }: Pick<Store, 'places'>,
  looks: Pick<PlaceLooks, 'schedule'>,
  warn: (message: string, meta: { kind: string }) => void,
  everyMs = EVERY_MS,
): () => Promise<void> {
  const settle = async (): Promise<void> => {
    try {
      await looks.schedule(await places.watched());
    } catch (error) {
      // Whatever is away is asked again in a minute; the Schedules that are there go on meanwhile.
      warn('The looks at places could not be scheduled.', { kind: error instanceof Error ? error.name : 'unknown' });
    }
  };
  let running = settle();
  const timer = setInterval(() => {
    running = running.then(settle);
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
