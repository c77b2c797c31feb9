import { randomInt } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import getPort from 'get-port';
import { connectTemporal } from '../../client/connection.js';
import { startPostgres } from '../../sandbox/postgres/postgres.js';
import type { PostgresServer } from '../../sandbox/postgres/postgresServer.js';
import { waitUntil } from '../support/real/waitUntil.js';
import { type ClusterNode, makeNode } from './node.js';
import { DYNAMIC_CONFIG, type NodePorts, type NodeRole, nodeConfig } from './nodeConfig.js';
import type { Programs } from './programs.js';
import { makeTemporalDatabases } from './schema.js';
import { type ClusterTables, lookInto } from './tables.js';

/** The processes of the cluster: every role by itself, history twice. */
const NODES = [
  { name: 'history-1', role: 'history' },
  { name: 'history-2', role: 'history' },
  { name: 'matching', role: 'matching' },
  { name: 'frontend', role: 'frontend' },
  { name: 'worker', role: 'worker' },
] as const satisfies { name: string; role: NodeRole }[];
type NodeName = (typeof NODES)[number]['name'];

const READY_MS = 90_000;

/** A Temporal cluster on PostgreSQL, on loopback only. */
export type TemporalCluster = {
  /** `host:port` of the frontend. */
  address: string;
  namespace: string;
  /** The server that Temporal's databases are on, as its administrator; ours can be there too. */
  postgres: PostgresServer;
  nodes: Record<NodeName, ClusterNode>;
  tables: ClusterTables;
  connection: Connection;
  stop(): Promise<void>;
};

/** Brings up PostgreSQL and the cluster, and registers the namespace in which cases are to run. */
export async function startCluster(programs: Programs, namespace = 'drawbridge'): Promise<TemporalCluster> {
  const dir = await mkdtemp(join(tmpdir(), 'drawbridge-cluster-'));
  await chmod(dir, 0o700);
  const postgres = await startPostgres({ dataDir: null });
  const { nodes, tables } = await layOut(programs, postgres, dir).catch(async (error: unknown) => {
    await postgres.stop();
    throw error;
  });
  let connection: Connection | undefined;
  const stop = async () => {
    await connection?.close();
    await Promise.all(Object.values(nodes).map((node) => node.stop()));
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    const { 'history-1': first, ...others } = nodes;
    // The first node writes what the cluster is called; two at once would fall over each other.
    await first.start();
    await waitUntil('the first node to join', () => tables.hasJoined(first), {
      timeoutMs: READY_MS,
    });
    await Promise.all(Object.values(others).map((node) => node.start()));
    const address = `127.0.0.1:${nodes.frontend.ports.grpcPort}`;
    await waitUntil('the frontend to answer', () => isReady(address, nodes), { timeoutMs: READY_MS });
    connection = await connectTemporal(address);
    await registerNamespace(connection, namespace);
    return { address, namespace, postgres, nodes, tables, connection, stop };
  } catch (error) {
    const logs = await Promise.all(Object.values(nodes).map(({ logFile }) => lastLines(logFile)));
    await stop();
    throw new Error(`The cluster did not come up: ${String(error)}\n${logs.join('\n')}`);
  }
}

async function layOut(programs: Programs, postgres: PostgresServer, dir: string) {
  const databases = await makeTemporalDatabases(programs.sqlTool, postgres.url);
  const dynamicFile = join(dir, 'dynamic.yaml');
  await writeFile(dynamicFile, JSON.stringify(DYNAMIC_CONFIG, null, 2));
  const frontend = await freePorts();
  const make = async (name: NodeName): Promise<ClusterNode> => {
    const role = NODES.find((node) => node.name === name)?.role ?? 'worker';
    const ports = role === 'frontend' ? frontend : await freePorts();
    const config = nodeConfig(ports, frontend.grpcPort, databases, dynamicFile);
    return await makeNode(programs.server, dir, { name, role, ports, config });
  };
  const nodes = {
    'history-1': await make('history-1'),
    'history-2': await make('history-2'),
    matching: await make('matching'),
    frontend: await make('frontend'),
    worker: await make('worker'),
  };
  return { nodes, tables: lookInto(postgres.url, databases.main) };
}

const freePorts = async (): Promise<NodePorts> => ({ grpcPort: await lowPort(), membershipPort: await lowPort() });

/** The table of members keeps a port in a `smallint`; from 20,000 to 31,999 nobody is given one by chance either. */
async function lowPort(): Promise<number> {
  for (;;) {
    const wanted = randomInt(20_000, 32_000);
    if ((await getPort({ host: '127.0.0.1', port: wanted })) === wanted) return wanted;
  }
}

async function isReady(address: string, nodes: Record<NodeName, ClusterNode>): Promise<boolean> {
  const gone = Object.values(nodes).find((node) => node.ended());
  if (gone !== undefined) throw new Error(`${gone.name} has ended`);
  return await connectTemporal(address).then(
    async (connection) => {
      const listed = await connection.workflowService.listNamespaces({}).catch(() => undefined);
      await connection.close();
      return listed !== undefined;
    },
    () => false,
  );
}

/** Registers it and waits until a frontend has heard of it: they look every few seconds. */
async function registerNamespace({ workflowService }: Connection, namespace: string): Promise<void> {
  await workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('3 days'),
  });
  const served = () =>
    workflowService.countWorkflowExecutions({ namespace }).then(
      () => true,
      () => false,
    );
  await waitUntil('the namespace to be served', served, { timeoutMs: READY_MS });
}

const lastLines = (file: string): Promise<string> =>
  readFile(file, 'utf8').then(
    (text) =>
      `${file}\n${text
        .trim()
        .split('\n')
        .slice(-5)
        .map((line) => line.slice(0, 400))
        .join('\n')}`,
    () => `${file}: nothing`,
  );
