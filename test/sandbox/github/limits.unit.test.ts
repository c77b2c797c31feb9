import { createLimits, GITHUB_LIMITS } from '../../../sandbox/github/limits.js';

const now = Date.parse('2026-09-01T08:00:00.000Z');

/** Asks so often at one instant; answers the statuses of refusals. */
function asking(limits: ReturnType<typeof createLimits>, method: string, times: number, at = now) {
  return Array.from({ length: times }, () => {
    const refused = limits.enter(method, at);
    limits.leave();
    return refused?.status;
  }).filter((status) => status !== undefined);
}

test('given no limits, when asked without end, then nothing is refused', () => {
  const limits = createLimits(undefined);
  expect([asking(limits, 'PUT', 10_000), limits.counts()]).toEqual([[], { breaches: 0, early: 0 }]);
});

test.each([
  ['reads', 'GET', 900],
  ['removals, of five points each', 'DELETE', 180],
  ['changes that make something', 'PUT', 80],
])('given a minute of %s, when one more is asked, then refused with the time to wait', (_, method, most) => {
  const limits = createLimits(GITHUB_LIMITS);
  expect(asking(limits, method, most)).toEqual([]);
  expect(limits.enter(method, now)).toMatchObject({
    status: 403,
    json: { message: expect.stringContaining('secondary rate limit') },
    headers: { 'retry-after': '60' },
  });
  expect(limits.counts()).toEqual({ breaches: 1, early: 0 });
});

test('given a refusal, when asked before the wait is over, then it is counted as early, and after it all is well', () => {
  const limits = createLimits(GITHUB_LIMITS);
  asking(limits, 'PUT', 81);
  expect(limits.enter('GET', now + 20_000)).toMatchObject({ status: 429, headers: { 'retry-after': '40' } });
  expect(limits.counts()).toEqual({ breaches: 1, early: 1 });
  expect(asking(limits, 'PUT', 1, now + 61_000)).toEqual([]);
});

test('given as many requests at once as there may be, when one more comes, then refused', () => {
  const limits = createLimits(GITHUB_LIMITS);
  const entered = Array.from({ length: 101 }, () => limits.enter('GET', now)?.status);
  expect(entered.filter((status) => status !== undefined)).toEqual([403]);
});

test('given an hour of 500 changes that make something, when one more is asked, then refused, and after an hour it is not', () => {
  const limits = createLimits(GITHUB_LIMITS);
  for (let minute = 0; minute < 10; minute++) expect(asking(limits, 'PUT', 50, now + minute * 60_000)).toEqual([]);
  expect(asking(limits, 'PUT', 1, now + 10 * 60_000)).toEqual([403]);
  expect(asking(limits, 'GET', 1, now + 12 * 60_000)).toEqual([]);
  expect(asking(limits, 'PUT', 1, now + 60 * 60_000)).toEqual([]);
});

test('given an hour of 5,000 requests, when one more is asked, then refused until the hour is over, as every answer says', () => {
  const limits = createLimits(GITHUB_LIMITS);
  for (let minute = 0; minute < 50; minute++) expect(asking(limits, 'GET', 100, now + minute * 60_000)).toEqual([]);
  const later = now + 50 * 60_000;
  expect(limits.headers(later)).toEqual({
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String((now + 60 * 60_000) / 1_000),
  });
  expect([asking(limits, 'GET', 1, later), asking(limits, 'GET', 1, now + 60 * 60_000)]).toEqual([[403], []]);
});
