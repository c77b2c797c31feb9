import { chmod, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawbridge } from '../support/cli/cli.js';

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'drawbridge-cli-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

test('without a drawbridge there is nothing to reach', async () => {
  const ran = await drawbridge(['case', 'list', '--data', data]);
  expect(ran).toMatchObject({ code: 5, out: '' });
  expect(ran.err).toBe(
    'No drawbridge runs on this data.\nStart one with "drawbridge up", or sign in to one: drawbridge sign-in --url ADDRESS\n',
  );
});

test('an act needs somebody who acts', async () => {
  const ran = await drawbridge(['people', 'accept', 'c-1', 'Ewa', '--reason', 'x', '--data', data]);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(
    'Not signed in. Use "drawbridge sign-in", --as ROLE with a local drawbridge, or DRAWBRIDGE_TOKEN.',
  );
});

test.each([
  [['--as', 'king'], {}, /^Unknown role "king". Use one of: procurement, /],
  [['--as', 'legal', '--token', 'dbr_x'], {}, /^Use either --as or --token, not both/],
  [['--url', 'ftp://x'], { DRAWBRIDGE_TOKEN: 'dbr_x' }, /^--url must be an address such as /],
  [
    ['--url', 'http://drawbridge.example'],
    { DRAWBRIDGE_TOKEN: 'dbr_x' },
    /^Tokens are never sent over plain http to another machine/,
  ],
])('%j is bad input', async (args, env, sentence) => {
  const ran = await drawbridge(['case', 'list', '--data', data, ...args], { env });
  expect(ran.code).toBe(2);
  expect(ran.err).toMatch(sentence);
});

describe('a data folder that leads elsewhere', () => {
  let foreign: Server;
  let heard: string[];
  let dir: string;
  beforeEach(async () => {
    heard = [];
    foreign = createServer((request, response) => {
      heard.push(String(request.headers.authorization));
      response.end('{}');
    });
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
    dir = await mkdtemp(join(tmpdir(), 'drawbridge-foreign-'));
  });
  afterEach(async () => {
    await new Promise((resolve) => foreign.close(resolve));
    await rm(dir, { recursive: true, force: true });
  });
  const here = () => `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
  const announce = async (apiUrl: string, { pid = process.pid, mode = 0o600 } = {}) => {
    const tokens = [{ role: 'compliance', token: 'dbr_local', tokenId: 't-1', expiresAt: '2099-01-01T00:00:00.000Z' }];
    await writeFile(join(dir, 'tokens.json'), JSON.stringify({ tokens }), { mode: 0o600 });
    await writeFile(
      join(dir, 'up.json'),
      JSON.stringify({ pid, startedAt: '', apiUrl, consoleUrl: apiUrl, docsUrl: apiUrl }),
    );
    await chmod(join(dir, 'up.json'), mode);
  };
  const list = (env: Record<string, string> = {}) => drawbridge(['case', 'list', '--data', dir], { env });

  test('a token of the shell does not go to the address of a folder', async () => {
    await announce(here());
    const ran = await list({ DRAWBRIDGE_TOKEN: 'dbr_of_the_shell' });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(/^A token is sent only to an address that you give\. Set DRAWBRIDGE_URL or --url\.\n/);
    expect(heard).toEqual([]);
  });

  test('a token of the folder goes to its own address alone', async () => {
    await announce(here());
    await list();
    expect(heard).toEqual(['Bearer dbr_local']);
  });

  test.each([
    ['is written by others', 3, async () => announce(here(), { mode: 0o666 })],
    ['names another machine', 5, async () => announce('http://192.0.2.1:8080')],
    ['is left over from a process that is gone', 5, async () => announce(here(), { pid: 2 ** 22 + 1 })],
    [
      'is a link',
      3,
      async () => {
        await announce(here());
        await rename(join(dir, 'up.json'), join(dir, 'elsewhere.json'));
        await symlink(join(dir, 'elsewhere.json'), join(dir, 'up.json'));
      },
    ],
  ])('a folder whose up.json %s gets nothing', async (_, code, prepare) => {
    await prepare();
    expect(await list()).toMatchObject({ code, out: '' });
    expect(heard).toEqual([]);
  });
});

describe('what the API answers', () => {
  let server: Server;
  let url: string;
  const keys: string[] = [];
  const answers: { status: number; headers?: Record<string, string>; body: unknown }[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      keys.push(String(request.headers['idempotency-key'] ?? ''));
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      response.writeHead(answer?.status ?? 500, { 'content-type': 'application/problem+json', ...answer?.headers });
      response.end(JSON.stringify(answer?.body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const closing = () =>
    drawbridge(['case', 'close', 'c-1', '--reason', 'x', '--url', url], { env: { DRAWBRIDGE_TOKEN: 'dbr_x' } });
  const answerWith = (...all: typeof answers) => {
    answers.splice(0, answers.length, ...all);
    keys.length = 0;
  };

  const OWN_WORDS: Record<string, string> = {
    CommandIdReused: 'This --key was already used for something else. Use a new one.\n',
    Unauthenticated:
      'The token is unknown, has expired or was revoked. Sign in again ("drawbridge sign-in"), or ask for a new one.\n',
  };
  test.each([
    [400, 'Malformed', 2],
    [409, 'CommandIdReused', 2],
    [401, 'Unauthenticated', 3],
    [403, 'NotYourRole', 3],
    [409, 'CaseClosed', 3],
    [422, 'UntilOutOfRange', 3],
    [429, 'TooManyRefusals', 3],
    [503, 'CaseQuarantined', 3],
    [404, 'CaseNotFound', 4],
    [503, 'TemporalUnavailable', 5],
    [500, 'Internal', 1],
  ])('%i %s ends in exit code %i', async (status, code, exitCode) => {
    answerWith({ status, headers: { 'retry-after': '60' }, body: { code, detail: `It is ${code}.` } });
    const ran = await closing();
    expect(ran).toMatchObject({ code: exitCode, out: '' });
    // What is about the command line itself is said in its words; everything else as the API says it.
    expect(ran.err).toContain(OWN_WORDS[code] ?? `It is ${code}.\n`);
  });

  test('an answer that asks to come back soon is repeated with the same key', async () => {
    const receipt = { seq: 7, hash: 'ab', at: '2026-09-01T08:00:00.000Z' };
    answerWith(
      { status: 503, headers: { 'retry-after': '0' }, body: { code: 'CaseRollingOver', detail: 'Handing over.' } },
      { status: 200, body: { status: 'recorded', receipt, events: ['CaseClosing'], notes: [] } },
    );
    const ran = await closing();
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('Recorded as no. 7 on 2026-09-01 08:00 UTC: CaseClosing');
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  test('with --json an error is one line of JSON on standard error', async () => {
    answerWith({ status: 404, body: { code: 'CaseNotFound', detail: 'There is no such case.' } });
    const ran = await drawbridge(['access', 'c-1', '--json', '--url', url], { env: { DRAWBRIDGE_TOKEN: 'dbr_x' } });
    expect(ran).toMatchObject({ code: 4, out: '' });
    expect(JSON.parse(ran.err)).toEqual({
      error: { exitCode: 4, code: 'CaseNotFound', message: 'There is no such case.' },
    });
  });

  test('what comes from elsewhere cannot move the cursor', async () => {
    answerWith({ status: 409, body: { code: 'CaseClosed', detail: 'Gone\u001b[2J\u202e.' } });
    expect((await closing()).err).toBe('Gone\ufffd[2J\ufffd.\n');
  });
});
