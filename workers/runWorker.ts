import getPort from 'get-port';
import { createPayloadCodec } from '../client/codec/payloadCodec.js';
import { openStore } from '../store/openStore.js';
import { requireServable } from '../store/servable.js';
import { buildIdOf } from './buildId.js';
import { bundlePath } from './bundlePath.js';
import { warnOfProviders } from './checkProviders.js';
import { createClosing } from './closing.js';
import { type WorkerConfig, workerConfig } from './config.js';
import { connectProviders, githubOf } from './connectProviders.js';
import { createLogger, installLogger } from './logging.js';
import { loadPolicyWork } from './policyWork.js';
import { serveCases } from './serveCases.js';
import { temporalSecurityOf } from './settings/temporal.js';
import { untilAskedToStop } from './signals.js';
import { startSweeping } from './sweeping.js';
import { onceReady } from './temporalReady.js';
import { createRegistry, gaugePool, gaugeWorker } from './watch/gauges.js';
import { endsWithin } from './watch/listening.js';
import { meterActivities } from './watch/meterActivities.js';
import { metricsOf } from './watch/metricsOf.js';
import { serveProbes } from './watch/probes.js';
import { tracingOf } from './watch/tracingOf.js';

/** From the end of the grace until what still runs is cut off, milliseconds: the SDK takes its leave in it. */
const CUT_OFF_AFTER_MS = 2_000;

/**
 * Works on cases until asked to stop; then it takes nothing new and lets what runs end, as long as the grace lasts. What does not
 * end by then is cut off with the process, and done by another worker, as after a crash.
 *
 * Settings come from the environment; throws `ConfigError` when they are wrong, `DatabaseNotReady` when the database cannot be
 * served, `TemporalNotReady` when Temporal cannot be worked with.
 */
export async function runWorker(env: Record<string, string | undefined> = process.env): Promise<void> {
  const config = workerConfig(env);
  const logger = createLogger('drawbridge-worker', config.LOG_LEVEL);
  const coreMetricsAt =
    config.METRICS_PORT === undefined ? undefined : `127.0.0.1:${await getPort({ host: '127.0.0.1' })}`;
  installLogger(logger, coreMetricsAt);
  const registry = createRegistry();
  const asked = untilAskedToStop();
  const closing = createClosing();
  try {
    const tracing = await tracingOf(config, 'drawbridge-worker');
    closing.add(() => tracing.stop());
    await requireServable(config.DATABASE_URL);
    const store = openStore(config.DATABASE_URL, {
      masterKey: config.DRAWBRIDGE_MASTER_KEY,
      applicationName: 'drawbridge worker',
    });
    closing.add(() => store.close());
    await store.ping();
    closing.add(startSweeping(store));
    const { providers, all, close } = connectProviders(config, githubOf(config));
    closing.add(close);
    const deployment = deploymentOf(config);
    const shared = { store, ...sharedOf(config) };
    const worker = await onceReady({ address: shared.temporalAddress, security: shared.temporalSecurity }, () =>
      serveCases(
        shared,
        { ...mailOf(config), providers },
        {
          shutdownGraceMs: config.SHUTDOWN_GRACE_SECONDS * 1_000,
          ...(deployment !== undefined && { deployment }),
          around: meterActivities(registry),
          activityInterceptors: tracing.activities,
        },
      ),
    );
    closing.add(() => worker.shutdown());
    gaugePool(registry, store.operating);
    gaugeWorker(registry, worker.gauges);
    const ready = {
      database: () => store.ping(),
      temporal: () => worker.ping(),
      polling: async () => worker.gauges().polling,
    };
    closing.add(await serveProbes(config, { ready, metrics: () => metricsOf(registry, coreMetricsAt) }));
    logger.info({ buildId: deployment?.buildId }, 'at work');
    void warnOfProviders(all, logger);
    await Promise.race([asked, worker.ended]);
    logger.info('stopping');
    if (await endsWithin(config.SHUTDOWN_GRACE_SECONDS * 1_000 + CUT_OFF_AFTER_MS, worker.shutdown())) return;
    logger.warn('the time for what runs is over; it is cut off, and another worker does it, as after a crash');
    // The SDK waits for activities however long they take, and whatever they hold cannot be closed.
    process.exit(0);
  } finally {
    await closing.close();
  }
}

const deploymentOf = ({ WORKER_DEPLOYMENT: name, WORKER_BUILD_ID }: WorkerConfig) =>
  name === undefined ? undefined : { name, buildId: WORKER_BUILD_ID ?? buildIdOf(bundlePath()) };

const sharedOf = (config: WorkerConfig) => ({
  policy: loadPolicyWork(),
  temporalAddress: config.TEMPORAL_ADDRESS,
  temporalSecurity: temporalSecurityOf(config),
  codec: createPayloadCodec(config.PAYLOAD_KEYS ?? []),
  namespace: config.TEMPORAL_NAMESPACE,
  taskQueue: config.TASK_QUEUE,
  baseUrl: config.DRAWBRIDGE_BASE_URL,
});

const mailOf = (config: WorkerConfig) => ({
  smtpUrl: config.SMTP_URL,
  smtpCa: config.SMTP_TLS_CA,
  mailFrom: config.MAIL_FROM,
});
