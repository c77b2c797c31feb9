import { calendarOf } from '../activities/calendars/calendarOf.js';
import type { ApiConfig, ApiParts, CaseGateway } from '../api/parts.js';
import { createApi } from '../api/server.js';
import { fromMs } from '../domain/time.js';
import type { Shared } from './shared.js';
import { webRoot } from './webRoot.js';

/** Builds the API over the given client of the cases; it listens when told to. */
export const buildApi = (
  shared: Shared,
  client: CaseGateway,
  config: Omit<ApiConfig, 'baseUrl'>,
  tokenDelivery: ApiParts['tokenDelivery'],
  more: Pick<ApiParts, 'hooks' | 'sendSignInLetter' | 'readiness' | 'onAnswered' | 'onMisfit' | 'observe'> = {},
) =>
  createApi({
    ...more,
    store: shared.store,
    client,
    ...(shared.codec !== undefined && { codec: shared.codec }),
    policy: shared.policy.reader,
    tokenDelivery,
    calendarOf,
    config: { baseUrl: shared.baseUrl, webRoot: webRoot(), ...config },
    clock: () => fromMs(Date.now()),
  });
