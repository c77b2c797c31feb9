import { createGitHubProvider } from '../../../providers/access/github/provider.js';
import { type AccessProvider, ProviderError } from '../../../providers/access/port.js';
import { type GithubOptions, type LocalGithub, startGithub } from '../../../sandbox/github/github.js';
import { allowed } from '../../support/providers/contract.js';
import { startVirtualTime, type VirtualTime } from '../../support/providers/virtualTime.js';

const START = Date.parse('2026-09-01T08:00:00.000Z');
const HOUR_MS = 3_600_000;
const PLACES = 20;

let time: VirtualTime;
let github: LocalGithub;
afterEach(async () => {
  time.stop();
  await github.stop();
});

const name = (i: number) => `dev-${i}`;
const placeName = (i: number) => `acme/p-${i % PLACES}`;

async function given(people: number, options: Partial<GithubOptions> = {}) {
  let seed = 7;
  // The same at every run; 5 to 300 ms.
  const latencyMs = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return 5 + (seed % 295);
  };
  time = startVirtualTime(START, latencyMs);
  github = await startGithub({
    users: Array.from({ length: people }, (_, i) => name(i)),
    repositories: Array.from({ length: PLACES }, (_, i) => placeName(i)),
    limits: true,
    now: time.now,
    ...options,
  });
}

/** A worker of its own, and how often it asked before a time was over that it had been told. */
function worker(): { provider: AccessProvider; early(): number; refused(): number } {
  let toldUntil = 0;
  let early = 0;
  let refused = 0;
  const watched: typeof fetch = async (input, init) => {
    if (time.now() < toldUntil) early++;
    const answer = await time.fetch(input, init);
    const seconds = answer.headers.get('retry-after');
    if (seconds !== null) {
      refused++;
      toldUntil = time.now() + Number(seconds) * 1_000;
    }
    return answer;
  };
  const provider = createGitHubProvider({ baseUrl: github.url, token: github.token, clock: time, fetch: watched });
  return { provider, early: () => early, refused: () => refused };
}

const targetOf = (i: number) => ({
  place: { id: String(github.repositoryId(placeName(i))), name: placeName(i) },
  account: { id: String(github.accountId(name(i))), name: name(i) },
});

/** As the engine does: what is to wait is asked again when the provider said. */
async function again(work: () => Promise<void>): Promise<void> {
  for (;;)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ProviderError) || error.code !== 'ProviderRateLimited') throw error;
      await time.sleep(error.retryAfterMs ?? 60_000);
    }
}

const grantTo = (provider: AccessProvider, i: number) =>
  again(() => provider.grant(targetOf(i), { permission: 'push' }, allowed));

/** So many pieces of work, at most `atOnce` at a time. */
async function all(numbers: number[], atOnce: number, work: (i: number) => Promise<void>): Promise<void> {
  const waiting = [...numbers];
  const one = async () => {
    for (let i = waiting.shift(); i !== undefined; i = waiting.shift()) await work(i);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

async function held(): Promise<number> {
  let sum = 0;
  for (const i of range(0, PLACES)) sum += (await github.collaborators(placeName(i))).length;
  return sum;
}

test('given 2,000 people to let in, when all of them are granted, then all are, no limit is broken, and nobody asks too early', async () => {
  await given(2_000);
  const { provider, early } = worker();
  await all(range(0, 2_000), 60, (i) => grantTo(provider, i));
  expect({ held: await held(), ...github.limits(), asked: early() }).toEqual({
    held: 2_000,
    breaches: 0,
    early: 0,
    asked: 0,
  });
  expect((time.now() - START) / HOUR_MS).toBeLessThan(5);
}, 120_000);

test('given two workers with one token that know nothing of each other, when both grant, then all are let in, and what they learn they keep', async () => {
  await given(800);
  const workers = [worker(), worker()];
  await Promise.all(
    workers.map(({ provider }, half) => all(range(half * 400, (half + 1) * 400), 30, (i) => grantTo(provider, i))),
  );
  expect({ held: await held(), early: workers.map(({ early }) => early()) }).toEqual({ held: 800, early: [0, 0] });
  // Each has to be told once for the hour that they overdrew together, and not again and again.
  expect(workers.map(({ refused }) => refused()).every((times) => times <= 3)).toBe(true);
  expect(github.limits().breaches).toBeGreaterThan(0);
}, 120_000);
