import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { freePort } from '../../workers/local/ports.js';
import { freshDatabase } from '../real/database.js';
import { waitUntil } from '../real/waitUntil.js';
import { drawbridge, MAIN, plainEnv } from './cli.js';

const CASE_FILE = fileURLToPath(new URL('./case.yaml', import.meta.url));
const Issued = z.object({ token: z.string() });

let database: Awaited<ReturnType<typeof freshDatabase>>;
let env: Record<string, string>;
let url: string;
const processes: ChildProcess[] = [];

/** Starts a process of the installation; it ends with the tests at the latest. */
function start(verb: string): ChildProcess {
  const child = spawn(process.execPath, [MAIN, verb], { env: plainEnv(env), stdio: ['ignore', 'ignore', 'inherit'] });
  processes.push(child);
  return child;
}
const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function as(token: string, ...args: string[]): Promise<unknown> {
  const ran = await drawbridge([...args, '--json'], { env: { DRAWBRIDGE_URL: url, DRAWBRIDGE_TOKEN: token } });
  if (ran.code !== 0) throw new Error(ran.err);
  return JSON.parse(ran.out);
}

beforeAll(async () => {
  database = await freshDatabase();
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  env = {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: process.env.DRAWBRIDGE_TEST_TEMPORAL ?? '',
    TASK_QUEUE: `services-${randomUUID()}`,
    DRAWBRIDGE_MASTER_KEY: randomBytes(32).toString('hex'),
    DRAWBRIDGE_BASE_URL: url,
    PORT: String(port),
    LOG_LEVEL: 'error',
    // Nobody listens there: mail waits, the case does not.
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'Drawbridge <drawbridge@client.example>',
    GITHUB_API_URL: 'http://127.0.0.1:1',
    GITHUB_TOKEN: 'none',
  };
});
afterAll(async () => {
  for (const child of processes) if (!hasEnded(child)) child.kill('SIGKILL');
  await waitUntil('the processes to end', () => processes.every(hasEnded));
  await database.drop();
});

test('migrating is safe to repeat', async () => {
  for (const _ of [1, 2])
    expect(await drawbridge(['migrate'], { env })).toEqual({ code: 0, out: 'Nothing to do.\n', err: '' });
});

test('api and workers are processes of their own, and a case goes on when its worker is killed', async () => {
  const boot = ['token', 'bootstrap', '--email', 'ops@client.example', '--name', 'Olga Petri', '--json'];
  const operator = Issued.parse(JSON.parse((await drawbridge(boot, { env })).out)).token;
  const api = start('api');
  const first = start('worker');
  await waitUntil('the API to be ready', async () => (await fetch(`${url}/readyz`)).status === 200);
  const issue = ['token', 'issue', 'procurement', '--email', 'paul@northwind.example', '--name', 'Paul Diaz'];
  const procurement = Issued.parse(await as(operator, ...issue)).token;
  const { caseId } = z.object({ caseId: z.string() }).parse(await as(procurement, 'case', 'open', CASE_FILE));
  first.kill('SIGKILL');
  const second = start('worker');
  const close = await as(procurement, 'case', 'close', caseId, '--reason', 'The need is gone.');
  expect(close).toMatchObject({ status: 'recorded', events: expect.arrayContaining(['CaseClosing']) });
  for (const child of [second, api]) child.kill('SIGTERM');
  await waitUntil('both to end', () => hasEnded(second) && hasEnded(api));
  expect([second.exitCode, api.exitCode]).toEqual([0, 0]);
}, 60_000);

test('another master key is refused before anything is served', async () => {
  const other = { ...env, DRAWBRIDGE_MASTER_KEY: '0'.repeat(64) };
  const ran = await drawbridge(['api'], { env: other });
  expect(ran).toEqual({
    code: 1,
    out: '',
    err: 'The master key is not the one that this database was filled with.\n',
  });
});
