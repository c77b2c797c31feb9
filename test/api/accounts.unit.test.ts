import { accountsMeant, isAskedAbout, isDeclaredForClient } from '../../api/accounts.js';
import type { CaseState } from '../../domain/case/state.js';
import { initialState } from '../../domain/decider/evolve.js';
import type { Accounts } from '../../domain/people/accounts.js';
import type { Store, Told } from '../../store/contract.js';

const REPOSITORY = 'github:client/claims';
const person = (id: string, change: object) => ({ [id]: { id, status: 'proposed', details: `d-${id}`, ...change } });
const github = (name: string) => ({ provider: 'github', name });
const told = (personId: string, account: string): Told => ({
  caseId: 'c-1',
  personId,
  details: `d-${personId}`,
  name: personId,
  email: `${personId}@vendor.example`,
  accounts: { github: { name: account } },
});
const state = {
  ...initialState('c-1'),
  people: {
    ...person('p-ana', { status: 'accepted', account: 'd-p-ana' }),
    ...person('p-ben', { status: 'rejected' }),
  },
  accounts: {
    'p-asked/github:client/claims': { repository: REPOSITORY, person: 'p-asked' },
    'p-owl/github:client/claims': {
      repository: REPOSITORY,
      person: 'p-owl',
      question: { since: '2026-09-01T08:00:00.000Z', answerBy: '2026-09-02T08:00:00.000Z' },
    },
    'p-mia/github:client/claims': {
      repository: REPOSITORY,
      person: 'p-mia',
      declared: { is: 'client', by: 'p-1', at: '2026-09-01T08:00:00.000Z', reason: 'Ours.' },
    },
  },
} as unknown as CaseState;

const nameOf = ({ accounts }: { accounts?: Accounts }): string => accounts?.github?.name ?? '';

/* As the store does: an account is one whatever its case, and an act that is repeated has the same digest. */
const carry: Store['people']['carry'] = async (_caseId, all) => ({
  people: [...new Set(all.map((one) => nameOf(one).toLowerCase()))].map((account) => ({
    personId: `p-${account}`,
    details: 'd-0',
    sealed: account,
  })),
  idOf: () => undefined,
  digest: all.map(nameOf).join(),
});
const store = {
  people: { carry, told: async () => [told('p-ana', 'Ana-Dev'), told('p-ben', 'ben-dev')] },
} as unknown as Store;

test('given logins, then each means the person of the case who is known by it, or whoever it is found as', async () => {
  const given = ['ana-dev', 'Mia', 'mia', 'p-asked', 'p-unheard', 'ben-dev'];
  expect(await accountsMeant({ store, state }, REPOSITORY, given)).toEqual({
    accounts: ['p-ana', 'p-asked', 'p-mia', 'p-p-unheard', 'p-ben-dev'],
    people: [
      { personId: 'p-mia', details: 'd-0', sealed: 'mia' },
      { personId: 'p-p-unheard', details: 'd-0', sealed: 'p-unheard' },
      { personId: 'p-ben-dev', details: 'd-0', sealed: 'ben-dev' },
    ],
    asked: given.join(),
  });
});

test('given a login, then it is the client’s where it or whoever is to have it is declared so, in whatever case it is written', async () => {
  expect(await isDeclaredForClient({ store, state }, github('MIA'), 'p-new')).toBe(true);
  expect(await isDeclaredForClient({ store, state }, github('ana-dev'), 'p-mia')).toBe(true);
  expect(await isDeclaredForClient({ store, state }, github('ana-dev'), 'p-ana')).toBe(false);
});

test('given a login that was found as a stranger’s, then it is asked about until somebody answers; a person’s own question is answered by accepting them', async () => {
  expect(await isAskedAbout({ store, state }, github('Owl'), 'p-new')).toBe(true);
  expect(await isAskedAbout({ store, state }, github('owl'), 'p-owl')).toBe(false);
  expect(await isAskedAbout({ store, state }, github('mia'), 'p-new')).toBe(false);
});
