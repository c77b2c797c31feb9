import { z } from 'zod';
import { checkedBaseUrl as githubAddress } from '../../providers/access/github/baseUrl.js';
import { checkedBaseUrl as scimAddress } from '../../providers/access/scim/baseUrl.js';
import { postgresUrl } from './database.js';
import { rsaKeyIn } from './files.js';
import { taken } from './taken.js';

const GITHUB_ADDRESS = 'https://api.github.com or the https address of the API of your GitHub Enterprise';
const ADMIN_TOKEN = 'a token that administers the repositories';
const SCIM_ADDRESS = 'the https address of the directory, up to what stands before /Users';
const BEARER = 'the bearer token of the directory';

/** Providers of access beside GitHub. */
export const accessBeside = {
  POSTGRES_ACCESS_URL: postgresUrl()
    .optional()
    .describe('the database whose tables are opened, see docs/providers.md; left out: none is'),
  SCIM_URL: taken(SCIM_ADDRESS, scimAddress)
    .optional()
    .describe('the SCIM directory whose groups are opened, see docs/providers.md; left out: none are'),
  SCIM_TOKEN: z.string(BEARER).min(1, BEARER).optional().describe('with which that is done'),
};

const APP_ID = 'the number of the GitHub App';
const APP_KEY = 'the path of a readable PEM file with the RSA key of the GitHub App';
const INSTALLATION_ID = 'the number of an installation of the App';
const number = (right: string) =>
  z
    .string(right)
    .regex(/^[1-9]\d{0,14}$/, right)
    .transform(Number);

/** As whose installation access to repositories is given and taken, instead of by a token. */
const githubApp = {
  GITHUB_APP_ID: number(APP_ID)
    .optional()
    .describe('a GitHub App instead of a token, see docs/providers.md; left out: the token'),
  GITHUB_APP_PRIVATE_KEY_FILE: z
    .string(APP_KEY)
    .transform((path, context): string => {
      const key = rsaKeyIn(path);
      if (key !== undefined) return key;
      context.addIssue({ code: 'custom', message: APP_KEY });
      return z.NEVER;
    })
    .optional()
    .describe('with which the App shows who it is'),
  GITHUB_APP_INSTALLATION_ID: number(INSTALLATION_ID)
    .optional()
    .describe('where the App is installed; left out: where it is, once only'),
};

/** Where access is held. */
export const accessSettings = {
  GITHUB_API_URL: taken(GITHUB_ADDRESS, githubAddress)
    .default('https://api.github.com')
    .describe('where access to repositories is given and taken'),
  GITHUB_TOKEN: z
    .string(ADMIN_TOKEN)
    .min(1, ADMIN_TOKEN)
    .optional()
    .describe('with which that is done; left out: not at all, where another provider is set'),
  ...githubApp,
  ...accessBeside,
};

type Beside = z.output<z.ZodObject<typeof accessBeside>>;

/** Where access is held, as the settings have it. */
export type AccessConfig = z.output<z.ZodObject<typeof accessSettings>>;

type Report = { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void };

/** A directory needs its address and its token. */
export function checkDirectory({ SCIM_URL, SCIM_TOKEN }: Beside, report: Report): void {
  const fault = (setting: string, message: string) => report.addIssue({ code: 'custom', path: [setting], message });
  if (SCIM_URL === undefined && SCIM_TOKEN !== undefined) fault('SCIM_URL', `${SCIM_ADDRESS}, since SCIM_TOKEN is set`);
  if (SCIM_URL !== undefined && SCIM_TOKEN === undefined) fault('SCIM_TOKEN', `${BEARER}, since SCIM_URL is set`);
}

/** An App needs its number and its key, and takes the place of a token. */
export function checkApp(given: AccessConfig, report: Report): void {
  const { GITHUB_APP_ID, GITHUB_APP_PRIVATE_KEY_FILE, GITHUB_APP_INSTALLATION_ID, GITHUB_TOKEN } = given;
  const fault = (setting: string, message: string) => report.addIssue({ code: 'custom', path: [setting], message });
  const one = GITHUB_APP_PRIVATE_KEY_FILE ?? GITHUB_APP_INSTALLATION_ID;
  if (GITHUB_APP_ID === undefined && one !== undefined)
    fault('GITHUB_APP_ID', `${APP_ID}, since others of its settings are set`);
  if (GITHUB_APP_ID !== undefined && GITHUB_APP_PRIVATE_KEY_FILE === undefined)
    fault('GITHUB_APP_PRIVATE_KEY_FILE', `${APP_KEY}, since GITHUB_APP_ID is set`);
  if (GITHUB_APP_ID !== undefined && GITHUB_TOKEN !== undefined)
    fault('GITHUB_TOKEN', 'left out, since GITHUB_APP_ID is set');
}

/** True where access is held anywhere. */
export const namesProvider = ({
  GITHUB_TOKEN,
  GITHUB_APP_ID,
  POSTGRES_ACCESS_URL,
  SCIM_URL,
}: Partial<AccessConfig>): boolean =>
  [GITHUB_TOKEN, GITHUB_APP_ID, POSTGRES_ACCESS_URL, SCIM_URL].some((one) => one !== undefined);

/** How it is said that access is held nowhere: beside whatever else is wrong, and at one setting of them. */
export const NAMES_NO_PROVIDER = {
  path: ['GITHUB_TOKEN'],
  error: `${ADMIN_TOKEN}, unless GITHUB_APP_ID, POSTGRES_ACCESS_URL or SCIM_URL is set`,
  when: () => true,
};
