import { Runtime } from '@temporalio/worker';
import { loadMailRenderer } from '../activities/mail/loadMailRenderer.js';
import { createSendMail } from '../activities/mail/sendMail.js';
import type { Providers } from '../providers/access/registry.js';
import { createSmtpTransport } from '../providers/mail/smtp.js';
import { keepPlaceSchedules } from './placeSchedules.js';
import type { Shared } from './shared.js';
import { type RunningWorker, startWorker, type WorkerParts } from './worker.js';

/** Systems outside that a worker acts on. */
export type Surroundings = {
  smtpUrl: string;
  smtpCa?: Buffer;
  mailFrom: string;
  providers: Providers;
  /** There where letters are read on this machine, by people who sign in by role. */
  mailboxUrl?: string;
};

/** Starts a worker on the given mail server and access provider. */
export async function serveCases(
  shared: Shared,
  outside: Surroundings,
  more: Pick<WorkerParts, 'shutdownGraceMs' | 'deployment' | 'around' | 'activityInterceptors'> = {},
): Promise<RunningWorker> {
  const { store, policy, temporalAddress, temporalSecurity, codec, namespace, taskQueue, baseUrl } = shared;
  const worker = await startWorker({
    ...more,
    temporalAddress,
    ...(temporalSecurity !== undefined && { temporalSecurity }),
    ...(codec !== undefined && { codec }),
    ...(namespace !== undefined && { namespace }),
    ...(taskQueue !== undefined && { taskQueue }),
    store,
    providers: outside.providers,
    compilePlan: policy.compilePlan,
    sendMail: createSendMail({
      transport: createSmtpTransport(outside.smtpUrl, { ...(outside.smtpCa !== undefined && { ca: outside.smtpCa }) }),
      people: store.people,
      cases: store.cases,
      ledger: store.ledger,
      letters: store.letters,
      journal: store.mailJournal,
      render: await loadMailRenderer(),
      from: outside.mailFrom,
      baseUrl,
      ...(outside.mailboxUrl !== undefined && { byRole: true }),
    }),
  });
  const { logger } = Runtime.instance();
  const stop = keepPlaceSchedules(store, worker.looks, (message, meta) => logger.warn(message, meta));
  return {
    ...worker,
    async shutdown() {
      await stop();
      await worker.shutdown();
    },
  };
}
