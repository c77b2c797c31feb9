import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import getPort from 'get-port';
import { Client } from 'pg';
import { type LocalGithub, startGithub } from '../../sandbox/github/github.js';
import { type Mailbox, startMailbox } from '../../sandbox/mail/mailbox.js';
import type { Store } from '../../store/contract.js';
import { openStore } from '../../store/openStore.js';
import { drawbridge, MAIN, plainEnv } from '../support/cli/cli.js';
import { waitUntil } from '../support/real/waitUntil.js';
import type { TemporalCluster } from './cluster.js';

/** Drawbridge as it is installed: the API and two workers as processes of their own, with a provider and a mail server. */
export type Installation = {
  apiUrl: string;
  store: Store;
  github: LocalGithub;
  mailbox: Mailbox;
  /** What the processes said on standard error. */
  said(): string;
  stop(): Promise<void>;
};

const SERVES_AS = 'drawbridge_server';

/** Migrates as the owner, serves as a role that owns nothing, and waits until the API is ready. */
export async function install(cluster: TemporalCluster): Promise<Installation> {
  const mailbox = await startMailbox();
  const github = await startGithub({ users: [], repositories: [] });
  const env = await environment(cluster, mailbox, github);
  await must(['migrate'], env);
  const masterKey = Buffer.from(env.DRAWBRIDGE_MASTER_KEY, 'hex');
  const store = openStore(env.DATABASE_URL, { masterKey, applicationName: 'drawbridge oracle' });
  let said = '';
  const processes = ['api', 'worker', 'worker'].map((verb) => {
    const child = spawn(process.execPath, [MAIN, verb], { env: plainEnv(env), stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-20_000);
    });
    return child;
  });
  const stop = async () => {
    await Promise.all(processes.map(end));
    await store.close();
    await github.stop();
    await mailbox.stop();
  };
  const apiUrl = env.DRAWBRIDGE_BASE_URL;
  try {
    await waitUntil('the API to be ready', async () => (await fetch(`${apiUrl}/readyz`)).status === 200, {
      timeoutMs: 60_000,
    });
  } catch (error) {
    await stop();
    throw new Error(`Drawbridge did not become ready: ${said}`, { cause: error });
  }
  return { apiUrl, store, github, mailbox, said: () => said, stop };
}

async function environment(cluster: TemporalCluster, mailbox: Mailbox, github: LocalGithub) {
  const ownerUrl = cluster.postgres.url;
  const password = randomBytes(16).toString('hex');
  const admin = new Client({ connectionString: ownerUrl });
  await admin.connect();
  await admin.query(`create role ${SERVES_AS} login password '${password}'`).finally(() => admin.end());
  const serverUrl = new URL(ownerUrl);
  serverUrl.username = SERVES_AS;
  serverUrl.password = password;
  const port = await getPort({ host: '127.0.0.1' });
  return {
    DATABASE_URL: serverUrl.href,
    MIGRATION_DATABASE_URL: ownerUrl,
    TEMPORAL_ADDRESS: cluster.address,
    TEMPORAL_NAMESPACE: cluster.namespace,
    DRAWBRIDGE_MASTER_KEY: randomBytes(32).toString('hex'),
    DRAWBRIDGE_BASE_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    SMTP_URL: mailbox.smtpUrl,
    MAIL_FROM: 'Drawbridge <drawbridge@cluster.example>',
    GITHUB_API_URL: github.url,
    GITHUB_TOKEN: github.token,
  };
}

async function must(args: string[], env: Record<string, string>): Promise<string> {
  const ran = await drawbridge(args, { env });
  if (ran.code !== 0) throw new Error(`drawbridge ${args[0]}: ${ran.err}`);
  return ran.out;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone.finally(() => clearTimeout(late));
}
