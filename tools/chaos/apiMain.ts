import { calendarOf } from '../../activities/calendars/calendarOf.js';
import { createApi } from '../../api/server.js';
import { createCaseClient } from '../../client/caseClient.js';
import { connectTemporal } from '../../client/connection.js';
import { openStore } from '../../store/openStore.js';
import { type Orders, ordersSchema, TASK_QUEUE } from './orders.js';
import { chaosPolicy } from './policy.js';

/** Low, so that a short case hands over several times. */
const ROLLOVER_EVENTS = 40;

process.once('disconnect', () => process.exit(0));
process.once('message', (message: unknown) => void serve(ordersSchema.parse(message)));

async function serve(orders: Orders): Promise<void> {
  const store = openStore(orders.databaseUrl, {
    masterKey: Buffer.from(orders.masterKeyHex, 'hex'),
    applicationName: 'chaos api',
  });
  const client = createCaseClient({
    connection: await connectTemporal(orders.temporalAddress),
    store,
    taskQueue: TASK_QUEUE,
    workflowTaskTimeoutMs: 2_000,
    rolloverEvents: ROLLOVER_EVENTS,
    waitMs: 10_000,
  });
  const app = await createApi({
    tokenDelivery: { to: 'whoever-asks' },
    store,
    client,
    policy: chaosPolicy,
    calendarOf,
    config: {
      baseUrl: 'http://127.0.0.1',
      logLevel: 'error',
      logTo: process.stderr,
      docsPage: false,
      requestsPerMinute: 10_000_000,
    },
    clock: () => new Date().toISOString(),
  });
  await app.listen({ host: '127.0.0.1', port: orders.apiPort });
  process.send?.('ready');
}
