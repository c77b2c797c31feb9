import { z } from 'zod';
import { type ProviderCheck, ProviderError } from '../port.js';
import { configAnswer, pageOf } from './answers.js';
import type { Requests } from './requests.js';

const idOnly = pageOf(z.object({ id: z.string().min(1) }));

/**
 * Looks whether the directory can be worked with, as codes:
 *
 * - `reachable`: it answered at all.
 * - `token`: it takes the token; without it nothing else is told.
 * - `patch`, `filter`: it says that it can change single members, and find by name.
 * - `users`, `groups`: the token may read them. Whether it may change members shows when it does.
 * - `noEnd`: a membership has no end of its own, so that nothing closes while Drawbridge is down.
 */
export async function checkDirectory(requests: Requests): Promise<ProviderCheck[]> {
  try {
    const config = await requests.find({ template: '/ServiceProviderConfig' }, configAnswer);
    return [
      { code: 'reachable', ok: true },
      { code: 'token', ok: true },
      { code: 'patch', ok: config?.patch.supported === true },
      { code: 'filter', ok: config?.filter.supported === true },
      { code: 'users', ok: await mayRead(requests, '/Users') },
      { code: 'groups', ok: await mayRead(requests, '/Groups') },
      { code: 'noEnd', ok: true },
    ];
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const reachable = error.code === 'ProviderRefused';
    return [{ code: 'reachable', ok: reachable }, ...(reachable ? [{ code: 'token', ok: false }] : [])];
  }
}

async function mayRead(requests: Requests, template: string): Promise<boolean> {
  try {
    await requests.send({ template, query: { startIndex: '1', count: '1', attributes: 'id' } }, idOnly);
    return true;
  } catch (error) {
    if (error instanceof ProviderError && error.code === 'ProviderRefused') return false;
    throw error;
  }
}
