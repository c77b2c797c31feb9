import { createIdentifyAccount } from '../../../activities/access/identify.js';
import type { Accounts } from '../../../domain/people/accounts.js';
import { type AccessProvider, ProviderError } from '../../../providers/access/port.js';
import { providersOf } from '../../../providers/access/registry.js';

const context = { caseId: 'c-1', caseTime: '2026-09-14T08:00:00.000Z', clockOffsetMs: 0 };
const effect = { id: 'e-1', kind: 'identify-account', person: 'p-ana', details: 'd-1' } as const;
const ABOUT = { person: 'p-ana', of: 'd-1' };
const CARRIED = { personId: 'p-ana', details: 'd-2', sealed: 'sealed' };

const never = () => Promise.reject(new Error('Nobody asks for this.'));

/** A provider that knows accounts by their names. */
const knowing = (id: string, known: Record<string, { id: string; name: string }>): AccessProvider => ({
  id,
  identifyAccount: async (name) => known[name],
  identifyPlace: never,
  observe: never,
  grant: never,
  withdraw: never,
  list: never,
  check: never,
});
const GITHUB = knowing('github', { 'ana-dev': { id: '7', name: 'Ana-Dev' } });
const POSTGRES = knowing('postgres', { ana: { id: '16385', name: 'ana' } });

/** What identifying came to, and what was sealed of the person. */
async function identified(told: Accounts | 'erased', ...providers: AccessProvider[]) {
  const sealed: unknown[] = [];
  const people = {
    accounts: async () => told,
    carryCorrection: async (_caseId: string, _who: unknown, given: unknown) => {
      sealed.push(given);
      return { person: CARRIED, digest: '' };
    },
  };
  const identify = createIdentifyAccount({ store: { people }, providers: providersOf(...providers) });
  return { outcome: await identify(effect, context), sealed };
}

test('given accounts at two providers that know them, then each is sealed with its number, under the name that it goes by there', async () => {
  const told = { github: { name: 'ana-dev' }, postgres: { name: 'ana' } };
  expect(await identified(told, GITHUB, POSTGRES)).toEqual({
    outcome: {
      ...{ kind: 'account-identified', ...ABOUT, details: 'd-2' },
      ...{ providers: ['github', 'postgres'], people: [CARRIED] },
    },
    sealed: [{ accounts: { github: { id: '7', name: 'Ana-Dev' }, postgres: { id: '16385', name: 'ana' } } }],
  });
});

test('given an account that one of its providers does not know, then that one is named, and nothing is sealed', async () => {
  const told = { github: { name: 'ana-dev' }, postgres: { name: 'anna' } };
  expect(await identified(told, GITHUB, POSTGRES)).toEqual({
    outcome: { kind: 'account-unknown', ...ABOUT, providers: ['postgres'] },
    sealed: [],
  });
});

test('given nobody’s account, then nobody is asked; given somebody who was erased, then nothing of theirs is known', async () => {
  expect([await identified({}), await identified('erased')]).toEqual([
    { outcome: { kind: 'account-identified', ...ABOUT, details: 'd-1', providers: [] }, sealed: [] },
    { outcome: { kind: 'account-unknown', ...ABOUT, providers: [] }, sealed: [] },
  ]);
});

test('given a provider that is away, or that this installation is not connected to, then it is asked again later', async () => {
  const away = {
    ...POSTGRES,
    identifyAccount: () => Promise.reject(new ProviderError('ProviderUnavailable', 'It does not answer.', 5_000)),
  };
  const told = { github: { name: 'ana-dev' }, postgres: { name: 'ana' } };
  expect([await identified(told, GITHUB, away), await identified(told, GITHUB)]).toEqual([
    {
      outcome: {
        ...{ kind: 'identify-failed', person: 'p-ana', code: 'ProviderUnavailable' },
        ...{ message: 'It does not answer.', retryAfterMs: 5_000 },
      },
      sealed: [],
    },
    {
      outcome: {
        ...{ kind: 'identify-failed', person: 'p-ana', code: 'ProviderRefused' },
        message: 'This installation is not connected to the provider of the resource.',
      },
      sealed: [],
    },
  ]);
});
