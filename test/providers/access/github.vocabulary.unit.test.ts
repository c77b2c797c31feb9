import { GITHUB as github } from '../../../providers/access/github/vocabulary.js';

const accounts = (...texts: string[]) => texts.filter((text) => github.account?.matches(text));
const places = (...texts: string[]) => texts.filter((text) => github.place.matches(text));

test('given logins as GitHub gives and gave them, then each is one', () => {
  const logins = ['ada', 'a', 'Ada-L', 'a-', 'a--b', '1-2', 'nina-wrona_acme', 'a'.repeat(39)];
  expect(accounts(...logins)).toEqual(logins);
});

test('given what is no login, then none is', () => {
  const wrong = [
    '',
    '-a',
    '_a',
    'a_b_c',
    'a_',
    'a b',
    'a.b',
    'a/b',
    'а',
    'a\n',
    'a\u200b',
    '../a',
    'a[bot]',
    'a'.repeat(40),
  ];
  expect(accounts(...wrong)).toEqual([]);
});

test('given names of repositories, then each is one', () => {
  const names = [
    'acme/model',
    'a/b',
    'acme/.github',
    'acme/a..b',
    'acme/-x',
    'nina_acme/x',
    'a-/_',
    `a/${'x'.repeat(100)}`,
  ];
  expect(places(...names)).toEqual(names);
});

test('given what is no name of a repository, then none is', () => {
  const wrong = [
    'acme',
    'acme/',
    '/x',
    'acme/.',
    'acme/..',
    'a/b/c',
    '-acme/x',
    '_acme/x',
    'a b/c',
    'a/b c',
    'a/b?',
    `a/${'x'.repeat(101)}`,
  ];
  expect(places(...wrong)).toEqual([]);
});

test('given the permissions, then they stand least first', () => {
  expect(github.permissions).toEqual(['pull', 'triage', 'push', 'maintain', 'admin']);
});
