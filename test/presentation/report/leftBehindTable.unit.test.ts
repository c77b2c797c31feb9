import type { LeftBehindView } from '../../../contract/parts.js';
import { leftBehindTables } from '../../../presentation/report/leftBehindTable.js';
import { voiceOf } from '../../../presentation/words/voice.js';

const voice = voiceOf({ names: { ada: 'Ada Kowalczyk', security: 'Sven Maas' }, zone: 'Europe/Berlin' });
const AT = '2026-09-10T15:00:00.000Z';
type Item = LeftBehindView['items'][number];
const item = (given: Partial<Item>): Item => ({
  ...{
    item: 'webhook:12',
    kind: 'webhook',
    id: '12',
    since: AT,
    answerBy: AT,
    seen: 'there',
    seenAt: AT,
    asked: false,
  },
  ...given,
});
const answered = (is: 'removed' | 'stays') => ({
  ...{ is, by: 'security', at: '2026-09-10T14:00:00.000Z', reason: 'It builds.' },
  ...(is === 'stays' && { whose: 'Platform team' }),
});
const texts = (...items: Item[]) => {
  const left = { lease: 'ada/github:acme/x', person: 'ada', resource: 'github:acme/x', unseen: ['app'], items };
  return JSON.stringify(leftBehindTables([left], voice));
};

test('given what stays, then whose, who said so and why; given what nobody could look at, then that', () => {
  const text = texts(item({ answer: answered('stays') }));
  for (const part of ['webhook 12', 'Ada Kowalczyk, acme/x', 'stays', 'Platform team', 'Sven Maas', 'It builds.'])
    expect(text).toContain(`"${part}"`);
  expect(text).toContain('"app installations"');
});

test('given each state, then a word for it', () => {
  const states: [Partial<Item>, string][] = [
    [{ asked: true }, 'to be answered'],
    [{ answer: answered('removed') }, 'said to be removed, still there'],
    [{ answer: answered('removed'), seenAt: '2026-09-10T13:00:00.000Z' }, 'said to be removed, to be checked'],
    [{ answer: answered('removed'), seen: 'unseen' }, 'said to be removed, could not be checked'],
    [{ answer: answered('removed'), seen: 'gone' }, 'removed'],
    [{ seen: 'gone' }, 'gone'],
  ];
  expect(states.map(([given, word]) => texts(item(given)).includes(`"text":"${word}"`))).toEqual(
    states.map(() => true),
  );
});

test('given nothing, then no table', () => {
  expect(leftBehindTables([], voice)).toEqual([]);
});
