import { createPrivateKey } from 'node:crypto';
import { createAppAuth } from '@octokit/auth-app';
import type { Octokit } from '@octokit/rest';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { ProviderError } from '../port.js';
import { answeredStatus, answerOf } from './errors.js';
import type { Clock } from './pacing.js';

/** A GitHub App, as whose installation access is given and taken. */
export type GitHubApp = {
  id: number;
  /** Its private key, PEM. */
  privateKey: string;
  /** Found by itself where the App is installed once only. */
  installationId?: number;
};

/** What an installation is, as GitHub says. */
export type Installation = {
  id: number;
  /** Slug of the App. */
  app: string;
  /** Login of the account that it is installed on. */
  account: string;
  /** It was given every repository that there is, so that one which it does not see is none. */
  seesAll: boolean;
  /** Names and levels, `administration: write`. */
  permissions: Readonly<Record<string, string>>;
};

/** With what requests are sent. */
export type Credentials = {
  /** The header of the next request; with `renew` never one that was given out before. */
  authorization(renew?: boolean): Promise<string>;
  /** The installation; undefined for a token, which is an account's. */
  installation(): Promise<Installation | undefined>;
  /** Whether a refused header can be exchanged for another. */
  renews: boolean;
};

/** A token as it was given. */
export const tokenCredentials = (token: string): Credentials => ({
  authorization: async () => `token ${token}`,
  installation: async () => undefined,
  renews: false,
});

/** A JSON web token lives for ten minutes at most, and GitHub's clock may be behind ours, seconds. */
const JWT_FROM_S = 60;
const JWT_FOR_S = 480;
const MOST_PERMISSIONS = 100;

const permissions = z
  .record(z.string().max(100), z.string().max(20))
  .refine((all) => Object.keys(all).length <= MOST_PERMISSIONS);
const installationAnswer = z.object({
  id: z.int().positive(),
  app_slug: z.string().max(100),
  account: z.object({ login: z.string().max(100) }),
  repository_selection: z.string(),
  permissions,
  suspended_at: z.string().nullish(),
});
const dated = z.object({ headers: z.object({ date: z.string() }) });

/**
 * Tokens of an installation, each for an hour, taken anew before that is over.
 *
 * 1. Time is GitHub's: where it refuses a request, the date of its answer says by how much this machine's clock is off, and it is
 *    asked once more.
 * 2. A token that GitHub does not take any more, whatever any clock says, is given up for a new one (`renew`).
 * 3. Neither key nor token is ever part of an error.
 */
export function appCredentials(app: GitHubApp, octokit: Octokit, clock: Clock): Credentials {
  let offsetMs = 0;
  let found: Promise<Installation> | undefined;
  const key = createPrivateKey(app.privateKey);

  const createJwt = async (): Promise<{ jwt: string; expiresAt: string }> => {
    const nowS = Math.floor((clock.now() + offsetMs) / 1_000);
    const jwt = await new SignJWT({})
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .setIssuer(String(app.id))
      .setIssuedAt(nowS - JWT_FROM_S)
      .setExpirationTime(nowS + JWT_FOR_S)
      .sign(key);
    return { jwt, expiresAt: new Date((nowS + JWT_FOR_S) * 1_000).toISOString() };
  };
  const auth = createAppAuth({ appId: app.id, createJwt, request: octokit.request, log: SILENT });

  /** Asks with the clock as it is, and once more with GitHub's own. */
  const byTheirClock = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask();
    } catch (error) {
      const read = dated.safeParse(answerOf(error));
      if (answeredStatus(error) !== 401 || !read.success) throw error;
      offsetMs = Date.parse(read.data.headers.date) - clock.now();
      if (Number.isNaN(offsetMs)) offsetMs = 0;
      return await ask();
    }
  };
  const asApp = async <T>(route: string, parameters: object, answer: z.ZodType<T>): Promise<T> =>
    await byTheirClock(async () => {
      const headers = { authorization: `bearer ${(await createJwt()).jwt}` };
      const read = answer.safeParse((await octokit.request(route, { ...parameters, headers })).data);
      if (read.success) return read.data;
      throw new ProviderError('ProviderAnswerUnreadable', 'GitHub gave an answer of another shape.');
    });

  async function find(): Promise<Installation> {
    const one = app.installationId;
    if (one !== undefined) {
      const route = 'GET /app/installations/{installation_id}';
      return installationOf(await asApp(route, { installation_id: one }, installationAnswer));
    }
    const all = await asApp('GET /app/installations', { per_page: 100 }, z.array(installationAnswer));
    const [only, ...more] = all.filter(({ suspended_at }) => !suspended_at);
    if (only !== undefined && more.length === 0) return installationOf(only);
    const message = only ? 'several accounts: the settings have to say which installation' : 'no account, or suspended';
    throw new ProviderError('ProviderRefused', `The GitHub App is installed on ${message}.`);
  }
  const known = (): Promise<Installation> => {
    found ??= find().catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    renews: true,
    installation: known,
    async authorization(renew = false) {
      const installationId = app.installationId ?? (await known()).id;
      const { token } = await byTheirClock(() => auth({ type: 'installation', installationId, refresh: renew }));
      return `token ${token}`;
    },
  };
}

const installationOf = (answer: z.infer<typeof installationAnswer>): Installation => ({
  id: answer.id,
  app: answer.app_slug,
  account: answer.account.login,
  seesAll: answer.repository_selection === 'all',
  permissions: answer.permissions,
});

const SILENT = { warn: () => undefined };
