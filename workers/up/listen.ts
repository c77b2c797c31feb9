import type { FastifyInstance } from 'fastify';
import { LocalPartsError } from '../../sandbox/errors.js';

/** Lets the API listen on loopback; throws `LocalPartsUnavailable` when the port is taken. */
export async function listenOnLoopback(app: FastifyInstance, port: number): Promise<void> {
  try {
    await app.listen({ host: '127.0.0.1', port });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new LocalPartsError('LocalPartsUnavailable', `Port ${port} is taken: name another one with --port.`);
  }
}
