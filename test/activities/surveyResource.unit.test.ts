import { createSurveyResource } from '../../activities/surveyResource.js';
import type { Accounts } from '../../domain/people/accounts.js';
import { type AccessProvider, type FoundAccount, ProviderError } from '../../providers/access/port.js';
import { providersOf } from '../../providers/access/registry.js';

const context = { caseId: 'c-1', caseTime: '2026-09-01T08:00:00.000Z', clockOffsetMs: 0 };
const effect = {
  id: 'e',
  kind: 'survey-resource' as const,
  resource: 'github:client/claims',
  place: { id: '7', name: 'client/claims' },
  known: ['p-ana', 'p-gone'],
  logins: { 'p-ana': 'd-2', 'p-back': 'd-9' },
};
const never = () => Promise.reject(new Error('not asked for here'));

const told = (personId: string, details: string, account: string) => ({
  caseId: 'c-1',
  personId,
  details,
  name: personId,
  email: `${personId}@vendor.example`,
  accounts: { github: { name: account, id: account.toLowerCase() } },
});
const people = {
  told: async () => [
    told('p-ana', 'd-1', 'ana-before'),
    told('p-ana', 'd-2', 'Ana-Dev'),
    told('p-back', 'd-9', 'back-again'),
  ],
  carry: async (_caseId: string, all: { email: string; accounts?: Accounts }[]) => ({
    people: [...new Set(all.map(({ accounts }) => accounts?.github?.name.toLowerCase() ?? ''))].map((account) => ({
      personId: `p-${account}`,
      details: 'd-0',
      sealed: account,
    })),
    idOf: () => undefined,
    digest: '',
  }),
};

const listing = (accounts: () => Promise<FoundAccount[]>): AccessProvider => ({
  id: 'github',
  identifyAccount: never,
  identifyPlace: async (name) => ({ id: '7', name }),
  observe: never,
  grant: never,
  withdraw: never,
  list: async (place) => ({ place, accounts: await accounts(), unseen: [] }),
  check: never,
});
const on = (name: string): FoundAccount => ({
  account: { id: name.toLowerCase(), name },
  permission: 'push',
  state: 'present',
  ways: [{ by: 'direct', permission: 'push' }],
});

test('given an unknown account, a person with no access, and a login before the present one, then each is told and nobody is written', async () => {
  const survey = createSurveyResource({
    store: { people },
    providers: providersOf(listing(async () => ['ana-dev', 'Mallory', 'mallory', 'back-again', 'ana-before'].map(on))),
  });
  expect(await survey(effect, context)).toEqual({
    kind: 'resource-surveyed',
    resource: 'github:client/claims',
    unknownAccounts: ['p-ana-before', 'p-back', 'p-mallory'],
    permissions: { 'p-ana-before': 'push', 'p-back': 'push', 'p-mallory': 'push' },
    people: [
      { personId: 'p-mallory', details: 'd-0', sealed: 'mallory' },
      { personId: 'p-ana-before', details: 'd-0', sealed: 'ana-before' },
    ],
  });
});

test('given the token’s own account, then it is not reported, and is nobody’s of the case who is known by that login', async () => {
  const owned = (account: string) => ({ ...on(account), permission: 'admin', own: true as const });
  const seen = (...found: FoundAccount[]) =>
    createSurveyResource({ store: { people }, providers: providersOf(listing(async () => found)) })(effect, context);
  expect(await seen(owned('drawbridge-bot'), on('ana-dev'))).toEqual({
    kind: 'resource-surveyed',
    resource: 'github:client/claims',
    unknownAccounts: [],
  });
  expect(await seen(owned('back-again'))).toMatchObject({ unknownAccounts: [] });
});

test('given one account in two spellings, then each unknown account has its own permission', async () => {
  const found = [on('Mallory'), { ...on('owl'), permission: 'pull' }, { ...on('mallory'), permission: 'admin' }];
  const survey = createSurveyResource({ store: { people }, providers: providersOf(listing(async () => found)) });
  expect(await survey(effect, context)).toMatchObject({ permissions: { 'p-mallory': 'push', 'p-owl': 'pull' } });
});

test('a provider that refuses is an outcome', async () => {
  const provider = listing(() => Promise.reject(new ProviderError('ProviderRefused', 'Not for this token.')));
  expect(await createSurveyResource({ store: { people }, providers: providersOf(provider) })(effect, context)).toEqual({
    kind: 'survey-failed',
    resource: 'github:client/claims',
    code: 'ProviderRefused',
    message: 'Not for this token.',
  });
});

test('given people who come in by a team or an invitation, then they are told; who is there as one of the organisation alone is not', async () => {
  const by = (name: string, way: 'team' | 'organisation' | 'invitation') => ({
    ...on(name),
    ways: [{ by: way, permission: 'push' }],
  });
  const found = [by('staff', 'team'), by('owner', 'organisation'), by('owl', 'invitation')];
  const survey = createSurveyResource({ store: { people }, providers: providersOf(listing(async () => found)) });
  expect(await survey(effect, context)).toMatchObject({ unknownAccounts: ['p-owl', 'p-staff'] });
});

test('given a place that is no more, then the survey failed', async () => {
  const at = (more: Partial<AccessProvider>) =>
    createSurveyResource({ store: { people }, providers: providersOf({ ...listing(async () => []), ...more }) })(
      effect,
      context,
    );
  const failed = { kind: 'survey-failed', resource: 'github:client/claims', code: 'ProviderRefused' };
  expect(await at({ list: async () => ({ gone: true }) })).toMatchObject(failed);
});
