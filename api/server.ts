import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Api } from './api.js';
import { addSignIn } from './auth.js';
import { addDocs } from './docs.js';
import { checkHost } from './host.js';
import { loggerOptions } from './logging.js';
import { noteReads } from './noteReads.js';
import type { ApiParts } from './parts.js';
import { Problem, sendProblem } from './problems.js';
import { actRoutes } from './routes/acts.js';
import { backchannelRoutes } from './routes/backchannel.js';
import { caseFileRoutes } from './routes/caseFile.js';
import { caseRoutes } from './routes/cases.js';
import { certificateRoutes } from './routes/certificate.js';
import { codecRoutes } from './routes/codec.js';
import { commandRoutes } from './routes/commands.js';
import { comparisonRoutes } from './routes/comparison.js';
import { decisionRoutes } from './routes/console/decision.js';
import { feeds } from './routes/console/feeds.js';
import { formRoutes } from './routes/console/form.js';
import { policyPageRoutes } from './routes/console/policy.js';
import { previewRoutes } from './routes/console/preview.js';
import { runningRoutes } from './routes/console/running.js';
import { workRoutes } from './routes/console/work.js';
import { controlRoutes } from './routes/controls.js';
import { custodyRoutes } from './routes/custody.js';
import { decidingRoutes } from './routes/deciding.js';
import { deviceRoutes } from './routes/device.js';
import { documentRoutes } from './routes/documents.js';
import { erasureRoutes } from './routes/erasures.js';
import { explainRoutes } from './routes/explain.js';
import { errorRoutes, healthRoutes } from './routes/health.js';
import { homeRoutes } from './routes/home.js';
import { hookRoutes } from './routes/hooks.js';
import { ledgerRoutes } from './routes/ledger.js';
import { myTokenRoutes } from './routes/myTokens.js';
import { operatorRoutes } from './routes/operating.js';
import { passkeyRoutes } from './routes/passkeys.js';
import { placeRoutes } from './routes/places.js';
import { policyRoutes } from './routes/policy.js';
import { policyListRoutes } from './routes/policyList.js';
import { populationRoutes } from './routes/populations.js';
import { registerRoutes } from './routes/register.js';
import { reportRoutes } from './routes/report.js';
import { sessionRoutes } from './routes/sessions.js';
import { signInRoutes } from './routes/signIn.js';
import { stopRoutes } from './routes/stops.js';
import { storyRoutes } from './routes/story.js';
import { taskPageRoutes } from './routes/taskPage.js';
import { taskRoutes } from './routes/tasks.js';
import { vendorSignInRoutes } from './routes/vendorSignIn.js';
import { vendorRoutes } from './routes/vendors.js';
import { serializerFor } from './serialize.js';
import { cookiesOf } from './signIn/cookies.js';
import { countedBy } from './signIn/limits.js';
import { createOpenId } from './signIn/openId.js';
import { checkPlainJson, validatorCompiler } from './validate.js';
import { addWeb } from './web.js';

/** Largest body but for documents, bytes. */
const BODY_MAX = 1024 * 1024;
const REQUESTS_PER_MINUTE = 1_200;
/** Longest time in which a request has to be here whole, milliseconds: ten megabytes over a slow line, and no drip. */
const REQUEST_MS = 60_000;
/** How often is looked for requests that take longer, milliseconds. */
const LOOK_MS = 5_000;

function addRoutes(app: FastifyInstance, parts: ApiParts): void {
  const scope = (routes: ((api: Api, parts: ApiParts) => void)[], prefix?: string) =>
    app.register(
      async (raw) => {
        const api = raw.withTypeProvider<ZodTypeProvider>();
        for (const add of routes) add(api, parts);
      },
      { prefix },
    );
  const { signIn, baseUrl } = parts.config;
  const openId = signIn?.provider && createOpenId(signIn.provider, baseUrl);
  scope([
    homeRoutes,
    healthRoutes,
    signInRoutes(openId),
    ...(parts.config.webRoot === undefined ? [taskPageRoutes] : []),
  ]);
  const routes = [
    actRoutes,
    errorRoutes,
    caseRoutes,
    caseFileRoutes,
    policyRoutes,
    policyListRoutes,
    policyPageRoutes,
    commandRoutes,
    taskRoutes,
    ledgerRoutes,
    controlRoutes,
    reportRoutes,
    explainRoutes,
    certificateRoutes,
    decidingRoutes,
    comparisonRoutes,
    operatorRoutes,
    populationRoutes,
    registerRoutes,
    storyRoutes,
    custodyRoutes,
    erasureRoutes,
    vendorRoutes,
    stopRoutes,
    placeRoutes,
    workRoutes,
    decisionRoutes,
    previewRoutes,
    formRoutes,
    runningRoutes,
    sessionRoutes(openId),
    myTokenRoutes,
    deviceRoutes,
    passkeyRoutes,
    vendorSignInRoutes,
    ...feeds,
  ];
  scope([...routes, ...(parts.more === undefined ? [] : [parts.more])], '/api');
  // Apart, because a page of another origin may ask it.
  scope([codecRoutes], '/api');
  // Apart, because a provider sends a form.
  scope([backchannelRoutes(openId)]);
  // Apart, because there a body of any type is bytes.
  scope([documentRoutes], '/api');
  scope([hookRoutes], '/api');
}

/** Nothing that is answered here is for a cache, unless the route says so; while it stops, no new work is begun. */
function addManners(app: FastifyInstance): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('cache-control', 'no-store');
    if (!stopping) return;
    reply.header('connection', 'close');
    throw new Problem('Stopping');
  });
}

/** Writes one line for each answer, and tells those who count. */
function tellAnswers(app: FastifyInstance, { onAnswered }: ApiParts): void {
  app.decorateReply('problemCode', undefined);
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, identity } = request;
    const { problemCode: code, statusCode: status, elapsedTime } = reply;
    const ms = Math.round(elapsedTime);
    request.log.info({ method, route: routeOptions.url, status, code, ms, role: identity?.role }, 'answered');
    if (routeOptions.config.endless && status === 200) return;
    onAnswered?.({ method, route: routeOptions.url ?? 'none', status, seconds: elapsedTime / 1_000, code });
  });
}

/** The caller's own id where it is one, such as a UUID: hexadecimal digits cannot name anybody. */
const requestIdOf = (given: string | string[] | undefined): string =>
  typeof given === 'string' && /^[0-9a-f-]{16,64}$/i.test(given) ? given : randomUUID();

/** Nobody puts an answer into a frame; over TLS a browser keeps to TLS for a year. */
const headersFor = (baseUrl: string) => {
  const isTls = new URL(baseUrl).protocol === 'https:';
  return {
    frameguard: { action: 'deny' as const },
    hsts: isTls && { maxAge: 31_536_000, includeSubDomains: true },
    contentSecurityPolicy: {
      directives: { frameAncestors: ["'none'"], ...(!isTls && { upgradeInsecureRequests: null }) },
    },
  };
};

/**
 * Builds the HTTP edge; it listens when told to.
 *
 * Bodies: 1 MiB, documents 10 MiB. Problems are RFC 9457 with codes of the one table; 503 says when to repeat.
 */
export async function createApi(parts: ApiParts): Promise<FastifyInstance> {
  const { requestMs = REQUEST_MS } = parts.config;
  const cookies = cookiesOf(parts.config.baseUrl);
  const app = Fastify({
    bodyLimit: BODY_MAX,
    requestTimeout: requestMs,
    // Node takes the longer of both for the whole request.
    http: { connectionsCheckingInterval: Math.min(LOOK_MS, requestMs), headersTimeout: requestMs },
    // Said by ourselves, as a problem.
    return503OnClosing: false,
    trustProxy: parts.config.trustProxy ?? false,
    logger: loggerOptions(parts.config),
    // Its own lines hold addresses; ours are written below.
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (_error, request, reply) => {
      sendProblem(new Problem('Malformed', 'The address is not valid.'), request, reply);
    },
    genReqId: ({ headers }) => requestIdOf(headers['x-request-id']),
    routerOptions: { maxParamLength: 200 },
  });
  parts.observe?.(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(
    serializerFor((misfit) => {
      app.log.error(misfit, 'an answer does not fit its schema');
      parts.onMisfit?.(misfit);
    }),
  );
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) => sendProblem(new Problem('NotFound'), request, reply));
  app.addContentTypeParser(
    ['application/yaml', 'application/x-yaml', 'text/yaml'],
    { parseAs: 'string' },
    (_r, body, done) => done(null, body),
  );
  checkHost(app, parts.config);
  addManners(app);
  app.addHook('preValidation', checkPlainJson);
  tellAnswers(app, parts);
  await app.register(cookie);
  await app.register(helmet, headersFor(parts.config.baseUrl));
  await app.register(rateLimit, {
    max: parts.config.requestsPerMinute ?? REQUESTS_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: countedBy(cookies),
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem('TooManyRequests', undefined, { retryAfterSeconds: Math.ceil(ttl / 1000) }),
  });
  await addDocs(app, parts.config);
  addSignIn(app, parts);
  noteReads(app, parts);
  if (parts.config.webRoot !== undefined) await addWeb(app, parts.config.webRoot, parts.config.mode);
  addRoutes(app, parts);
  await app.ready();
  return app;
}
