/** A local PostgreSQL, on loopback only, accepting connections. */
export type PostgresServer = {
  /** Connection URL of the database `drawbridge`, with password: keep it out of logs. */
  url: string;
  pid: number;
  /** True when it was running already, an orphan or somebody else's: find out by `claimOwnership` before `guard` or `stop`. */
  adopted: boolean;
  /** Makes an adopted server end with this process; a started one does so from its first moment. */
  guard(): Promise<void>;
  /** Settles when the server has ended, asked for or not; for an adopted one only after `guard`. */
  exited: Promise<void>;
  stop(): Promise<void>;
  /** Lets it run on, because another process owns the data. */
  leave(): Promise<void>;
};
