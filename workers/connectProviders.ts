import { createGitHubProvider } from '../providers/access/github/provider.js';
import type { AccessProvider } from '../providers/access/port.js';
import { createPostgresProvider } from '../providers/access/postgres/provider.js';
import { type Providers, providersOf } from '../providers/access/registry.js';
import { createScimProvider } from '../providers/access/scim/provider.js';
import type { AccessConfig } from './settings/access.js';

/** The providers of an installation. */
export type Connected = {
  providers: Providers;
  all: AccessProvider[];
  /** Ends the connections that they hold. */
  close(): Promise<void>;
};

type Given = Pick<AccessConfig, 'POSTGRES_ACCESS_URL' | 'SCIM_URL' | 'SCIM_TOKEN'>;

/** GitHub as the settings have it; undefined where they leave it out. */
export function githubOf(settings: AccessConfig): AccessProvider | undefined {
  const { GITHUB_API_URL: baseUrl, GITHUB_TOKEN: token } = settings;
  const { GITHUB_APP_ID: id, GITHUB_APP_PRIVATE_KEY_FILE: privateKey, GITHUB_APP_INSTALLATION_ID } = settings;
  if (token !== undefined) return createGitHubProvider({ baseUrl, token });
  if (id === undefined || privateKey === undefined) return undefined;
  const installed = GITHUB_APP_INSTALLATION_ID !== undefined && { installationId: GITHUB_APP_INSTALLATION_ID };
  return createGitHubProvider({ baseUrl, app: { id, privateKey, ...installed } });
}

/** Every provider that the settings name, GitHub as it is given; nothing is sent before one of them is asked. */
export function connectProviders(given: Given, github: AccessProvider | undefined): Connected {
  const { POSTGRES_ACCESS_URL: databaseUrl, SCIM_URL: baseUrl, SCIM_TOKEN: token } = given;
  const postgres = databaseUrl === undefined ? undefined : createPostgresProvider({ databaseUrl });
  const scim = baseUrl === undefined || token === undefined ? undefined : createScimProvider({ baseUrl, token });
  const all = [github, postgres, scim].filter((one) => one !== undefined);
  return { providers: providersOf(...all), all, close: async () => await postgres?.close() };
}
