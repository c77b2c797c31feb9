import type { connectTemporal } from '../client/connection.js';
import type { LocalGithub } from '../sandbox/github/github.js';
import type { Mailbox } from '../sandbox/mail/mailbox.js';
import type { Store } from '../store/contract.js';
import type { Warehouse } from './warehouse.js';

type Connection = Awaited<ReturnType<typeof connectTemporal>>;

/** Servers that rehearsals play on: their own, never those that the environment names. */
export type Servers = {
  databaseUrl: string;
  temporalAddress: string;
  masterKey: Buffer;
  store: Store;
  connection: Connection;
  mailbox: Mailbox;
  github: LocalGithub;
  warehouse: Warehouse;
  stop(): Promise<void>;
};
