import type { PayloadCodec } from '@temporalio/common';
import { calendarOf } from '../activities/calendars/calendarOf.js';
import { loadMailRenderer } from '../activities/mail/loadMailRenderer.js';
import { createSendMail } from '../activities/mail/sendMail.js';
import { createSmtpTransport } from '../activities/mail/smtpTransport.js';
import type { ApiConfig, ApiParts, CaseGateway } from '../api/parts.js';
import { createApi } from '../api/server.js';
import type { TemporalSecurity } from '../client/connection.js';
import { fromMs } from '../domain/time.js';
import type { AccessProvider } from '../providers/port.js';
import type { Store } from '../store/contract.js';
import type { PolicyWork } from './policyWork.js';
import { type RunningWorker, startWorker, type WorkerParts } from './worker.js';

/** What every process of an installation shares. */
export type Shared = {
  store: Store;
  policy: PolicyWork;
  /** `host:port`. */
  temporalAddress: string;
  /** The way there; left out: in clear. */
  temporalSecurity?: TemporalSecurity;
  /** Encrypts what Temporal keeps; left out: nothing is encrypted. */
  codec?: PayloadCodec;
  /** Default `default`. */
  namespace?: string;
  /** Default `drawbridge`. */
  taskQueue?: string;
  /** Where people reach the API, for links; no slash at the end. */
  baseUrl: string;
};

/** Systems outside that a worker acts on. */
export type Surroundings = { smtpUrl: string; smtpCa?: Buffer; mailFrom: string; provider: AccessProvider };

/** Starts a worker on the given mail server and access provider. */
export async function serveCases(
  shared: Shared,
  outside: Surroundings,
  more: Pick<WorkerParts, 'shutdownGraceMs' | 'deployment' | 'around' | 'activityInterceptors'> = {},
): Promise<RunningWorker> {
  const { store, policy, temporalAddress, temporalSecurity, codec, namespace, taskQueue, baseUrl } = shared;
  return await startWorker({
    ...more,
    temporalAddress,
    ...(temporalSecurity !== undefined && { temporalSecurity }),
    ...(codec !== undefined && { codec }),
    ...(namespace !== undefined && { namespace }),
    ...(taskQueue !== undefined && { taskQueue }),
    store,
    provider: outside.provider,
    compilePlan: policy.compilePlan,
    sendMail: createSendMail({
      transport: createSmtpTransport(outside.smtpUrl, { ...(outside.smtpCa !== undefined && { ca: outside.smtpCa }) }),
      people: store.people,
      journal: store.mailJournal,
      render: await loadMailRenderer(),
      from: outside.mailFrom,
      baseUrl,
    }),
  });
}

/** Builds the API over the given client of the cases; it listens when told to. */
export const buildApi = (
  shared: Shared,
  client: CaseGateway,
  config: Omit<ApiConfig, 'baseUrl'>,
  more: Pick<ApiParts, 'readiness' | 'onAnswered' | 'observe'> = {},
) =>
  createApi({
    ...more,
    store: shared.store,
    client,
    ...(shared.codec !== undefined && { codec: shared.codec }),
    policy: shared.policy.reader,
    calendarOf,
    config: { baseUrl: shared.baseUrl, ...config },
    clock: () => fromMs(Date.now()),
  });
