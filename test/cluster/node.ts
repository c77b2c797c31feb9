import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Guarded, guard } from '../../sandbox/process/guard.js';
import type { NodePorts, NodeRole } from './nodeConfig.js';

/** One process of the cluster; it ends with this process, whatever happens to this process. */
export type ClusterNode = {
  name: string;
  ports: NodePorts;
  logFile: string;
  /** Starts it, on the same ports each time. */
  start(): Promise<void>;
  /** Ends it at once, as `kill -9` does, and waits until it is gone. */
  kill(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
  ended(): boolean;
};

/** Writes the node's configuration, readable by this user alone for its password, and gives the node, not started. */
export async function makeNode(
  server: string,
  dir: string,
  it: { name: string; role: NodeRole; ports: NodePorts; config: string },
): Promise<ClusterNode> {
  const configFile = join(dir, `${it.name}.yaml`);
  const logFile = join(dir, `${it.name}.log`);
  await writeFile(configFile, it.config, { mode: 0o600 });
  let running: Guarded | undefined;
  return {
    name: it.name,
    ports: it.ports,
    logFile,
    async start() {
      running = await guard({
        subject: {
          kind: 'start',
          command: server,
          args: ['--config-file', configFile, '--allow-no-auth', 'start', '--service', it.role],
          env: { PATH: process.env.PATH ?? '' },
          logFile,
        },
        stopSignal: 'SIGTERM',
      });
    },
    async kill() {
      if (running === undefined || running.ended()) throw new Error(`${it.name} does not run.`);
      process.kill(running.pid, 'SIGKILL');
      await running.exited;
    },
    async stop() {
      await running?.stop();
    },
    ended: () => running?.ended() ?? true,
  };
}
