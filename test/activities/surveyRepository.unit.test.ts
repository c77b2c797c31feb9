import { createSurveyRepository } from '../../activities/surveyRepository.js';
import { type AccessProvider, ProviderError } from '../../providers/access/port.js';

const context = { caseId: 'c-1', caseTime: '2026-09-01T08:00:00.000Z', clockOffsetMs: 0 };
const effect = { id: 'e', kind: 'survey-repository' as const, repository: 'client/claims', known: ['p-ana', 'p-gone'] };
const never = () => Promise.reject(new Error('not asked for here'));

const people = {
  find: async (id: string) =>
    id === 'p-ana'
      ? { personId: id, name: 'Ana', email: 'ana@vendor.example', account: 'Ana-Dev' }
      : ('erased' as const),
  upsertUnknownAccount: async (account: string) => `p-${account.toLowerCase()}`,
};

const listing = (list: AccessProvider['list']): AccessProvider => ({
  kind: 'github',
  observe: never,
  open: never,
  close: never,
  list,
});
const on = (account: string) => ({ account, permission: 'push', state: 'present' as const });

test('whoever the case does not know is an unknown account, whatever the case of the letters', async () => {
  const survey = createSurveyRepository({
    store: { people },
    provider: listing(async () => [on('ana-dev'), on('Mallory'), on('mallory')]),
  });
  expect(await survey(effect, context)).toEqual({
    kind: 'repository-surveyed',
    repository: 'client/claims',
    unknownAccounts: ['p-mallory'],
  });
});

test('a provider that refuses is an outcome', async () => {
  const provider = listing(() => Promise.reject(new ProviderError('ProviderRefused', 'Not for this token.')));
  expect(await createSurveyRepository({ store: { people }, provider })(effect, context)).toEqual({
    kind: 'survey-failed',
    repository: 'client/claims',
    code: 'ProviderRefused',
    message: 'Not for this token.',
  });
});
