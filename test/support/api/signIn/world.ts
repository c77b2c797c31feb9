import getPort from 'get-port';
import type { ApiConfig } from '../../../../api/parts.js';
import type { SignInConfig } from '../../../../api/signIn/parts.js';
import { CLIENT_ROLES } from '../../../../domain/case/roles.js';
import { type LocalOidc, type OidcPerson, startOidc } from '../../../../sandbox/oidc/oidc.js';
import { startApi, type TestApi } from '../harness.js';
import { EMAILS } from '../smallPolicy.js';

/** Somebody without any role that is mapped. */
export const NOBODY = 'nobody@harbour.example';
/** Somebody with two roles. */
export const BOTH = 'both@harbour.example';

const PEOPLE: OidcPerson[] = [
  ...Object.entries(EMAILS).map(([role, email]) => ({ name: `Name of ${role}`, email, roles: [role] })),
  { name: 'No Body', email: NOBODY, roles: ['visitor'] },
  { name: 'Bo Both', email: BOTH, roles: ['legal', 'procurement'] },
];

/** The HTTP edge with a real provider beside it. */
export type SignInWorld = { api: TestApi; oidc: LocalOidc; close(): Promise<void> };

/** What an installation says of the provider: each role is called by its own name. */
export const ownRoles = Object.fromEntries([...CLIENT_ROLES, 'operator' as const].map((role) => [role, [role]]));

/** Starts the edge and a provider in process, and lets the one sign people in at the other. */
export async function startSignInWorld(
  more: Omit<SignInConfig, 'provider'> = {},
  parts: Parameters<typeof startApi>[2] = {},
  config: Pick<ApiConfig, 'logTo'> = {},
): Promise<SignInWorld> {
  const port = await getPort({ host: '127.0.0.1' });
  const baseUrl = `http://127.0.0.1:${port}`;
  const client = {
    ...{ id: 'drawbridge', secret: 'a-secret-of-the-client', redirectUri: `${baseUrl}/auth/callback` },
    ...{ signedOutUri: `${baseUrl}/sign-in`, backchannelLogoutUri: `${baseUrl}/auth/backchannel-logout` },
  };
  const oidc = await startOidc({ client, people: async () => PEOPLE, roles: CLIENT_ROLES });
  const provider = { issuer: oidc.issuer, clientId: client.id, clientSecret: client.secret, roles: ownRoles };
  const api = await startApi({ baseUrl, port, signIn: { provider, ...more }, ...config }, undefined, parts);
  return {
    api,
    oidc,
    async close() {
      await api.close();
      await oidc.stop();
    },
  };
}
