import type { FastifyServerOptions } from 'fastify';
import type { ApiConfig } from './parts.js';

/**
 * Log lines of the edge: method, route pattern, status, duration, role, request id.
 *
 * Never an address, a query, a body, a header or the text of an error: they may hold personal data or a token.
 */
export const loggerOptions = (level: ApiConfig['logLevel'] = 'info'): FastifyServerOptions['logger'] => ({
  level,
  serializers: {
    req: (request: { method?: string }) => ({ method: request.method }),
    res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
    err: (error: Error) => ({ type: error.name, message: '', stack: '' }),
  },
});
