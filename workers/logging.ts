import { type LogLevel, type LogMetadata, Runtime, type Logger as TemporalLogger } from '@temporalio/worker';
import { type Logger, pino } from 'pino';

const LEVELS: Record<LogLevel, 'trace' | 'debug' | 'info' | 'warn' | 'error'> = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
};

/** A logger of JSON lines on standard error. */
export const createLogger = (name: string, level: string): Logger => pino({ name, level }, pino.destination(2));

/**
 * Sends what Temporal's runtime and the workflows say through our logger; to be called before the first worker of the process, once.
 *
 * `metricsAt`: `host:port` where the runtime serves its own metrics; left out: nowhere.
 * Connection details and payloads never get there: Temporal logs ids and messages.
 */
export function installLogger(logger: Logger, metricsAt?: string): void {
  const log = (level: LogLevel, message: string, meta?: LogMetadata) => logger[LEVELS[level]](plain(meta), message);
  const bridge: TemporalLogger = {
    log,
    trace: (message, meta) => log('TRACE', message, meta),
    debug: (message, meta) => log('DEBUG', message, meta),
    info: (message, meta) => log('INFO', message, meta),
    warn: (message, meta) => log('WARN', message, meta),
    error: (message, meta) => log('ERROR', message, meta),
  };
  const prometheus = { bindAddress: metricsAt ?? '', countersTotalSuffix: true, useSecondsForDurations: true };
  Runtime.install({
    logger: bridge,
    ...(metricsAt !== undefined && { telemetryOptions: { metrics: { prometheus } } }),
  });
}

/**
 * Temporal's metadata holds symbols, numbers that JSON does not know, and errors whose text may hold what people have written:
 * of an error, only its kind and its place in the code are logged.
 */
function plain(meta: LogMetadata = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(meta).map(([key, value]) => [key, plainValue(key, value)]));
}

function plainValue(key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Error) return { type: value.name, frames: framesOf(value.stack) };
  return key === 'stack' ? framesOf(value) : value;
}

const framesOf = (stack: unknown): string[] =>
  String(stack)
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12);
