import type { FastifyInstance } from 'fastify';
import type { ApiConfig } from './parts.js';
import { Problem } from './problems.js';

/** Answers under the configured names alone: a page elsewhere could point a name of its own at this machine, and read along. */
export function checkHost(app: FastifyInstance, { hosts }: Pick<ApiConfig, 'hosts'>): void {
  if (hosts === undefined) return;
  const known = new Set(hosts.map((host) => host.toLowerCase()));
  app.addHook('onRequest', async ({ headers }) => {
    if (!known.has((headers.host ?? '').toLowerCase())) throw new Problem('WrongHost');
  });
}
