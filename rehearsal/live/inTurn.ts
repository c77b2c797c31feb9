import type { ApiParts } from '../../api/parts.js';
import type { OneAtATime } from './oneAtATime.js';

/**
 * Writes of people wait while time passes; the rehearsal's own come with a token, in the turn that it has.
 *
 * Whoever leaves while they wait gives their turn on as well.
 */
export const inTurn =
  (turns: OneAtATime): NonNullable<ApiParts['observe']> =>
  (app) =>
    app.addHook('onRequest', async (request, reply) => {
      const { method, url, headers } = request;
      if (method !== 'POST' || !url.startsWith('/api/cases') || headers.authorization !== undefined) return;
      const over = new Promise<void>((resolve) => reply.raw.once('close', () => resolve()));
      const giveOn = await turns.turn();
      void over.then(giveOn);
    });
