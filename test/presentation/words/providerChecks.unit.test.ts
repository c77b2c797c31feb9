import { readFileSync } from 'node:fs';
import { PROVIDER_CHECK_WORDS, providerCheckText } from '../../../presentation/words/providerChecks.js';

const SOURCES = {
  github: 'providers/access/github/checking.ts',
  postgres: 'providers/access/postgres/check.ts',
  scim: 'providers/access/scim/check.ts',
};

test.each(Object.entries(SOURCES))('every code that %s answers has words, and no others have', (provider, path) => {
  const codes = [...readFileSync(path, 'utf8').matchAll(/\bcode: '(\w+)'/g)].map(([, code]) => code);
  expect(Object.keys(PROVIDER_CHECK_WORDS[provider] ?? {}).sort()).toEqual([...new Set(codes)].sort());
});

test('given values, then they stand in the sentence; given a code that nobody knows, then it is said as it is', () => {
  const teams = { code: 'teams', ok: false, values: { seen: 1, of: 2 } };
  expect([
    providerCheckText('github', teams),
    providerCheckText('github', { ...teams, values: {} }),
    providerCheckText('github', { code: 'weather', ok: true }),
    providerCheckText('elsewhere', { code: 'teams', ok: true }),
  ]).toEqual([
    'The teams of only 1 of 2 organisations can be seen; access by the others stays hidden.',
    'The teams of only – of – organisations can be seen; access by the others stays hidden.',
    'weather',
    'teams',
  ]);
});
