import { pino } from 'pino';
import { loggerOptions } from '../../api/logging.js';
import { startApi } from '../support/api/harness.js';

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
