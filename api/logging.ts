import type { LoggerOptions } from 'pino';
import type { ApiConfig } from './parts.js';

type Hook = NonNullable<NonNullable<LoggerOptions['hooks']>['logMethod']>;

const errorIn = (first: unknown): Error | undefined => {
  const held = typeof first === 'object' && first !== null && 'err' in first ? first.err : first;
  return held instanceof Error ? held : undefined;
};

/** An error is logged by its kind alone: its text may hold what people have written. */
const withoutText: Hook = function (args, method) {
  const error = errorIn(args[0]);
  if (error === undefined) method.apply(this, args);
  else method.apply(this, [{ err: error }, error.name]);
};

/**
 * Log lines of the edge: method, route pattern, status, duration, role, request id.
 *
 * Never an address, a query, a body, a header or the text of an error: they may hold personal data or a token.
 */
export const loggerOptions = ({ logLevel = 'info', logTo }: Pick<ApiConfig, 'logLevel' | 'logTo'>) => ({
  name: 'drawbridge-api',
  level: logLevel,
  ...(logTo !== undefined && { stream: logTo }),
  hooks: { logMethod: withoutText },
  serializers: {
    req: (request: { method?: string }) => ({ method: request.method }),
    res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
    err: (error: Error) => ({ type: error.name, message: '', stack: '' }),
  },
});
