import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import { z } from 'zod';
import { freshDatabase } from '../real/database.js';
import { temporalAddress } from '../real/servers.js';
import { waitUntil } from '../real/waitUntil.js';
import { drawbridge, MAIN, plainEnv } from './cli.js';

const CASE_FILE = fileURLToPath(new URL('./case.yaml', import.meta.url));
const Issued = z.object({ token: z.string() });
const Opened = z.object({ caseId: z.string() });

/** A process of an installation, and what it has said. */
export type Process = {
  child: ChildProcess;
  /** Its log so far. */
  said(): string;
  /** Its exit code once it has ended; null when a signal ended it. */
  ended(): Promise<number | null>;
};

/** Processes of a production set-up on a database and a task queue of its own. */
export type Installation = {
  env: Record<string, string>;
  /** Where the API listens. */
  url: string;
  databaseUrl: string;
  start(verb: 'api' | 'worker', more?: Record<string, string>): Process;
  apiReady(): Promise<void>;
  /** Runs a verb with a token and answers its JSON; fails with what it said. */
  as(token: string, ...args: string[]): Promise<unknown>;
  /** A token for procurement, which may open and close cases. */
  procurement(): Promise<string>;
  openCase(token: string): Promise<string>;
  /** Drops the database while it is used. */
  loseDatabase(): Promise<void>;
  /** Kills what still runs and drops the database. */
  end(): Promise<void>;
};

/** Processes share two cores with everything else that is tested. */
export const PATIENCE = { timeoutMs: 300_000 };

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Prepares an installation; nothing of it runs before it is started. */
export async function prepareInstallation(more: Record<string, string> = {}): Promise<Installation> {
  const database = await freshDatabase();
  const port = await getPort({ host: '127.0.0.1' });
  const url = `http://127.0.0.1:${port}`;
  const env = {
    DATABASE_URL: database.serverUrl,
    MIGRATION_DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporalAddress(),
    TASK_QUEUE: `processes-${randomUUID()}`,
    DRAWBRIDGE_MASTER_KEY: randomBytes(32).toString('hex'),
    DRAWBRIDGE_BASE_URL: url,
    PORT: String(port),
    LOG_LEVEL: 'info',
    // Nobody listens there: mail waits, the case does not.
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'Drawbridge <drawbridge@client.example>',
    GITHUB_API_URL: 'http://127.0.0.1:1',
    GITHUB_TOKEN: 'none',
    ...more,
  };
  const processes: ChildProcess[] = [];
  async function as(token: string, ...args: string[]): Promise<unknown> {
    const ran = await drawbridge([...args, '--json'], { env: { DRAWBRIDGE_URL: url, DRAWBRIDGE_TOKEN: token } });
    if (ran.code !== 0) throw new Error(ran.err);
    return JSON.parse(ran.out);
  }
  return {
    env,
    url,
    databaseUrl: database.url,
    start: (verb, own = {}) => startProcess(verb, { ...env, ...own }, processes),
    apiReady: async () =>
      void (await waitUntil(
        'the API to be ready',
        async () => (await fetch(`${url}/readyz`)).status === 200,
        PATIENCE,
      )),
    as,
    async procurement() {
      const whose = ['--email', 'paul@northwind.example', '--name', 'Paul Diaz'];
      // Mail goes nowhere here, so nobody could claim a token by letter.
      const boot = ['token', 'bootstrap', '--role', 'procurement', ...whose, '--reason', 'No mail.', '--json'];
      return Issued.parse(JSON.parse((await drawbridge(boot, { env })).out)).token;
    },
    openCase: async (token) => Opened.parse(await as(token, 'case', 'open', CASE_FILE)).caseId,
    loseDatabase: () => database.drop(),
    async end() {
      for (const child of processes) if (!hasEnded(child)) child.kill('SIGKILL');
      await waitUntil('the processes to end', () => processes.every(hasEnded));
      await database.drop();
    },
  };
}

function startProcess(verb: string, env: Record<string, string>, processes: ChildProcess[]): Process {
  const child = spawn(process.execPath, [MAIN, verb], { env: plainEnv(env), stdio: ['ignore', 'ignore', 'pipe'] });
  processes.push(child);
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  return {
    child,
    said: () => log,
    async ended() {
      await waitUntil('the process to end', () => hasEnded(child), PATIENCE);
      return child.exitCode;
    },
  };
}

/** A request that opens a case, as `fetch` takes it; `contact` is the address of the vendor's contact. */
export async function openingOf(
  token: string,
  { contact = 'marta@wisla.example', headers = {} }: { contact?: string; headers?: Record<string, string> } = {},
): Promise<RequestInit> {
  const text = await readFile(CASE_FILE, 'utf8');
  return {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/yaml',
      'idempotency-key': randomUUID(),
      ...headers,
    },
    body: text.replace('marta@wisla.example', contact),
  };
}
