import type { PersonId, Role } from '../../domain/case/roles.js';
import { fromMs, plusMs } from '../../domain/time.js';
import type { ApiParts } from '../parts.js';
import type { Claims } from './openId.js';
import { type ProviderConfig, sessionTimes } from './parts.js';
import { rolesOf } from './roles.js';

/** Why somebody whom the provider knows does not come in; the sign-in page tells it. */
export type NotIn = 'NoRole' | 'AddressNotVerified' | 'AddressNotAllowed' | 'AccountTaken';

/** Who came back from the provider, and with which browser. */
export type Arrival = { claims: Claims; device: string; replaces: string | undefined };

/** Starts the session of somebody whom the provider has vouched for, or says why not. */
export async function comeIn(
  parts: ApiParts,
  provider: ProviderConfig,
  { claims, device, replaces }: Arrival,
): Promise<{ secret: string } | NotIn> {
  const { store, clock, config } = parts;
  const roles = rolesOf(claims, provider);
  if (roles.length === 0) {
    const known = await store.signIns.personOf({ issuer: claims.iss, subject: claims.sub });
    if (known !== undefined) await store.personalTokens.narrow(known, []);
    return 'NoRole';
  }
  const person = await personOf(parts, claims);
  if (typeof person === 'string') return person;
  // What the provider says today counts for sessions, tokens and a calendar of earlier days as well.
  await store.personalTokens.narrow(person.personId, roles);
  const now = clock();
  const { againMs, lengthMs } = sessionTimes(config.signIn);
  const { secret } = await store.sessions.start({
    ...{ personId: person.personId, side: 'client', grants: roles.map((role: Role) => ({ role })), device, now },
    signedInAt: provedAt(claims, now, againMs),
    endsAt: plusMs(now, lengthMs),
    identity: {
      ...{ issuer: claims.iss, subject: claims.sub },
      ...(typeof claims.sid === 'string' && { providerSession: claims.sid }),
    },
    ...(replaces !== undefined && { replaces }),
  });
  return { secret };
}

/**
 * When the provider had proof of the person: at the latest now, whatever its clock says. Where it does not say when, it may have
 * been at any time: such a sign-in is too old for what wants a recent one. It has to say when it is asked for proof anew.
 */
function provedAt({ auth_time }: Claims, now: string, againMs: number): string {
  const nowMs = Date.parse(now);
  return fromMs(auth_time === undefined ? nowMs - againMs - 1 : Math.min(auth_time * 1_000, nowMs));
}

/**
 * The person of an account at the provider. The first time, the address that the provider has verified says who it is; from then on
 * the account does, whatever address it has.
 */
async function personOf(parts: ApiParts, claims: Claims): Promise<{ personId: PersonId } | NotIn> {
  const { store, clock } = parts;
  const identity = { issuer: claims.iss, subject: claims.sub };
  const known = await store.signIns.personOf(identity);
  if (known !== undefined) return { personId: known };
  const { email, email_verified: verified, name } = claims;
  if (typeof email !== 'string' || !email.includes('@') || verified !== true) return 'AddressNotVerified';
  if (!isAllowed(parts, email)) return 'AddressNotAllowed';
  const personId = await store.people.ensure({ name: typeof name === 'string' && name !== '' ? name : email, email });
  const linked = await store.signIns.link(identity, personId, clock());
  return linked === 'linked' ? { personId } : 'AccountTaken';
}

/** As with tokens: the client's roles go to the client's own addresses, where it says which these are. */
function isAllowed({ tokenDelivery }: ApiParts, email: string): boolean {
  const domains = tokenDelivery.to === 'its-person' ? tokenDelivery.clientDomains : undefined;
  if (domains === undefined) return true;
  const at = email.lastIndexOf('@');
  return !email.slice(0, at).includes('+') && domains.includes(email.slice(at + 1).toLowerCase());
}
