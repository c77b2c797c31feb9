import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { loggerOptions } from '../../api/logging.js';
import { startApi, type TestApi } from '../support/api/harness.js';

test('too many requests: 429 with the time after which to repeat', async () => {
  const api = await startApi({ requestsPerMinute: 3 });
  try {
    const token = await api.tokenFor('legal', 'aoife@harbour.example');
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await api.get('/api/cases', token));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[3]).toMatchObject({ body: { code: 'TooManyRequests' } });
    expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await api.get('/livez')).status).toBe(200);
  } finally {
    await api.close();
  }
});

test('given a public address, then another token or cookie each time is no fresh start', async () => {
  const api = await startApi({ requestsPerMinute: 3 });
  try {
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await api.get('/api/sign-in', `dbr_made-up-by-me-${i}`)).status);
    const cookie = { cookie: 'drawbridge=made-up' };
    statuses.push((await api.send('/api/sign-in', undefined, { headers: cookie })).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  } finally {
    await api.close();
  }
});

test('guessing tokens is slowed down, also with another token each time', async () => {
  const api = await startApi();
  try {
    const statuses = [];
    for (let i = 0; i < 62; i++) statuses.push((await api.get('/api/cases', `dbr_guess-guess-${i}`)).status);
    expect(statuses.slice(0, 60).every((status) => status === 401)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  } finally {
    await api.close();
  }
});

test('logs hold no address, query, body, token or text of an error', async () => {
  const lines: string[] = [];
  const api = await startApi({ logTo: { write: (line: string) => lines.push(line) } });
  try {
    const token = await api.tokenFor('procurement', 'sean@harbour.example');
    await api.get('/api/cases?search=Ewa%20Nowak', token);
    await api.get('/api/cases/Ewa-Nowak', token);
    await api.get('/api/ewa@northwind.example', token);
    await api.post('/api/cases', token, { caseFile: 'secret of Ewa Nowak' });
    const all = lines.join('');
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(all).toContain('"route":"/api/cases/:caseId"');
    expect(all).not.toMatch(/Ewa|northwind|harbour|secret|dbr_/);
  } finally {
    await api.close();
  }
});

test('an error that is logged by the framework loses its text', () => {
  const lines: string[] = [];
  pino(loggerOptions({}), { write: (line: string) => lines.push(line) }).error(new Error('Ewa Nowak'));
  expect(lines.join('')).not.toContain('Ewa');
});

test('given the address under a letter, then anybody gets the same page, which says how to go on and nothing of a case', async () => {
  const api = await startApi();
  try {
    const pages = await Promise.all(
      ['0123456789abcdef0123456789abcdef', 'c-0123456789abcdef', '%3Cscript%3E'].map((id) => api.get(`/tasks/${id}`)),
    );
    for (const { status, headers } of pages)
      expect([status, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-store',
      ]);
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
    expect(pages[0]?.text).toContain('drawbridge tasks');
  } finally {
    await api.close();
  }
});

test('given the address of the API alone, when it is opened without a token, then it says where things are', async () => {
  const api = await startApi();
  try {
    const where = {
      name: 'Drawbridge',
      openapi: '/api/openapi.json',
      cases: '/api/cases',
      errors: '/api/errors/{code}',
      alive: '/livez',
      ready: '/readyz',
    };
    for (const path of ['/', '/api']) expect(await api.get(path)).toMatchObject({ status: 200, body: where });
  } finally {
    await api.close();
  }
});

/** What comes back on one connection until it is closed; `later` is sent once `more` has come. */
function spoken(url: string, first: string, more: Promise<unknown> = Promise.resolve(), later = ''): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(first);
      void more.then(() => socket.write(later));
    });
    let heard = '';
    socket.on('data', (chunk) => {
      heard += String(chunk);
    });
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });
}

test('given a body that drips, then it is cut off', async () => {
  const api = await startApi({ requestMs: 500 });
  try {
    const token = await api.tokenFor('legal', 'aoife@harbour.example');
    const head = `POST /api/cases HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{`;
    expect(await spoken(api.url, head)).toMatch(/^HTTP\/1\.1 (408|403) |^$/);
  } finally {
    await api.close();
  }
});

test('given an API that stops, then a request that still comes in is told so, and when to repeat', async () => {
  let hear: () => void = () => undefined;
  const second = new Promise<void>((resolve) => {
    hear = resolve;
  });
  const observe = (app: FastifyInstance) =>
    void app.addHook('onRequest', async ({ url }) => {
      if (url === '/api/errors/NotFound') hear();
    });
  const api = await startApi({}, undefined, { observe });
  let asked: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => {
    asked = resolve;
  });
  // Keeps one answer open while it stops, until the other request is here.
  api.client.ping = async () => {
    asked();
    await second;
  };
  const request = (path: string) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`;
  let closed: Promise<void> = Promise.resolve();
  const stopping = waiting.then(() => {
    closed = api.close();
  });
  const heard = await spoken(api.url, request('/readyz'), stopping, request('/api/errors/NotFound'));
  await closed;
  const answer = heard.slice(heard.lastIndexOf('HTTP/1.1'));
  expect(answer).toMatch(/^HTTP\/1\.1 503 /);
  expect(answer).toMatch(/retry-after: 2\r\n/);
  expect(answer).toMatch(/content-type: application\/problem\+json/);
  expect(answer).toContain('"code":"Stopping"');
});

test('given a proxy, then failed sign-ins are counted for whom it names only where it is believed', async () => {
  const guess = (api: TestApi, from: string) =>
    api.send('/api/cases', 'dbr_guess-guess-guess', { headers: { 'x-forwarded-for': from } });
  for (const [trustProxy, status] of [
    [undefined, 429],
    [['127.0.0.1'], 401],
  ] as const) {
    const api = await startApi({ ...(trustProxy && { trustProxy: [...trustProxy] }), requestsPerMinute: 10_000 });
    try {
      for (let i = 0; i < 61; i++) await guess(api, '203.0.113.1');
      expect((await guess(api, '203.0.113.2')).status).toBe(status);
    } finally {
      await api.close();
    }
  }
});
