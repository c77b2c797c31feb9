import { DefaultLogger, Runtime } from '@temporalio/worker';
import { z } from 'zod';
import { loadMailRenderer } from '../activities/mail/loadMailRenderer.js';
import { createSendMail } from '../activities/mail/sendMail.js';
import { createGitHubProvider } from '../providers/access/github/provider.js';
import { createPostgresProvider } from '../providers/access/postgres/provider.js';
import { providersOf } from '../providers/access/registry.js';
import { createSmtpTransport } from '../providers/mail/smtp.js';
import { openStore } from '../store/openStore.js';
import { loadPolicyWork } from '../workers/policyWork.js';
import { startWorker } from '../workers/worker.js';

const orders = z.object({
  databaseUrl: z.string(),
  temporalAddress: z.string(),
  taskQueue: z.string(),
  masterKeyHex: z.string(),
  smtpUrl: z.string(),
  githubUrl: z.string(),
  githubToken: z.string(),
  warehouseUrl: z.string(),
  baseUrl: z.string(),
});

// An orphan would go on working: without its parent it ends.
process.once('disconnect', () => process.exit(0));

process.once('message', (message: unknown) => {
  void work(orders.parse(message));
});

async function work(to: z.infer<typeof orders>): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const store = openStore(to.databaseUrl, {
    masterKey: Buffer.from(to.masterKeyHex, 'hex'),
    applicationName: 'drawbridge rehearsal worker',
  });
  const github = createGitHubProvider({ baseUrl: to.githubUrl, token: to.githubToken, throttle: false });
  const postgres = createPostgresProvider({ databaseUrl: to.warehouseUrl });
  const worker = await startWorker({
    temporalAddress: to.temporalAddress,
    taskQueue: to.taskQueue,
    virtualTime: true,
    shutdownGraceMs: 1_000,
    store,
    providers: providersOf(github, postgres),
    compilePlan: loadPolicyWork().compilePlan,
    sendMail: createSendMail({
      transport: createSmtpTransport(to.smtpUrl),
      people: store.people,
      cases: store.cases,
      ledger: store.ledger,
      letters: store.letters,
      journal: store.mailJournal,
      render: await loadMailRenderer(),
      from: 'Drawbridge <drawbridge@rehearsal.example>',
      baseUrl: to.baseUrl,
    }),
  });
  process.once('SIGTERM', () => {
    void worker
      .shutdown()
      .then(() => Promise.all([store.close(), postgres.close()]))
      .finally(() => process.exit(0));
  });
  process.send?.('ready');
}
