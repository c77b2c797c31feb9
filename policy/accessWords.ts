import type { ResourceKind } from '../domain/case/intake.js';
import type { AccessProfile, Gives } from '../domain/case/plan.js';
import { VOCABULARIES, vocabularyOf } from '../providers/access/vocabularies.js';
import type { Policy } from './policySchema.js';

const known = (): string => Object.keys(VOCABULARIES).join(', ');

/** What is wrong with a provider's name, in one sentence; undefined when there is one of that name. */
export const providerFault = (provider: string): string | undefined =>
  vocabularyOf(provider) === undefined ? `There is no provider ${provider}; there are ${known()}.` : undefined;

/** What is wrong with a permission of a provider, in one sentence. */
export function permissionFault(provider: string, permission: string): string | undefined {
  const permissions = vocabularyOf(provider)?.permissions;
  if (permissions === undefined) return providerFault(provider);
  return permissions.includes(permission)
    ? undefined
    : `${provider} has no permission ${permission}; it has ${permissions.join(', ')}.`;
}

/** What is wrong with a kind of resource at a provider, in one sentence. */
export function kindFault(provider: string, kind: ResourceKind): string | undefined {
  const kinds = vocabularyOf(provider)?.kinds;
  if (kinds === undefined) return providerFault(provider);
  return kinds.includes(kind) ? undefined : `${provider} has no ${kind}; it has ${kinds.join(', ')}.`;
}

/** What is wrong with the name of a place at a provider, in one sentence. */
export function placeFault(provider: string, id: string): string | undefined {
  const place = vocabularyOf(provider)?.place;
  if (place === undefined) return providerFault(provider);
  return place.matches(id) ? undefined : `${id} is no place at ${provider}; it has to be ${place.right}.`;
}

/** What is wrong with the name of an account at a provider, in one sentence. */
export function accountFault(provider: string, name: string): string | undefined {
  const account = vocabularyOf(provider)?.account;
  if (account === undefined) return providerFault(provider) ?? `Nobody has an account at ${provider}.`;
  return account.matches(name) ? undefined : `${name} is no account at ${provider}; it has to be ${account.right}.`;
}

/** True where people go by accounts of their own. */
export const hasAccounts = (provider: string): boolean => vocabularyOf(provider)?.account !== undefined;

/** The access profiles of a policy with how much each permission gives of what its provider has. */
export const profilesOf = ({ accessProfiles }: Pick<Policy, 'accessProfiles'>): Record<string, AccessProfile> =>
  Object.fromEntries(
    Object.entries(accessProfiles).map(([name, { gives, maxDays }]) => [
      name,
      { gives: Object.fromEntries(Object.entries(gives).map(([at, word]) => [at, ranked(at, word)])), maxDays },
    ]),
  );

function ranked(provider: string, permission: string): Gives {
  const permissions = vocabularyOf(provider)?.permissions ?? [];
  const rank = permissions.indexOf(permission);
  const administers = vocabularyOf(provider)?.administers === permission;
  return { permission, rank, ...(administers && { administers: true as const }) };
}
