import { randomBytes } from 'node:crypto';
import { OneAtATime } from '../../../rehearsal/live/oneAtATime.js';
import { liveRoutes } from '../../../rehearsal/live/routes.js';
import { openStore } from '../../../store/openStore.js';
import { startApi, type TestApi } from '../../support/api/harness.js';

const HERE = 'http://127.0.0.1';
let api: TestApi;
let reached = 0;
const live = () => {
  reached++;
  throw new Error('No rehearsal is played here.');
};
// Nobody is looked up: the rehearsal is asked first.
const store = openStore('postgres://nobody@127.0.0.1:1/nowhere', { masterKey: randomBytes(32) });
beforeAll(async () => {
  const more = liveRoutes({ live, turns: new OneAtATime(), store, baseUrl: HERE });
  api = await startApi({ baseUrl: HERE }, undefined, { more });
});
afterAll(async () => {
  await api?.close();
  await store.close();
});

const WRITES = ['next-event', 'next-day', 'play', 'be'];

async function sendAll(from: Record<string, string>): Promise<number[]> {
  const statuses = [];
  for (const path of WRITES) {
    const headers: Record<string, string> = { ...from };
    if (path === 'be') headers['content-type'] = 'application/json';
    const body = path === 'be' ? '{"email":"a@b.example"}' : undefined;
    statuses.push((await fetch(`${api.url}/api/rehearsal/${path}`, { method: 'POST', headers, body })).status);
  }
  return statuses;
}

test('given a page elsewhere, then it lets no time pass in a rehearsal and makes nobody somebody', async () => {
  expect(await sendAll({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).toEqual([
    403, 403, 403, 403,
  ]);
  expect(await sendAll({})).toEqual([403, 403, 403, 403]);
  expect(reached).toBe(0);
});

test('given our own page, then the rehearsal is asked', async () => {
  await sendAll({ origin: HERE, 'sec-fetch-site': 'same-origin' });
  expect(reached).toBe(WRITES.length);
});
