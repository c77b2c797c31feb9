import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Registry } from 'prom-client';
import type { ApiParts } from '../api/parts.js';
import { createCaseClient } from '../client/caseClient.js';
import { createPayloadCodec } from '../client/codec/payloadCodec.js';
import { connectTemporal } from '../client/connection.js';
import { createPlaceLooks } from '../client/placeLooks.js';
import { openStore } from '../store/openStore.js';
import { requireServable } from '../store/servable.js';
import { buildApi } from './buildApi.js';
import { type Closing, createClosing } from './closing.js';
import { type ApiProcessConfig, apiConfig } from './config.js';
import { hooksOf } from './hooks.js';
import { loadPolicyWork } from './policyWork.js';
import { signInOf } from './settings/signIn.js';
import { temporalSecurityOf } from './settings/temporal.js';
import { untilAskedToStop } from './signals.js';
import { signInLettersOf } from './signInLetters.js';
import { startTellingStops } from './tellingStops.js';
import { onceReady } from './temporalReady.js';
import { tokenLettersOf } from './tokenLetters.js';
import { createRegistry, gaugeAddresses, gaugeCases, gaugePool } from './watch/gauges.js';
import { endsWithin, listenAs } from './watch/listening.js';
import { meterAnswers, meterCommands, meterMisfits } from './watch/meterApi.js';
import { metricsOf } from './watch/metricsOf.js';
import { serveProbes } from './watch/probes.js';
import { type Tracing, tracingOf } from './watch/tracingOf.js';

/**
 * Serves the API until asked to stop; then it answers the requests in hand, takes no new ones, and ends.
 *
 * Settings come from the environment; throws `ConfigError` when they are wrong, `DatabaseNotReady` when the database cannot be
 * served, `TemporalNotReady` when Temporal cannot be worked with.
 */
export async function runApi(env: Record<string, string | undefined> = process.env): Promise<void> {
  const config = apiConfig(env);
  const asked = untilAskedToStop();
  let stopping = false;
  const closing = createClosing();
  try {
    const tracing = await tracingOf(config, 'drawbridge-api');
    closing.add(() => tracing.stop());
    const parts = await openParts(config, closing, tracing.client);
    closing.add(startTellingStops(parts));
    const readiness = {
      migrated: async () => (await parts.store.operating.pendingMigrations()).length === 0,
      stopping: () => stopping,
    };
    const registry = createRegistry();
    const app = await build(config, parts, registry, {
      tokenDelivery: {
        to: 'its-person',
        send: await tokenLettersOf(config),
        clientDomains: config.CLIENT_MAIL_DOMAINS,
      },
      watched: { readiness, observe: tracing.http, sendSignInLetter: await signInLettersOf(config) },
    });
    if (config.OIDC_ISSUER === undefined) app.log.info('sign-in with a company account is off: OIDC_ISSUER is not set');
    closing.add(await serveProbes(config, { ready: probesOf(parts, readiness), metrics: () => metricsOf(registry) }));
    await listenAs('PORT', () => app.listen({ host: config.HOST, port: config.PORT }));
    await asked;
    stopping = true;
    await stop(app, config.SHUTDOWN_GRACE_SECONDS * 1_000);
  } finally {
    await closing.close();
  }
}

type Readiness = NonNullable<ApiParts['readiness']>;
type Parts = Awaited<ReturnType<typeof openParts>>;

/** The database and the client of the cases, once both can be worked with. */
async function openParts(config: ApiProcessConfig, closing: Closing, interceptors: Tracing['client']) {
  await requireServable(config.DATABASE_URL);
  const store = openStore(config.DATABASE_URL, {
    masterKey: config.DRAWBRIDGE_MASTER_KEY,
    applicationName: 'drawbridge api',
  });
  closing.add(() => store.close());
  await store.ping();
  const way = { address: config.TEMPORAL_ADDRESS, security: temporalSecurityOf(config) };
  const connection = await onceReady(way, () => connectTemporal(way.address, way.security));
  closing.add(() => connection.close());
  const placed = { namespace: config.TEMPORAL_NAMESPACE, taskQueue: config.TASK_QUEUE };
  const codec = createPayloadCodec(config.PAYLOAD_KEYS ?? []);
  const client = createCaseClient({
    connection,
    store,
    codec,
    ...placed,
    rolloverEvents: config.ROLLOVER_EVENTS,
    interceptors,
  });
  return { store, client, codec, looks: createPlaceLooks({ connection, codec, ...placed }), ...placed };
}

type More = Pick<ApiParts, 'tokenDelivery'> & {
  watched: Pick<ApiParts, 'observe' | 'sendSignInLetter'> & { readiness: Readiness };
};

function build(config: ApiProcessConfig, { client, looks, ...parts }: Parts, registry: Registry, more: More) {
  gaugePool(registry, parts.store.operating);
  gaugeCases(registry, parts.store.operating);
  gaugeAddresses(registry, parts.store.operating);
  return buildApi(
    {
      ...parts,
      policy: loadPolicyWork(),
      temporalAddress: config.TEMPORAL_ADDRESS,
      baseUrl: config.DRAWBRIDGE_BASE_URL,
    },
    meterCommands(registry, client),
    {
      logLevel: config.LOG_LEVEL,
      logTo: pino.destination(2),
      codecUiOrigin: config.CODEC_UI_ORIGIN,
      trustProxy: config.TRUST_PROXY,
      signIn: signInOf(config),
    },
    more.tokenDelivery,
    {
      ...more.watched,
      ...hooksOf(config, parts.store, looks),
      onAnswered: meterAnswers(registry),
      onMisfit: meterMisfits(registry),
    },
  );
}

const probesOf = ({ store, client }: Parts, { migrated, stopping }: Readiness) => ({
  database: () => store.ping(),
  temporal: () => client.ping(),
  migrations: migrated,
  accepting: async () => !stopping(),
});

/** Closes the listener and waits for the requests in hand; those that outlast the grace are cut off. */
async function stop(app: FastifyInstance, graceMs: number): Promise<void> {
  app.log.info('stopping');
  const closed = app.close();
  if (await endsWithin(graceMs, closed)) return;
  app.log.warn('the time for requests in hand is over; they are cut off, and their senders repeat with the same key');
  app.server.closeAllConnections();
  await closed;
}
