import { createCaseClient } from '../client/caseClient.js';
import { connectTemporal } from '../client/connection.js';
import { openStore } from '../store/openStore.js';
import { requireServable } from '../store/servable.js';
import { apiConfig } from './config.js';
import { loadPolicyWork } from './policyWork.js';
import { buildApi } from './serveParts.js';
import { untilAskedToStop } from './signals.js';

/** Serves the API until asked to stop. Settings come from the environment; throws `ConfigError` when they are wrong. */
export async function runApi(env: Record<string, string | undefined> = process.env): Promise<void> {
  const config = apiConfig(env);
  const asked = untilAskedToStop();
  const placed = { namespace: config.TEMPORAL_NAMESPACE, taskQueue: config.TASK_QUEUE };
  await requireServable(config.DATABASE_URL);
  const store = openStore(config.DATABASE_URL, {
    masterKey: config.DRAWBRIDGE_MASTER_KEY,
    applicationName: 'drawbridge api',
  });
  try {
    await store.ping();
    const connection = await connectTemporal(config.TEMPORAL_ADDRESS);
    try {
      const client = createCaseClient({ connection, store, ...placed, rolloverEvents: config.ROLLOVER_EVENTS });
      const app = await buildApi(
        {
          store,
          policy: loadPolicyWork(),
          temporalAddress: config.TEMPORAL_ADDRESS,
          ...placed,
          baseUrl: config.DRAWBRIDGE_BASE_URL,
        },
        client,
        { logLevel: config.LOG_LEVEL },
      );
      await app.listen({ host: config.HOST, port: config.PORT });
      await asked;
      // Requests in hand are answered before the listener closes.
      await app.close();
    } finally {
      await connection.close();
    }
  } finally {
    await store.close();
  }
}
