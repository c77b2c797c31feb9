import { inTime } from '../../api/inTime.js';
import { ConfigError } from '../config.js';

/** Lets something listen; a port that is taken is a wrong setting. Throws `ConfigError`. */
export async function listenAs(setting: string, listen: () => Promise<unknown>): Promise<void> {
  try {
    await listen();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new ConfigError([{ setting, message: `${setting} is taken by another process; it must be a free port.` }]);
  }
}

/** Whether something ends in time; it goes on in any case. */
export const endsWithin = (graceMs: number, ending: Promise<unknown>): Promise<boolean> =>
  inTime(
    graceMs,
    ending.then(() => true),
  );
