import type { PayloadCodec } from '@temporalio/common';
import type { TemporalSecurity } from '../client/connection.js';
import type { Store } from '../store/contract.js';
import type { PolicyWork } from './policyWork.js';

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
