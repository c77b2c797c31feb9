import { lookText, reachText } from '../../../presentation/words/explained.js';
import { lookFailure, unseenText, wayText } from '../../../presentation/words/looks.js';
import { providerText } from '../../../presentation/words/places.js';

test('given a look, then what it saw and by which ways reads within a sentence', () => {
  const look = { seq: 1, at: '2026-09-01T08:00:00.000Z', permission: 'push' };
  expect([
    lookText({ ...look, seen: 'present', ways: [{ by: 'team', through: 'core' }, { by: 'direct' }] }),
    lookText({ ...look, seen: 'others', permission: undefined }),
    reachText('unseen'),
  ]).toEqual([
    'there, push, by the team core, directly',
    'there by grants of other cases alone',
    'nobody saw whether they could: it changed between two looks',
  ]);
  expect([
    wayText({ by: 'invitation' }),
    wayText({ by: 'organisation', through: 'acme' }),
    wayText({ by: 'other' }),
  ]).toEqual(['by an invitation', 'by the organisation acme', 'by a way that the provider does not show']);
});

test('given codes that no word is kept for, then the code itself is read', () => {
  expect([lookFailure('ProviderRateLimited'), lookFailure('Odd')]).toEqual(['the provider asks us to wait', 'Odd']);
  expect([unseenText('organisation'), unseenText('other-databases')]).toEqual([
    'membership and owners of the organisation',
    'other databases',
  ]);
  expect([providerText('github'), providerText('ldap')]).toEqual(['GitHub', 'ldap']);
});
