import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccountClaims, ClientMetadata, Configuration, Provider } from 'oidc-provider';
import { loadPart } from '../errors.js';
import { pagePolicy } from './page.js';
import { faultPage, type OidcPerson, signedOutPage, signOutPage } from './whoPage.js';

/** The application that signs people in here. */
export type OidcClient = {
  id: string;
  secret: string;
  redirectUri: string;
  /** Where people are sent after they signed out. */
  signedOutUri?: string;
  /** Is told when a session ends here. */
  backchannelLogoutUri?: string;
};

/** How long one stays signed in here, seconds. */
const TEN_HOURS = 36_000;

/** People by the subject that tokens name them by. */
export type Accounts = { subjectOf(person: OidcPerson): string; find(subject: string): OidcPerson | undefined };

/** Everybody who came in; the same address always has the same subject. */
export function createAccounts(): Accounts {
  const known = new Map<string, OidcPerson>();
  return {
    subjectOf(person) {
      const subject = createHash('sha256').update(person.email.toLowerCase()).digest('hex').slice(0, 32);
      known.set(subject, person);
      return subject;
    },
    find: (subject) => known.get(subject),
  };
}

/** A provider with one client and a key of its own; nothing of it is kept. */
export async function createProvider(issuer: string, client: OidcClient, accounts: Accounts): Promise<Provider> {
  const provider = await quietly(async () => {
    const { Provider } = await loadPart('The sign-in service', () => import('oidc-provider'));
    return new Provider(issuer, configurationOf(client, accounts));
  });
  provider.use(async (ctx, next) => {
    ctx.set('content-security-policy', pagePolicy([new URL(client.redirectUri).origin]));
    ctx.set('x-content-type-options', 'nosniff');
    ctx.set('referrer-policy', 'no-referrer');
    ctx.set('cache-control', 'no-store');
    await next();
  });
  return provider;
}

/** Keeps to itself that a provider for trying things out is none for production. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}

function clientOf({ id, secret, redirectUri, signedOutUri, backchannelLogoutUri }: OidcClient): ClientMetadata {
  return {
    client_id: id,
    client_secret: secret,
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    ...(signedOutUri !== undefined && { post_logout_redirect_uris: [signedOutUri] }),
    ...(backchannelLogoutUri !== undefined && {
      backchannel_logout_uri: backchannelLogoutUri,
      backchannel_logout_session_required: true,
    }),
  };
}

function configurationOf(client: OidcClient, accounts: Accounts): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [clientOf(client)],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kty: 'RSA', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: { openid: ['sub', 'sid', 'auth_time'], email: ['email', 'email_verified'], profile: ['name', 'roles'] },
    scopes: ['openid', 'email', 'profile'],
    // The application takes what it needs from the ID token.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_ctx, subject) => {
      const person = accounts.find(subject);
      return person && { accountId: subject, claims: async () => claimsOf(subject, person) };
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: async (ctx) => {
      // There is one application, and it is our own: nobody is asked whether it may know who they are.
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId,
        accountId: ctx.oidc.session?.accountId,
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    ttl: { Interaction: 3_600, Grant: TEN_HOURS, Session: TEN_HOURS, AccessToken: 600, IdToken: 600 },
    // Whoever is told stands on this machine, too.
    fetch: (url, options) => {
      const { dispatcher: _guarded, ...rest } = options ?? {};
      return fetch(url, rest);
    },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = faultPage(out.error);
    },
    features: featuresOf(),
  };
}

const featuresOf = (): Configuration['features'] => ({
  devInteractions: { enabled: false },
  backchannelLogout: { enabled: true },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (ctx, form) => {
      ctx.body = signOutPage(form);
    },
    postLogoutSuccessSource: (ctx) => {
      ctx.body = signedOutPage();
    },
  },
});

const claimsOf = (sub: string, { name, email, roles }: OidcPerson): AccountClaims => ({
  ...{ sub, name, email, email_verified: true, roles },
});

/** Ends the question who somebody is with an answer. */
export const answerWho = (
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  subject: string,
): Promise<void> =>
  provider.interactionFinished(
    request,
    response,
    { login: { accountId: subject } },
    { mergeWithLastSubmission: false },
  );
