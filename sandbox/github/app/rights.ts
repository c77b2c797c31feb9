import { type Reply, refused } from '../route.js';
import type { AppPermissions } from './caller.js';

/** What an installation needs for what stands below a repository, by the beginning of the path; anything else takes reading alone. */
const BELOW: readonly [string, string][] = [
  ['/collaborators/{login}/permission', 'metadata'],
  ['/collaborators', 'metadata'],
  ['/invitations', 'administration'],
  ['/keys', 'administration'],
  ['/teams', 'administration'],
  ['/hooks', 'repository_hooks'],
  ['/actions/runners', 'administration'],
  ['/environments', 'actions'],
  ['/branches/{branch}/protection', 'administration'],
  ['/branches', 'contents'],
];

const REFUSED = refused(403, 'Resource not accessible by integration');

/** The refusal of an installation that lacks what a request below a repository takes. */
export function refusedBelow(permissions: AppPermissions, method: string, path: string): Reply | undefined {
  const [, read = 'metadata'] = BELOW.find(([begins]) => path.startsWith(begins)) ?? [];
  const allowed = method === 'GET' ? mayRead(permissions, read) : permissions.administration === 'write';
  return allowed ? undefined : REFUSED;
}

/** The refusal of an installation for what stands outside repositories. */
export function refusedElsewhere(permissions: AppPermissions, path: string): Reply | undefined {
  // An installation is nobody.
  if (/^\/user(\/(repos|memberships\/.*))?$/.test(path)) return REFUSED;
  if (/^\/orgs\/[^/]+\/installations/.test(path) && !mayRead(permissions, 'organization_administration'))
    return REFUSED;
  if (/^\/orgs\/[^/]+\/(members|memberships|teams)/.test(path) && !mayRead(permissions, 'members')) return REFUSED;
  return undefined;
}

/** Whether it may read so much. */
export const mayRead = (permissions: AppPermissions, name: string): boolean =>
  name === 'metadata' || Object.hasOwn(permissions, name);
