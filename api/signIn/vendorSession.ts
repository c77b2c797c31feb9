import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SessionView } from '../../contract/session.js';
import type { PersonId } from '../../domain/case/roles.js';
import { plusMs } from '../../domain/time.js';
import type { ApiParts } from '../parts.js';
import { cookiesOf } from './cookies.js';
import { deviceOf } from './device.js';
import { sessionTimes } from './parts.js';
import { vendorGrants } from './vendorGrants.js';
import { viewSession } from './viewSession.js';

/** Starts the session of somebody of a vendor in the browser that asks; undefined where no case names them. */
export async function startVendorSession(
  parts: ApiParts,
  request: FastifyRequest,
  reply: FastifyReply,
  { personId, how }: { personId: PersonId; how: 'code' | 'passkey' },
): Promise<SessionView | undefined> {
  const { store, clock, config } = parts;
  const cookies = cookiesOf(config.baseUrl);
  const { idleMs, lengthMs } = sessionTimes(config.signIn);
  const grants = await vendorGrants(store, personId);
  if (grants.length === 0) return undefined;
  const now = clock();
  const replaces = cookies.session.read(request);
  const { secret } = await store.sessions.start({
    ...{ personId, side: 'vendor', grants, now, how, signedInAt: now, device: deviceOf(request.headers['user-agent']) },
    endsAt: plusMs(now, lengthMs),
    ...(replaces !== undefined && { replaces }),
  });
  const open = await store.sessions.verify(secret, { now: clock(), idleMs });
  if (open === undefined) return undefined;
  cookies.session.set(reply, secret, lengthMs / 1_000);
  return await viewSession(parts, { ...open, secret }, request);
}
