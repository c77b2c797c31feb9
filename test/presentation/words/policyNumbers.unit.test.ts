import { hasPolicyWords, policyTexts } from '../../../presentation/words/policyNumbers.js';
import { policyOf } from '../../support/policy/policyText.js';

test('every number and list of the policy that comes with Drawbridge has words, or is left out on purpose', () => {
  const controls = Object.entries(policyOf().controls);
  const named = controls.flatMap(([id, { numbers = {}, lists = {} }]) =>
    [...Object.keys(numbers), ...Object.keys(lists)].map((name) => [id, name] as const),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(([, name]) => !hasPolicyWords(name))).toEqual([]);
});

test('given numbers and lists, then each is a phrase; and what is new stays as it is', () => {
  expect(
    policyTexts({
      numbers: { minimumSessions: 1, transparencyFrom: 20_260_802, exitFeeMaxMonths: 2, somethingNew: 7 },
      lists: {
        acceptedIsolation: ['client-account', 'dedicated-account'],
        requiredLists: [],
        newList: ['a'],
      },
    }),
  ).toEqual([
    'at least 1 session',
    'transparency from 2 Aug 2026',
    'exit fee of at most 2 monthly rates',
    'somethingNew 7',
    'accepted isolation: client account, dedicated account',
    'lists: none',
    'newList: a',
  ]);
});
