import type { TemporalDatabases } from './schema.js';

/** What a node of a cluster does; each is a process of its own. */
export const ROLES = ['frontend', 'history', 'matching', 'worker'] as const;
export type NodeRole = (typeof ROLES)[number];

/** Where a node listens on 127.0.0.1. */
export type NodePorts = { grpcPort: number; membershipPort: number };

const LOOPBACK = '127.0.0.1';
/** So many that two history nodes share them about evenly, and so few that two cores carry them. */
const HISTORY_SHARDS = 8;

/** Settings of the cluster that Drawbridge needs; the same as of the local server, see docs/cluster.md. */
export const DYNAMIC_CONFIG = {
  'history.transferProcessorMaxPollRPS': [{ value: 2000 }],
  'history.timerProcessorMaxPollRPS': [{ value: 2000 }],
  'history.visibilityProcessorMaxPollRPS': [{ value: 2000 }],
  'history.workflowIdReuseMinimalInterval': [{ value: '0s' }],
};

/**
 * The configuration file of one node, as JSON, which is YAML too.
 *
 * Nodes find each other by the table `cluster_membership`: each writes where it listens and gossips with who is there.
 */
export function nodeConfig(node: NodePorts, frontendPort: number, db: TemporalDatabases, dynamicFile: string): string {
  const store = (databaseName: string, maxConns: number) => ({
    sql: {
      pluginName: 'postgres12',
      databaseName,
      connectAddr: db.host,
      connectProtocol: 'tcp',
      user: db.user,
      password: db.password,
      maxConns,
      maxIdleConns: maxConns,
      maxConnLifetime: '1h',
    },
  });
  const config = {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'main',
      visibilityStore: 'visibility',
      numHistoryShards: HISTORY_SHARDS,
      datastores: { main: store(db.main, 10), visibility: store(db.visibility, 3) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: LOOPBACK } },
    services: Object.fromEntries(ROLES.map((role) => [role, { rpc: { ...node, bindOnIP: LOOPBACK } }])),
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: `${LOOPBACK}:${frontendPort}`,
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    publicClient: { hostPort: `${LOOPBACK}:${frontendPort}` },
    dynamicConfigClient: { filepath: dynamicFile, pollInterval: '60s' },
  };
  return JSON.stringify(config, null, 2);
}
