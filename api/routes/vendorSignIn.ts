import type { FastifyRequest } from 'fastify';
import { problems } from '../../contract/answers.js';
import { codeOnItsWay, session, vendorCodeBody, vendorSignInBody } from '../../contract/session.js';
import { MINUTE_MS, plusMs } from '../../domain/time.js';
import type { Api } from '../api.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { type Cookies, cookiesOf } from '../signIn/cookies.js';
import { requireFromHere } from '../signIn/csrf.js';
import { within } from '../signIn/limits.js';
import { newSecret } from '../signIn/openId.js';
import { vendorGrants } from '../signIn/vendorGrants.js';
import { startVendorSession } from '../signIn/vendorSession.js';

/** How long a code counts, minutes. */
const CODE_MINUTES = 10;
const WINDOW_MS = 15 * MINUTE_MS;
/** Codes that are sent within a quarter of an hour, by whom they are for and by who asks. */
const CODES_PER_ADDRESS = 5;
const CODES_PER_IP = 20;
/** Codes that are none, per minute and address of the network. */
const WRONG_PER_MINUTE = 10;

const asking = {
  operationId: 'AskForCode',
  tags: ['sign-in'],
  security: [],
  summary: 'Mail a code to somebody of a vendor; the answer is the same whether or not the address is known',
  body: vendorSignInBody,
  response: { 202: codeOnItsWay, ...problems() },
};

const entering = {
  operationId: 'EnterCode',
  tags: ['sign-in'],
  security: [],
  summary: 'Sign in with a code, once, in the browser that asked for it',
  body: vendorCodeBody,
  response: { 200: session, ...problems() },
};

const NO_CODE =
  'This code does not work: it is wrong, too old, was used, or is for another browser. Ask for a new one.';

const addressOf = ({ body }: FastifyRequest): string => vendorSignInBody.parse(body).email.trim().toLowerCase();

/** Signing in for the vendor's people. No link signs anybody in: a code does, in the browser that asked for it. */
export function vendorSignInRoutes(api: Api, parts: ApiParts): void {
  const { config } = parts;
  const cookies = cookiesOf(config.baseUrl);
  const mayAsk = {
    address: limitOf(api, { max: CODES_PER_ADDRESS, timeWindow: WINDOW_MS }, (r) => `code:${addressOf(r)}`),
    ip: limitOf(api, { max: CODES_PER_IP, timeWindow: WINDOW_MS }, ({ ip }) => `codes:${ip}`),
  };
  const wrong = limitOf(api, { max: WRONG_PER_MINUTE, timeWindow: MINUTE_MS }, ({ ip }) => `wrong-code:${ip}`);
  const inTheBackground = backgroundOf(api);

  api.post('/sign-in/vendor', { schema: asking, config: { access: 'public' } }, async (request, reply) => {
    requireFromHere(request, config.baseUrl);
    await within(mayAsk.ip, request);
    await within(mayAsk.address, request);
    const browser = newSecret();
    cookies.code.set(reply, browser, CODE_MINUTES * 60);
    // Once the answer is out: how long it takes says nothing of who is known.
    reply.raw.once('close', () => inTheBackground(request, () => sendCode(parts, request.body.email, browser)));
    return reply.code(202).send({ sent: 'if-known' as const, minutes: CODE_MINUTES });
  });

  api.post('/sign-in/vendor/code', { schema: entering, config: { access: 'public' } }, async (request, reply) => {
    requireFromHere(request, config.baseUrl);
    const personId = await whoEntered(parts, request, cookies);
    const view =
      personId === undefined ? undefined : await startVendorSession(parts, request, reply, { personId, how: 'code' });
    if (view === undefined) {
      await within(wrong, request);
      throw new Problem('Unauthenticated', NO_CODE);
    }
    cookies.code.clear(reply);
    return view;
  });
}

const limitOf = (api: Api, limit: { max: number; timeWindow: number }, key: (request: FastifyRequest) => string) =>
  api.createRateLimit({ ...limit, keyGenerator: key });

/** Work that nobody waits for, but a stop. */
function backgroundOf(api: Api) {
  const running = new Set<Promise<void>>();
  api.addHook('onClose', async () => void (await Promise.all(running)));
  return (request: FastifyRequest, work: () => Promise<string | undefined>): void => {
    const done = work()
      .then((failure) => {
        if (failure !== undefined) request.log.warn({ reason: failure }, 'a sign-in code was not sent');
      })
      .catch((error: unknown) => request.log.error(error))
      .finally(() => running.delete(done));
    running.add(done);
  };
}

/** Sends a code where the address is somebody's whom a case names; answers why it was not sent, without an address. */
async function sendCode({ store, clock, sendSignInLetter }: ApiParts, email: string, browser: string) {
  if (sendSignInLetter === undefined) return 'NoMail';
  const person = await store.people.findByEmail(email);
  if (person === undefined || (await vendorGrants(store, person.personId)).length === 0) return undefined;
  const now = clock();
  const expiresAt = plusMs(now, CODE_MINUTES * MINUTE_MS);
  const code = await store.signIns.offerCode({ personId: person.personId, browser, now, expiresAt });
  const letter = { code, minutes: CODE_MINUTES, reader: { name: person.name } };
  return (await sendSignInLetter(letter, person.email))?.code;
}

/** Whose code was entered, in the browser that asked for it. */
async function whoEntered({ store, clock }: ApiParts, request: FastifyRequest, cookies: Cookies) {
  const browser = cookies.code.read(request);
  if (browser === undefined) return undefined;
  const code = vendorCodeBody.parse(request.body).code.replaceAll(/\s/g, '');
  return await store.signIns.redeemCode({ browser, code, now: clock() });
}
