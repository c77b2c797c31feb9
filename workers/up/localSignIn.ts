import { randomBytes } from 'node:crypto';
import getPort from 'get-port';
import type { SignInConfig } from '../../api/signIn/parts.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import { startOidc } from '../../sandbox/oidc/oidc.js';
import type { Store } from '../../store/contract.js';
import { localPeople } from './localPeople.js';

/** Port of the sign-in service, when it is free: with the same one, people stay who they were. */
const OIDC_PORT = 8026;
const CLIENT_ID = 'drawbridge';
const ROLES = [...CLIENT_ROLES, 'operator'] as const;

/** How people sign in with a browser on this machine, and what has to be stopped. */
export type LocalSignIn = { signIn: SignInConfig; stop(): Promise<void> };

/** Starts an OpenID provider that asks nobody for a password; in its claim `roles` stand our roles by their names. */
export async function startLocalSignIn(
  store: Pick<Store, 'cases' | 'people'>,
  baseUrl: string,
  port?: number,
): Promise<LocalSignIn> {
  const clientSecret = randomBytes(24).toString('base64url');
  const { issuer, stop } = await startOidc({
    client: {
      id: CLIENT_ID,
      secret: clientSecret,
      redirectUri: `${baseUrl}/auth/callback`,
      signedOutUri: `${baseUrl}/sign-in`,
      backchannelLogoutUri: `${baseUrl}/auth/backchannel-logout`,
    },
    people: () => localPeople(store),
    roles: ROLES,
    port: port ?? (await getPort({ host: '127.0.0.1', port: OIDC_PORT })),
  });
  const roles = Object.fromEntries(ROLES.map((role) => [role, [role]]));
  return { signIn: { provider: { issuer, clientId: CLIENT_ID, clientSecret, roles } }, stop };
}
