import type { FastifyRequest } from 'fastify';
import { problems } from '../../contract/answers.js';
import {
  answeredDevice,
  askDeviceBody,
  askedDevice,
  pollDeviceBody,
  polledDevice,
  userCodeBody,
  waitingDevice,
} from '../../contract/device.js';
import { DAY_MS, MINUTE_MS, plusMs } from '../../domain/time.js';
import type { Api } from '../api.js';
import { EVERYBODY, type OpenSession, sessionOf } from '../auth.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { within } from '../signIn/limits.js';
import { sessionTimes } from '../signIn/parts.js';
import { notMade } from '../signIn/personalTokens.js';

/** How long a code waits for a person, minutes. */
const CODE_MINUTES = 10;
/** How often a command line asks whether it was let in, seconds. */
const PAUSE_SECONDS = 5;
/** How long its token works, days; less where the installation allows less. */
const TOKEN_DAYS = 30;
const WINDOW_MS = 15 * MINUTE_MS;
/** Command lines that ask, by address of the network; codes that are tried, by person; within a quarter of an hour. */
const ASKED_PER_IP = 20;
const TRIES_PER_PERSON = 20;

const asking = {
  operationId: 'AskDeviceSignIn',
  tags: ['sign-in'],
  security: [],
  summary: 'Ask for a command line to be let in: somebody who is signed in has to enter its code (RFC 8628)',
  body: askDeviceBody,
  response: { 200: askedDevice, ...problems() },
};

const polling = {
  operationId: 'PollDeviceSignIn',
  tags: ['sign-in'],
  security: [],
  summary: 'Ask whether a command line was let in; its token is answered once',
  body: pollDeviceBody,
  response: { 200: polledDevice, ...problems() },
};

const finding = {
  operationId: 'FindDeviceSignIn',
  tags: ['sign-in'],
  summary: 'See which command line waits under a code, from where, and what for',
  body: userCodeBody,
  response: { 200: waitingDevice, ...problems('NotFound') },
};

const allowing = {
  operationId: 'AllowDeviceSignIn',
  tags: ['sign-in'],
  summary: 'Let the command line of a code in, as yourself, from a browser in which you have just signed in',
  body: userCodeBody,
  response: { 200: answeredDevice, ...problems('NotFound', 'TooManyTokens') },
};

const refusing = {
  operationId: 'RefuseDeviceSignIn',
  tags: ['sign-in'],
  summary: 'Turn the command line of a code away',
  body: userCodeBody,
  response: { 200: answeredDevice, ...problems('NotFound') },
};

const noCode = () =>
  new Problem('NotFound', 'This code does not work: it is wrong, too old, or was used. Start again where you got it.');

/** What a command line asks, without being anybody yet. */
function commandLineRoutes(api: Api, { store, clock, config }: ApiParts): void {
  const asked = api.createRateLimit({
    ...{ max: ASKED_PER_IP, timeWindow: WINDOW_MS },
    keyGenerator: ({ ip }) => `device:${ip}`,
  });
  api.post('/device/ask', { schema: asking, config: { access: 'public' } }, async (request) => {
    await within(asked, request);
    const now = clock();
    const { deviceCode, userCode } = await store.deviceSignIns.ask({
      ...{ ...request.body, address: request.ip, askedAt: now, pauseSeconds: PAUSE_SECONDS },
      expiresAt: plusMs(now, CODE_MINUTES * MINUTE_MS),
    });
    // The code is not part of the address: whoever is sent a link has still to be told it (RFC 8628, 5.4).
    const verificationUri = `${config.baseUrl}/device`;
    const expiresInSeconds = CODE_MINUTES * 60;
    return { deviceCode, userCode, verificationUri, expiresInSeconds, pauseSeconds: PAUSE_SECONDS };
  });

  api.post('/device/poll', { schema: polling, config: { access: 'public' } }, (request) =>
    store.deviceSignIns.poll(request.body.deviceCode, clock()),
  );
}

/** Signing in a command line: it asks, a person says yes in their browser, it fetches a token of theirs. */
export function deviceRoutes(api: Api, parts: ApiParts): void {
  const { store, clock, config } = parts;
  commandLineRoutes(api, parts);
  const tries = api.createRateLimit({
    ...{ max: TRIES_PER_PERSON, timeWindow: WINDOW_MS },
    keyGenerator: (request) => `user-code:${sessionOf(request).personId}`,
  });
  /** Every try counts, before it is looked at: whoever guesses learns nothing from one too many. */
  const trying = async (request: FastifyRequest): Promise<OpenSession> => {
    const session = sessionOf(request);
    await within(tries, request);
    return session;
  };
  const days = Math.min(TOKEN_DAYS, sessionTimes(config.signIn).tokenDays);
  const everybody = { access: EVERYBODY };

  api.post('/device/find', { schema: finding, config: everybody }, async (request) => {
    await trying(request);
    const found = await store.deviceSignIns.find(request.body.userCode, clock());
    if (found === undefined) throw noCode();
    return { ...found, sameAddress: found.address === request.ip, days };
  });

  api.post('/device/allow', { schema: allowing, config: { ...everybody, signedInLately: true } }, async (request) => {
    const { sessionId } = await trying(request);
    const now = clock();
    const token = { sessionId, now, expiresAt: plusMs(now, days * DAY_MS) };
    const answer = await store.deviceSignIns.allow(request.body.userCode, token);
    if (answer === 'unknown') throw noCode();
    if (answer !== 'allowed') throw notMade(answer);
    return { answer };
  });

  api.post('/device/refuse', { schema: refusing, config: everybody }, async (request) => {
    await trying(request);
    if (!(await store.deviceSignIns.refuse(request.body.userCode, clock()))) throw noCode();
    return { answer: 'refused' as const };
  });
}
