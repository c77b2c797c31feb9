import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimOwnership } from '../../sandbox/postgres/owner.js';
import { processAt } from '../../sandbox/process/processes.js';
import { type LocalStackOptions, startLocalStack } from '../../sandbox/stack.js';
import { freshDatabase } from '../support/real/database.js';
import { temporalAddress } from '../support/real/servers.js';

const before = { ...process.env };
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drawbridge-stack-'));
  await chmod(dir, 0o755);
});
afterEach(async () => {
  for (const name of ['DATABASE_URL', 'TEMPORAL_ADDRESS']) {
    if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before[name];
  }
  await rm(dir, { recursive: true, force: true });
});

const options = (more: Partial<LocalStackOptions> = {}): LocalStackOptions => ({
  dataDir: join(dir, 'data'),
  virtualTime: false,
  useEnvironment: true,
  ui: false,
  ...more,
});

test('servers that the environment names are used, and the data behind them has one owner', async () => {
  const { url, drop } = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.TEMPORAL_ADDRESS = temporalAddress();
  const stack = await startLocalStack(options());
  expect(stack).toMatchObject({ databaseUrl: url, temporalAddress: temporalAddress(), pids: {} });
  await expect(startLocalStack(options())).rejects.toMatchObject({ code: 'DataInUse' });
  await stack.stop();
  const next = await claimOwnership(url);
  expect(next).not.toBeNull();
  await next?.release();
  await drop();
});

test('without leave to use the environment its servers are ignored, and own ones end on stop', async () => {
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/nothing';
  process.env.TEMPORAL_ADDRESS = '127.0.0.1:1';
  const stack = await startLocalStack(options({ useEnvironment: false, dataDir: null, virtualTime: true }));
  expect(stack.temporalAddress).not.toBe('127.0.0.1:1');
  expect(stack.databaseUrl).toMatch(/^postgres:\/\/drawbridge:[0-9a-f]{48}@127\.0\.0\.1:\d+\/drawbridge$/);
  await stack.stop();
  for (const pid of Object.values(stack.pids)) expect(await processAt(pid)).toBeNull();
});

test('the password file is for its owner alone', async () => {
  process.env.TEMPORAL_ADDRESS = temporalAddress();
  const stack = await startLocalStack(options());
  await stack.stop();
  expect((await stat(join(dir, 'data', 'postgres.password'))).mode & 0o777).toBe(0o600);
});

test('the claim is lost with its connection, and the owner is told once', async () => {
  const { url, drop } = await freshDatabase();
  const lost = new Promise<void>((resolve) => void claimOwnership(url, resolve).then(() => drop()));
  await lost;
});

const asRoot = process.getuid?.() === 0 ? test : test.skip;
asRoot('a folder that the account of PostgreSQL may not enter is named in one sentence', async () => {
  await chmod(dir, 0o700);
  await expect(startLocalStack(options({ useEnvironment: false }))).rejects.toMatchObject({
    code: 'LocalPartsUnavailable',
    message: expect.stringMatching(new RegExp(`may not enter ${dir}: move this folder`)),
  });
});
