import { createListLeftBehind } from '../../../activities/access/listLeftBehind.js';
import type { Accounts } from '../../../domain/people/accounts.js';
import {
  type AccessProvider,
  type LeftBehindAsked,
  type LeftBehindFound,
  ProviderError,
} from '../../../providers/access/port.js';
import { providersOf } from '../../../providers/access/registry.js';

const context = { caseId: 'c-1', caseTime: '2026-09-14T08:00:00.000Z', clockOffsetMs: 0 };
const SINCE = '2026-09-01T08:00:00.000Z';
const LEASE = { lease: 'p-ana/github:acme/x', person: 'p-ana', resource: 'github:acme/x' };
const effect = {
  ...{ id: 'e-1', kind: 'list-left-behind' as const, ...LEASE, account: 'd-1', since: SINCE },
  place: { id: '41', name: 'acme/x' },
} as const;
const never = () => Promise.reject(new Error('Nobody asks for this.'));

/** What a listing came to, and for what the provider was asked. */
async function listed(
  leftBehind: (() => Promise<LeftBehindFound>) | undefined,
  told: Accounts | 'erased' = { github: { name: 'ana-dev', id: '7' } },
) {
  const asked: LeftBehindAsked[] = [];
  const provider: AccessProvider = {
    ...{ id: 'github', identifyAccount: never, identifyPlace: never, observe: never, grant: never },
    ...{ withdraw: never, list: never, check: never },
    ...(leftBehind && {
      leftBehind: async (_place, given = {}) => {
        asked.push(given);
        return await leftBehind();
      },
    }),
  };
  const people = { accounts: async () => told };
  const list = createListLeftBehind({ store: { people }, providers: providersOf(provider) });
  return { outcome: await list(effect, context), asked };
}

test('given things that name people, then kinds, numbers and the person alone are told; who else is named is left out', async () => {
  const found = [
    { kind: 'deploy-key', id: '1', what: 'ana’s laptop', at: SINCE, by: { id: '7', name: 'ana-dev' } },
    { kind: 'webhook', id: '2', what: 'ana.example', by: { id: '8', name: 'bo-dev' } },
  ] as const;
  expect(await listed(async () => ({ found: [...found], unseen: ['app', 'new-kind'] }))).toEqual({
    outcome: {
      ...{ kind: 'left-behind-listed', lease: LEASE.lease, unseen: ['app', 'more'] },
      found: [
        { kind: 'deploy-key', id: '1', at: SINCE, by: 'p-ana' },
        { kind: 'webhook', id: '2' },
      ],
    },
    asked: [{ since: SINCE, by: { id: '7', name: 'ana-dev' } }],
  });
});

test('given somebody who was erased, then all that came in since is asked for', async () => {
  const { outcome, asked } = await listed(async () => ({ found: [], unseen: [] }), 'erased');
  expect([outcome, asked]).toEqual([
    { kind: 'left-behind-listed', lease: LEASE.lease, found: [], unseen: [] },
    [{ since: SINCE }],
  ]);
});

test('given a provider at which nothing stays, or a place that is no longer seen, then nothing is found, and of the place it is said', async () => {
  const none = { kind: 'left-behind-listed', lease: LEASE.lease, found: [] };
  expect((await listed(undefined)).outcome).toEqual({ ...none, unseen: [] });
  expect((await listed(async () => ({ gone: true }))).outcome).toEqual({ ...none, unseen: ['place'] });
});

test('given more than is recorded, then so many and that there are more', async () => {
  const found = Array.from({ length: 201 }, (_, i) => ({ kind: 'fork' as const, id: String(i), what: 'f' }));
  const { outcome } = await listed(async () => ({ found, unseen: [] }));
  expect(outcome).toMatchObject({ found: { length: 200 }, unseen: ['more'] });
});

test('given a provider that does not answer, then why, and how long it asks to wait', async () => {
  const down = new ProviderError('ProviderUnavailable', 'It does not answer.', 5_000);
  expect((await listed(() => Promise.reject(down))).outcome).toEqual({
    ...{ kind: 'left-behind-failed', lease: LEASE.lease },
    ...{ code: 'ProviderUnavailable', message: 'It does not answer.', retryAfterMs: 5_000 },
  });
});
