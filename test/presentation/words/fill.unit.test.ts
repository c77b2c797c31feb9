import { say } from '../../../domain/say.js';
import { fill, type Reader } from '../../../presentation/words/fill.js';
import { wordsOf } from '../../../presentation/words/words.js';

const worded = (template: string, values: Parameters<typeof say>[1], reader: Reader = {}): string =>
  fill(template, say('x.y', values), reader, (said) => `<${said.code}>`);

test.each([
  ['as it is', '{a} is {b}', { a: 'IP-2', b: true }, 'IP-2 is true'],
  ['a list', '{a}', { a: ['DE', 'PL'] }, 'DE, PL'],
  ['a list with and', '{a:and}', { a: ['DE', 'PL', 'PT'] }, 'DE, PL and PT'],
  ['a list with or', '{a:or}', { a: ['DE'] }, 'DE'],
  ['one of a noun', '{n#business day}', { n: 1 }, '1 business day'],
  ['several of a noun', '{n#business day}', { n: 10 }, '10 business days'],
  ['a noun with a plural of its own', '{n#person|people}', { n: 3 }, '3 people'],
  ['dollars', '{n:usd}', { n: 13500 }, 'USD 13,500'],
  ['a day', '{a:day}', { a: '2026-12-01' }, '1 Dec 2026'],
  ['the day of an instant', '{a:day}', { a: '2026-12-01T16:00:00.000Z' }, 'Tue 1 Dec 2026'],
  ['an instant', '{a:instant}', { a: '2026-12-01T16:00:00.000Z' }, 'Tue 1 Dec 2026, 16:00 (UTC)'],
  ['a person', '{a:person}', { a: 'p-1' }, '{person:p-1}'],
  ['people', '{a:people}', { a: ['p-1', 'p-2'] }, '{person:p-1} and {person:p-2}'],
  ['who signs', '{a:parties}', { a: ['client', 'p-1'] }, 'the client and {person:p-1}'],
  ['kinds of papers', '{a:papers}', { a: ['nda', 'dpa'] }, 'a non-disclosure agreement or a data processing agreement'],
  ['a kind of paper', '{a:paper}', { a: 'nda' }, 'a non-disclosure agreement'],
  ['a gate', '{a:gate}', { a: 'working-agreement' }, 'working agreement'],
  ['the title of a control', '{a:title}', { a: 'SA-1' }, 'Current SOC 2 Type II report'],
  ['why access ended', '{a:cause}', { a: 'red-flag' }, 'red flag'],
  ['a step of an incident', '{a:step}', { a: 'contain' }, 'Contain it'],
  ['a permission', '{a:permission}', { a: 'push' }, 'read and write'],
  ['a role', '{a:role}', { a: 'vendor-contact' }, 'the vendor’s contact'],
  ['a choice of a form', '{a:choice}', { a: 'client-account' }, 'client account'],
  ['several choices', '{a:choice}', { a: ['work-for-others', 'training'] }, 'work for others and training'],
  ['choices with or', '{a:anyChoice}', { a: ['work-for-others', 'training'] }, 'work for others or training'],
  ['a check of Art. 28(3)', '{a:article28}', { a: 'a' }, 'Art. 28(3)(a), documented instructions'],
  ['a day of the week', '{a:weekday}', { a: 7 }, 'Sunday'],
  [
    'choices with words of their own',
    '{a:choice}',
    { a: ['rag', 'fine-tuning', 'evals'] },
    'RAG, fine-tuning and evals',
  ],
  ['a hash', '{a:hash}', { a: 'a'.repeat(64) }, 'aaaaaaaaaaaa…'],
  ['something said', '{a}', { a: say('x.z') }, '<x.z>'],
  ['several things said, a person’s own words among them', '{a}', { a: [say('x.z'), 'No.'] }, '<x.z> No.'],
  ['a sentence to go on after', '{a:clause}, so', { a: 'It ended.' }, 'It ended, so'],
  ['nothing where there is no value', 'a{b}', {}, 'a'],
  ['no name of an object', '{constructor}', {}, ''],
])('given %s, when the template is filled, then it reads so', (_, template, values, text) => {
  expect(worded(template, values)).toBe(text);
});

test('given a reader in Berlin, when an instant is worded, then it is in that zone', () => {
  expect(worded('{a:instant}', { a: '2026-12-01T16:00:00.000Z' }, { zone: 'Europe/Berlin' })).toBe(
    'Tue 1 Dec 2026, 17:00 (Berlin)',
  );
});

test('given a person’s own words, when they are worded, then they stay as they are', () => {
  expect(wordsOf('It is {odd}.')).toBe('It is {odd}.');
});

test('given a code of a newer version, when it is worded, then the code is shown', () => {
  expect(wordsOf(say('later.than-this'))).toBe('later.than-this');
});
