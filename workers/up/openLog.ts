import { pino } from 'pino';

/** Opens the log of an `up`, for its owner alone; a line that the disk does not take is lost, and nothing else is. */
export function openLog(path: string): ReturnType<typeof pino.destination> {
  const log = pino.destination({ dest: path, mode: 0o600, sync: true });
  log.on('error', () => undefined);
  return log;
}
