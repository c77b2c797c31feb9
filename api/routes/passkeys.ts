import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { problems } from '../../contract/answers.js';
import {
  myPasskeys,
  newPasskeyBody,
  passkey,
  passkeyOptions,
  passkeyParams,
  signedPasskeyBody,
} from '../../contract/passkeys.js';
import { session } from '../../contract/session.js';
import { VENDOR_ROLES } from '../../domain/case/roles.js';
import { MINUTE_MS } from '../../domain/time.js';
import { ERASED_NAME } from '../../store/people.js';
import type { Api } from '../api.js';
import { identityOf, sessionOf } from '../auth.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { requireFromHere } from '../signIn/csrf.js';
import { deviceOf } from '../signIn/device.js';
import { within } from '../signIn/limits.js';
import { askForKey, askToSign, keepKey, takesPasskeys, whoSigned } from '../signIn/passkeys.js';
import { startVendorSession } from '../signIn/vendorSession.js';

/** Sign-ins by passkey that are begun, by address of the network, and answers that are none; within a quarter of an hour. */
const BEGUN_PER_IP = 60;
const WRONG_PER_IP = 20;
const WINDOW_MS = 15 * MINUTE_MS;

const tags = ['sign-in'];
const response = { 200: passkeyOptions, ...problems() };
const asking = {
  operationId: 'AskForPasskey',
  tags,
  summary: 'Ask to add a passkey: what the browser is asked for',
  response,
};
const beginning = {
  ...{ operationId: 'BeginPasskeySignIn', tags, security: [], response },
  summary: 'Begin to sign in with a passkey: what the browser is asked for, whoever it is',
};
const adding = {
  ...{ operationId: 'AddPasskey', tags, summary: 'Add the passkey that the browser has made', body: newPasskeyBody },
  response: { 201: passkey, ...problems('TooManyTokens') },
};
const entering = {
  ...{ operationId: 'SignInWithPasskey', tags, security: [], body: signedPasskeyBody },
  summary: 'Sign in with what a passkey has signed, once',
  response: { 200: session, ...problems() },
};
const listing = {
  operationId: 'ListPasskeys',
  tags,
  summary: 'One’s own passkeys',
  response: { 200: myPasskeys, ...problems() },
};
const removing = {
  ...{
    operationId: 'RemovePasskey',
    tags,
    summary: 'Remove one of one’s own passkeys, at once',
    params: passkeyParams,
  },
  response: { 204: z.null(), ...problems('NotFound') },
};

const NONE_HERE = 'This installation takes no passkeys: its address is none that a passkey can be bound to.';
const NO_CASE = 'No case names you any more.';

/** Passkeys of the vendor's people: for them a code by mail is the other way in. */
export function passkeyRoutes(api: Api, parts: ApiParts): void {
  const { store, config } = parts;
  const offered = takesPasskeys(config.baseUrl);
  const own = { access: VENDOR_ROLES };
  const fresh = { ...own, signedInLately: true };
  const require = () => {
    if (!offered) throw new Problem('SignInUnavailable', NONE_HERE);
  };

  api.post('/passkeys/options', { schema: asking, config: fresh }, async (request) => {
    const { personId } = sessionOf(request);
    require();
    const person = await store.people.find(personId, identityOf(request).caseId);
    return await askForKey(parts, personId, person === undefined || person === 'erased' ? ERASED_NAME : person.name);
  });

  api.post('/passkeys', { schema: adding, config: fresh }, async (request, reply) => {
    const { sessionId, personId } = sessionOf(request);
    require();
    const by = { personId, role: identityOf(request).role };
    const device = deviceOf(request.headers['user-agent']);
    return reply.code(201).send(await keepKey(parts, { by, sessionId, device }, request.body));
  });

  api.get('/passkeys', { schema: listing, config: own }, async (request) => ({
    rows: await store.passkeys.list(sessionOf(request).personId),
    offered,
  }));

  api.delete('/passkeys/:passkeyId', { schema: removing, config: own }, async (request, reply) => {
    const { personId } = sessionOf(request);
    const by = { personId, role: identityOf(request).role };
    if (!(await store.passkeys.remove(request.params.passkeyId, by)))
      throw new Problem('NotFound', 'Passkey not found.');
    return reply.code(204).send(null);
  });

  signInRoutes(api, parts, require);
}

function signInRoutes(api: Api, parts: ApiParts, require: () => void): void {
  const limit = (name: string, max: number) =>
    api.createRateLimit({ max, timeWindow: WINDOW_MS, keyGenerator: ({ ip }) => `${name}:${ip}` });
  const [begun, wrong] = [limit('passkey', BEGUN_PER_IP), limit('wrong-passkey', WRONG_PER_IP)];
  const fromHere = (request: FastifyRequest) => {
    requireFromHere(request, parts.config.baseUrl);
    require();
  };

  api.post('/sign-in/passkey/options', { schema: beginning, config: { access: 'public' } }, async (request) => {
    fromHere(request);
    await within(begun, request);
    return await askToSign(parts);
  });

  api.post('/sign-in/passkey', { schema: entering, config: { access: 'public' } }, async (request, reply) => {
    fromHere(request);
    try {
      const personId = await whoSigned(parts, request.body);
      const view = await startVendorSession(parts, request, reply, { personId, how: 'passkey' });
      if (view === undefined) throw new Problem('Unauthenticated', NO_CASE);
      return view;
    } catch (error) {
      if (error instanceof Problem && error.code === 'Unauthenticated') await within(wrong, request);
      throw error;
    }
  });
}
