import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
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
    DATABASE_URL: database.serverUrl,
    MIGRATION_DATABASE_URL: database.url,
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

test('a role that may change the ledger, and a database that is behind, are refused before anything is served', async () => {
  const owner = { ...env, DATABASE_URL: database.url };
  for (const verb of ['api', 'worker'])
    expect(await drawbridge([verb], { env: owner })).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringContaining(
        'in DATABASE_URL may update ledger, delete ledger, truncate ledger, update commands',
      ),
    });
  const behind = await freshDatabase();
  const admin = new Client({ connectionString: behind.url });
  await admin.connect();
  await admin.query(`delete from kysely_migration where name = '0002_audit'`);
  await admin.end();
  expect(await drawbridge(['worker'], { env: { ...env, DATABASE_URL: behind.serverUrl } })).toEqual({
    code: 3,
    out: '',
    err: 'The database is behind this version by 0002_audit; run "drawbridge migrate" first.\n',
  });
  await behind.drop();
});

test('settings are checked without starting anything, all at once and without a value', async () => {
  expect(await drawbridge(['config', 'check'], { env })).toEqual({
    code: 0,
    out: 'Good: api has all it needs.\nGood: worker has all it needs.\nGood: migrate has all it needs.\n',
    err: '',
  });
  const wrong = { ...env, TEMPORAL_ADDRESS: 'secret-place', SMTP_URL: '' };
  expect(await drawbridge(['config', 'check'], { env: wrong })).toEqual({
    code: 2,
    out: '',
    err: [
      '2 settings are missing or wrong:',
      '  api, worker: TEMPORAL_ADDRESS is wrong; it must be host:port, such as temporal.internal:7233.',
      '  worker: SMTP_URL is not set; it must be smtp://host:587 or smtps://user:password@host:465.',
      '',
    ].join('\n'),
  });
  expect(await drawbridge(['config', 'check', 'migrate'], { env: wrong })).toMatchObject({ code: 0 });
});

test('another master key is refused before anything is served', async () => {
  const other = { ...env, DRAWBRIDGE_MASTER_KEY: '0'.repeat(64) };
  const ran = await drawbridge(['api'], { env: other });
  expect(ran).toEqual({
    code: 1,
    out: '',
    err: 'The master key is not the one that this database was filled with.\n',
  });
});
