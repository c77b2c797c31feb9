import { createGitHubProvider } from '../providers/github/provider.js';
import { openStore } from '../store/openStore.js';
import { requireServable } from '../store/servable.js';
import { workerConfig } from './config.js';
import { createLogger, installLogger } from './logging.js';
import { loadPolicyWork } from './policyWork.js';
import { serveCases } from './serveParts.js';
import { untilAskedToStop } from './signals.js';

/** Works on cases until asked to stop. Settings come from the environment; throws `ConfigError` when they are wrong. */
export async function runWorker(env: Record<string, string | undefined> = process.env): Promise<void> {
  const config = workerConfig(env);
  const logger = createLogger('drawbridge-worker', config.LOG_LEVEL);
  installLogger(logger);
  const asked = untilAskedToStop();
  await requireServable(config.DATABASE_URL);
  const store = openStore(config.DATABASE_URL, {
    masterKey: config.DRAWBRIDGE_MASTER_KEY,
    applicationName: 'drawbridge worker',
  });
  try {
    await store.ping();
    const worker = await serveCases(
      {
        store,
        policy: loadPolicyWork(),
        temporalAddress: config.TEMPORAL_ADDRESS,
        namespace: config.TEMPORAL_NAMESPACE,
        taskQueue: config.TASK_QUEUE,
        baseUrl: config.DRAWBRIDGE_BASE_URL,
      },
      {
        smtpUrl: config.SMTP_URL,
        mailFrom: config.MAIL_FROM,
        provider: createGitHubProvider({ baseUrl: config.GITHUB_API_URL, token: config.GITHUB_TOKEN }),
      },
    );
    logger.info('at work');
    await Promise.race([asked, worker.ended]);
    await worker.shutdown();
  } finally {
    await store.close();
  }
}
