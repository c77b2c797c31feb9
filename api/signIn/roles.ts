import type { Role } from '../../domain/case/roles.js';
import { own } from '../../domain/record.js';
import type { Claims } from './openId.js';
import type { ProviderConfig } from './parts.js';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A claim by its name, or by a way through objects such as `realm_access.roles`. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((at, key) => (isRecord(at) ? own(at, key) : undefined), claims);
}

/** The roles that somebody has by the provider's claims and the installation's mapping, each once, in its order. */
export function rolesOf(claims: Claims, { roles, rolesClaim = 'roles' }: ProviderConfig): Role[] {
  const claim = claimAt(claims, rolesClaim);
  const values = Array.isArray(claim) ? claim : [claim];
  const held = new Set(values.filter((value) => typeof value === 'string'));
  return [...new Set(Object.entries(roles).flatMap(([value, its]) => (held.has(value) ? its : [])))];
}
