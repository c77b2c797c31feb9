import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser } from '../support/api/signIn/browser.js';
import { BOTH, type SignInWorld, startSignInWorld } from '../support/api/signIn/world.js';
import { openWorld } from '../support/api/world.js';
import { drawbridge, MAIN, plainEnv } from '../support/cli/cli.js';
import { waitUntil } from '../support/real/waitUntil.js';

let world: SignInWorld;
let config: string;
let data: string;
let url: string;
let browser: Browser;

beforeAll(async () => {
  world = await startSignInWorld();
  url = world.api.url;
  await openWorld(world.api);
  [config, data] = [
    await mkdtemp(join(tmpdir(), 'drawbridge-config-')),
    await mkdtemp(join(tmpdir(), 'drawbridge-data-')),
  ];
  browser = new Browser(url);
  await browser.signIn(BOTH);
});
afterAll(async () => {
  await world?.close();
  for (const folder of [config, data]) await rm(folder, { recursive: true, force: true });
});

const env = () => ({ XDG_CONFIG_HOME: config, DRAWBRIDGE_DATA: data });
const run = (...args: string[]) => drawbridge(args, { env: env() });
const file = () => join(config, 'drawbridge', 'sign-ins.json');

type Waiting = { userCode: string; ended: Promise<{ code: number | null; out: string; err: string }> };

/** Starts `drawbridge sign-in`; answers the code that it shows, and how it ends. */
async function signingIn(...args: string[]): Promise<Waiting> {
  const child: ChildProcess = spawn(process.execPath, [MAIN, 'sign-in', ...args], { env: plainEnv(env()) });
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = new Promise<Awaited<Waiting['ended']>>((resolve) => {
    child.once('close', (code) => resolve({ code, ...said }));
  });
  let userCode: string | undefined;
  await waitUntil('a code', async () => {
    userCode = /\b[B-Z]{4}-[B-Z]{4}\b/.exec(said.err)?.[0];
    return userCode !== undefined;
  });
  expect(said.err).toContain(`${url}/device`);
  return { userCode: userCode ?? '', ended };
}

test('given a code that its person confirms, then the command line is signed in until it signs out', async () => {
  const { userCode, ended } = await signingIn('--url', url, '--json');
  await browser.write('POST', '/api/device/allow', { userCode });
  const { code, out, err } = await ended;
  const said = JSON.parse(out);
  const { tokenId, expiresAt } = said;
  const { person } = await browser.session();
  expect([code, said]).toEqual([
    0,
    { url, personId: person.id, role: 'procurement', scope: 'act', tokenId, expiresAt, file: file() },
  ]);
  const kept = JSON.parse(await readFile(file(), 'utf8')).signIns;
  expect(kept).toEqual([{ url, token: expect.stringMatching(/^dbr_/), tokenId, expiresAt }]);
  expect(`${out}${err}`).not.toContain(kept[0].token);
  expect([(await stat(file())).mode & 0o777, (await stat(join(config, 'drawbridge'))).mode & 0o777]).toEqual([
    0o600, 0o700,
  ]);

  expect((await run('case', 'list')).out).toContain('Claims triage');
  expect((await run('case', 'list', '--url', url, '--as', 'legal')).code).toBe(0);
  expect(await run('case', 'list', '--url', url, '--as', 'security')).toMatchObject({ code: 3, out: '' });
  expect((await run('case', 'list', '--url', 'https://elsewhere.example')).err).toContain('No drawbridge runs');

  expect(await run('sign-out')).toEqual({ code: 0, out: `Signed out at ${url}.\n`, err: '' });
  expect((await world.api.get('/api/me', kept[0].token)).status).toBe(401);
  expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({ signIns: [] });
  expect(await run('sign-out')).toMatchObject({ code: 2, err: 'You are not signed in there.\n' });
});

test('given a second sign-in at the same address, then the first token ends; given a refusal, then nothing is kept', async () => {
  const first = await signingIn('--url', url, '--read-only');
  await browser.write('POST', '/api/device/allow', { userCode: first.userCode });
  expect((await first.ended).out).toMatch(/May +read\n/);
  const [{ token }] = JSON.parse(await readFile(file(), 'utf8')).signIns;
  const second = await signingIn('--url', url);
  await browser.write('POST', '/api/device/allow', { userCode: second.userCode });
  expect((await second.ended).code).toBe(0);
  expect((await world.api.get('/api/me', token)).status).toBe(401);
  const before = await readFile(file(), 'utf8');
  const third = await signingIn('--url', url);
  await browser.write('POST', '/api/device/refuse', { userCode: third.userCode });
  expect(await third.ended).toMatchObject({ code: 3, out: '' });
  expect(await readFile(file(), 'utf8')).toBe(before);
});

describe('what is kept', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drawbridge-kept-'));
    await mkdir(join(folder, 'drawbridge'), { mode: 0o700 });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const keep = (expiresAt: string) => {
    const signIns = [{ url, token: `dbr_${'A'.repeat(43)}`, tokenId: 't-1', expiresAt }];
    return writeFile(join(folder, 'drawbridge', 'sign-ins.json'), JSON.stringify({ signIns }), { mode: 0o600 });
  };
  const list = (...more: string[]) =>
    drawbridge(['case', 'list', ...more], { env: { XDG_CONFIG_HOME: folder, DRAWBRIDGE_DATA: data } });
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

  test('and has ended says how to sign in again', async () => {
    await keep(inDays(-1));
    expect(await list()).toEqual({
      ...{ code: 3, out: '' },
      err: `Your sign-in at ${url} has ended.\nSign in again: drawbridge sign-in --url ${url}\n`,
    });
  });

  test('and ends soon says so, but not to a script; and a token of the shell comes first', async () => {
    await keep(inDays(2.5));
    const soon = `Your sign-in at ${url} ends in 3 days. Renew it with "drawbridge sign-in".\n`;
    const ended =
      'The token is unknown, has expired or was revoked. Sign in again ("drawbridge sign-in"), or ask for a new one.\n';
    expect((await list()).err).toBe(`${soon}${ended}`);
    expect((await list('--json')).err).not.toContain('Renew');
    const issued = await world.api.tokenFor('compliance', 'olga@harbour.example');
    expect(await list('--url', url, '--token', issued)).toMatchObject({ code: 0, err: '' });
  });

  test('and can be written by others is not used', async () => {
    await keep(inDays(20));
    await chmod(join(folder, 'drawbridge', 'sign-ins.json'), 0o666);
    expect(await list()).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringContaining('can be written by another user'),
    });
  });
});

test('a sign-in goes to no machine over plain http, and to an address that somebody gives', async () => {
  expect(await run('sign-in', '--url', 'http://drawbridge.example')).toMatchObject({ code: 2, out: '' });
  const nobody = { XDG_CONFIG_HOME: join(config, 'nobody'), DRAWBRIDGE_DATA: data };
  expect((await drawbridge(['sign-in'], { env: nobody })).err).toContain('Say where: set --url or DRAWBRIDGE_URL');
});
