import { accountNames } from '../../../contract/basics.js';
import { ACCOUNT_PROVIDERS, namesOfAccounts, sameAccount, toldAccounts } from '../../../domain/people/accounts.js';
import { caseFileSchema } from '../../../policy/caseSchema.js';
import { VOCABULARIES } from '../../../providers/access/vocabularies.js';

test('a person can be given an account at every provider that has accounts, by a case file and by an act, and at no other', () => {
  const withAccounts = Object.values(VOCABULARIES).flatMap(({ id, account }) => (account === undefined ? [] : [id]));
  const { accounts } = caseFileSchema.shape.engineers.element.shape;
  expect(
    [ACCOUNT_PROVIDERS, Object.keys(accountNames.shape), Object.keys(accounts.unwrap().shape)].map((all) =>
      [...all].sort(),
    ),
  ).toEqual(Array(3).fill(withAccounts.sort()));
});

test('two spellings are one account where the provider takes them for one', () => {
  expect(ACCOUNT_PROVIDERS.map((provider) => sameAccount(provider, ' Ana', 'ana'))).toEqual([true, false, true]);
});

test('names are told without numbers, and read off without them', () => {
  const told = toldAccounts({ github: 'ana-dev', scim: undefined });
  expect([told, namesOfAccounts({ ...told, postgres: { name: 'ana', id: '7' } })]).toEqual([
    { github: { name: 'ana-dev' } },
    { github: 'ana-dev', postgres: 'ana' },
  ]);
});
