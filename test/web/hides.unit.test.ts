import { hides, Problem } from '../../web/api/problem.js';

const problem = (status: number) => new Problem({ status, code: 'Some', title: 'Some', detail: 'Some.' });

test.each([0, 429, 500, 502, 503, 504])(
  'given a page that is read, a failure that passes (%d) leaves it there',
  (status) => {
    expect(hides(problem(status), { read: true })).toBe(false);
  },
);

test.each([403, 404, 410])('given a page that is no longer the reader’s (%d), it goes', (status) => {
  expect(hides(problem(status), { read: true })).toBe(true);
});

test('given a page that was never read, any failure is shown in its place', () => {
  expect([problem(503), problem(403), new TypeError('Some.')].map((error) => hides(error, undefined))).toEqual([
    ...[true, true, true],
  ]);
});

test('given no failure, or one that is no answer of the API, what was read stays', () => {
  expect([hides(null, undefined), hides(new TypeError('Some.'), { read: true })]).toEqual([false, false]);
});
